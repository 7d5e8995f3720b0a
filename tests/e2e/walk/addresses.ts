import type { AtlasWire } from '#lib/domain/atlas-wire.ts';

/** Views in which nothing is found, each for a reason of its own, and damaged ones. */
const EMPTY_VIEWS = [
	'q=nobody-has-this-name',
	'practice=no-such-practice',
	'network=no-such-network',
	'select=no-such-organisation',
	'area=E99999999',
	'date=1700-01-01',
	'date=2199-12-31',
	'date=not-a-date',
	'kind=wizard&region=Atlantis&stage=asleep',
	'network=good-help&status=lapsed',
	'network=ccin&date=1990-01-01',
	'practice=wigan-deal&stage=exploring',
	'kind=university&region=Northern Ireland&practice=wigan-deal',
	'mode=changed&months=1&date=1990-01-01',
	'mode=cumulative&date=1990-01-01'
];

/**
 * Every address that the walk opens, by the part of the site: each practice, network, kind and region in each
 * way to see it, one organisation of each kind and what is asked of it, each kind of link, and each way to
 * find nothing.
 */
export function walkedAddresses(atlas: AtlasWire): Record<string, string[]> {
	const { practices, vocabularies } = atlas;
	const { ofPractice, ofNetwork, ofKind, ofRegion, bodies, shared, councils } = thingsOf(atlas);
	const any = ['', ...ofPractice, ...ofNetwork, ...ofKind, ...ofRegion, ...EMPTY_VIEWS];
	const narrow = ['', ...ofNetwork, ...EMPTY_VIEWS];

	// A page obeys some of a view only: what it does not obey is opened once, with the empty ones.
	return {
		home: each(['/'], narrow),
		'the directory': each(['/organisations'], any),
		'the catalogue': [
			...each(['/practices'], [...narrow, ...ofKind, ...ofRegion]),
			...each(['/practices/wigan-deal'], EMPTY_VIEWS),
			...practices.slug.map((slug) => `/practices/${slug}`)
		],
		'the library': [
			...each(['/learning'], [...narrow, ...ofPractice, ...of('type', vocabularies.link_kind)]),
			...shared.map((slug) => `/learning/${slug}`)
		],
		'the map as hexagons and tables': [
			...each(['/map?show=hexagons', '/map?show=table'], any),
			...each(['/map?show=table&of=areas', '/map?show=table&of=learning'], [...narrow, ...ofPractice])
		],
		'the network as a table': each(['/network?show=table'], any),
		// A picture costs as much as four other pages.
		pictures: each(['/map', '/network', '/embed/map', '/embed/network'], ['', ...ofNetwork]).concat(
			each(['/map', '/network'], EMPTY_VIEWS)
		),
		'what others embed': each(['/embed/map?show=hexagons'], [...narrow, ...ofPractice]),
		events: each(['/events'], [...narrow, 'month=2026-03', 'month=x']),
		profiles: bodies.flatMap((slug) => [
			`/organisations/${slug}`,
			`/peers/organisation/${slug}`,
			`/network?show=table&node=o.${slug}`
		]),
		peers: [
			'/peers',
			...councils.map((code) => `/peers/${code}`),
			'/peers/E10000012',
			...each(['/peers/E08000005'], [...ofPractice, ...EMPTY_VIEWS]),
			'/peers/compare',
			`/peers/compare?areas=${councils[0]}`,
			`/peers/compare?areas=${councils.slice(0, 6).join('~')}`,
			'/peers/new',
			'/peers/new?areas=',
			'/peers/new?areas=E10000016',
			'/peers/new?areas=E07000108~E07000114&name=East&areas-2=E07000110~E07000116&name-2=West&show=2',
			'/peers/new?areas=W06000001~W06000002&group=county&approximate=off',
			'/peers/new/sheet?areas=E08000001~E08000002'
		],
		search: each(['/search'], ['', 'q=', 'q=council', 'q=nobodyhasthisname']),
		// Few shuffles: what is walked is whether every figure stands, not how sure it is.
		research: each(['/research?shuffles=99'], [...ofPractice, ...ofNetwork, ...EMPTY_VIEWS])
	};
}

/** Pages that obey a view, on which each way to find nothing is tried in turn. */
const OBEDIENT = [
	'/map?show=hexagons',
	'/organisations',
	'/practices',
	'/network?show=table',
	'/learning',
	'/'
];

/**
 * The addresses that are opened whenever the tests run: every practice, network, kind and region, one organisation
 * of each kind, each kind of link and each way to find nothing, each on the pages that show it in a way of their own
 * rather than on all. `walkedAddresses` is the whole product of them.
 */
export function alwaysWalked(atlas: AtlasWire): Record<string, string[]> {
	const { practices, networks, vocabularies } = atlas;
	const { ofPractice, ofNetwork, ofKind, ofRegion, bodies, shared, councils } = thingsOf(atlas);
	return {
		practices: [
			...practices.slug.map((slug) => `/practices/${slug}`),
			...each(['/map?show=hexagons&measure=adopted'], ofPractice)
		],
		networks: [
			...networks.slug.map((slug) => `/networks/${slug}`),
			...each(['/', '/network?show=table'], ['', ...ofNetwork])
		],
		'kinds and regions': [
			...each(['/organisations'], ['', ...ofKind]),
			...each(['/map?show=table'], ['', ...ofRegion])
		],
		organisations: bodies.flatMap((slug) => [`/organisations/${slug}`, `/peers/organisation/${slug}`]),
		links: [
			...shared.map((slug) => `/learning/${slug}`),
			...each(['/learning'], of('type', vocabularies.link_kind))
		],
		// Each case on two pages, so that every page meets a third of them.
		'nothing found': EMPTY_VIEWS.flatMap((view, at) =>
			[at, at + 3].map((turn) => addressOf(OBEDIENT[turn % OBEDIENT.length]!, view))
		),
		peers: [
			'/peers',
			...councils.map((code) => `/peers/${code}`),
			`/peers/compare?areas=${councils.slice(0, 3).join('~')}`
		],
		research: each(['/research?shuffles=99'], [...ofPractice, ...EMPTY_VIEWS.slice(0, 3)]),
		pictures: each(['/map', '/network', '/embed/map', '/embed/network'], ['', 'network=good-help'])
	};
}

/** What there is to be opened, as words of an address or as names. */
function thingsOf({ practices, networks, organisations, links, areas, vocabularies }: AtlasWire) {
	const firstOf = (kinds: readonly string[], kind: readonly number[], slugs: readonly string[]) =>
		kinds.flatMap((_, position) => slugs[kind.indexOf(position)] ?? []);
	return {
		ofPractice: of('practice', practices.slug),
		ofNetwork: of('network', networks.slug),
		ofKind: of('kind', vocabularies.organisation_kind),
		ofRegion: of('region', [...new Set([...areas.nation, ...areas.region])]),
		/** One organisation of each kind, one link of each kind, one area of each type of council. */
		bodies: firstOf(vocabularies.organisation_kind, organisations.kind, organisations.slug),
		shared: firstOf(vocabularies.link_kind, links.kind, links.slug),
		councils: [...new Set(areas.kind)].map((kind) => areas.code[areas.kind.indexOf(kind)]!)
	};
}

function of(parameter: string, values: readonly string[]): string[] {
	return values.map((value) => `${parameter}=${encodeURIComponent(value)}`);
}

function each(pages: readonly string[], views: readonly string[]): string[] {
	return pages.flatMap((page) => views.map((view) => addressOf(page, view)));
}

function addressOf(page: string, search: string): string {
	return search === '' ? page : `${page}${page.includes('?') ? '&' : '?'}${search}`;
}
