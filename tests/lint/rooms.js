/**
 * The rooms of src/lib and who may import what, as README draws them. A room that is not named here is refused, so that
 * a new one says first what it may know.
 *
 * @typedef {object} Room
 * @property {string} reason told to the developer where a boundary is crossed
 * @property {string[]} may rooms that it may import from
 * @property {string[]} not packages that it may not, as the beginning of their names
 */

const SCREEN = ['svelte', '$app/', '@sveltejs/', '@supabase/', 'maplibre-gl'];

/** @type {Record<string, Room>} */
export const ROOMS = {
	domain: {
		reason: 'Domain code knows no framework, storage, screen or other room.',
		may: [],
		not: [...SCREEN, 'd3']
	},
	tables: {
		reason: 'Tables are read without knowing what they are for.',
		may: ['domain'],
		not: [...SCREEN, 'd3']
	},
	matching: {
		reason: 'Bodies are matched without knowing where they come from.',
		may: [],
		not: [...SCREEN, 'd3']
	},
	import: {
		reason: 'A list is read without a database and a screen.',
		may: ['tables', 'matching'],
		not: [...SCREEN, 'd3']
	},
	councils: { reason: 'Councils knows the domain only.', may: ['domain'], not: [...SCREEN, 'd3'] },
	calls: {
		reason: 'Calls carry what they are given, between any two threads.',
		may: [],
		not: [...SCREEN, 'd3']
	},
	layout: { reason: 'Layout is typed arrays only.', may: [], not: SCREEN },
	records: {
		reason: 'What a record must be is known without a form.',
		may: ['domain', 'tables'],
		not: SCREEN
	},
	view: { reason: 'The view state knows the domain only.', may: ['domain'], not: [...SCREEN, 'd3'] },
	analysis: {
		reason: 'Analysis measures what it is given.',
		may: ['domain', 'tables', 'layout'],
		not: SCREEN
	},
	peers: {
		reason: 'Peers compares what it is given.',
		may: ['domain', 'tables', 'councils', 'analysis'],
		not: SCREEN
	},
	forecast: {
		reason: 'Forecasts and plans are worked out of what they are given; no screen, no storage.',
		may: ['domain', 'tables', 'layout', 'analysis', 'peers'],
		not: [...SCREEN, 'd3']
	},
	network: {
		reason: 'The measured network knows view, analysis and layout; no worker and no screen.',
		may: ['domain', 'view', 'analysis', 'layout', 'peers'],
		not: [...SCREEN, 'd3']
	},
	cluster: { reason: 'Clusters are pure.', may: ['domain', 'view', 'layout'], not: SCREEN },
	exchange: {
		reason: 'Formats know the domain and the view only.',
		may: ['domain', 'view', 'tables', 'councils'],
		not: SCREEN
	},
	learning: { reason: 'What is said of learning links is pure.', may: ['domain', 'view'], not: SCREEN },
	organisation: {
		reason: 'What is said of organisations is pure.',
		may: ['domain', 'view', 'councils'],
		not: SCREEN
	},
	'council-peers': {
		reason: 'What is said of a council’s peers is pure.',
		may: ['domain', 'view', 'councils', 'peers', 'organisation'],
		not: SCREEN
	},
	proposals: {
		reason: 'A council that is only thought of is drawn without a screen.',
		may: ['domain', 'view', 'councils', 'peers', 'council-peers', 'organisation'],
		not: SCREEN
	},
	practice: {
		reason: 'What is said of practices is pure.',
		may: ['domain', 'view', 'analysis', 'peers', 'council-peers'],
		not: SCREEN
	},
	search: {
		reason: 'Search is pure: it finds in what it is given.',
		may: ['domain', 'view', 'councils', 'analysis'],
		not: SCREEN
	},
	home: { reason: 'What the front page says is pure.', may: ['domain', 'view'], not: SCREEN },
	charts: {
		reason: 'Charts draw what they are given.',
		may: ['domain', 'analysis', 'layout', 'view', 'peers', 'ui'],
		not: ['$app/', '@supabase/']
	},
	graph: {
		reason: 'The graph draws what it is given.',
		may: ['calls', 'layout', 'ui', 'domain'],
		not: ['$app/', '@supabase/']
	},
	map: {
		reason: 'Map layers draw what they are given.',
		may: ['calls', 'domain', 'view', 'cluster', 'exchange', 'worker', 'layout', 'ui'],
		not: ['$app/', '@supabase/']
	},
	ui: {
		reason: 'Interface parts use no domain words.',
		may: [],
		not: ['$app/', '@supabase/', 'maplibre-gl']
	},
	forms: {
		reason: 'Forms draw the fields of records.',
		may: ['ui', 'records', 'domain'],
		not: ['@supabase/']
	},
	worker: {
		reason: 'The worker computes; it knows no screen.',
		may: ['calls', 'domain', 'view', 'analysis', 'peers', 'cluster', 'network', 'layout', 'forecast'],
		not: ['svelte', '$app/', '@supabase/']
	},
	server: {
		reason: 'The server renders nothing.',
		may: [
			'calls',
			'domain',
			'view',
			'exchange',
			'tables',
			'councils',
			'records',
			'search',
			'peers',
			'council-peers',
			'analysis'
		],
		not: ['svelte', 'maplibre-gl']
	}
};

/**
 * Pages that hand out another page in another form, by the folders of src/routes that they may import from. Every other
 * page keeps to its own folder; what two pages use belongs into a room.
 *
 * @type {Record<string, string[]>}
 */
export const PAGES = {
	// The same map and network in a frame, and as files.
	embed: ['map', 'network'],
	data: ['map', 'network'],
	// What the answer thread can be asked for, by page.
	'computations.ts': ['data', 'network', 'research']
};
