/** The browser's half of the map bench: the same organisations drawn by our layers and by MapLibre's own sources. */
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import { mercatorX, mercatorY } from '#lib/cluster/mercator.ts';
import type { Atlas } from '#lib/domain/atlas.ts';
import { createMap } from '#lib/map/create-map.ts';
import type { MapPoints } from '#lib/map/map-points.ts';
import { MemberMap } from '#lib/map/member-map.ts';
import type { PointLook } from '#lib/map/point-layer.ts';
import type { MapTheme } from '#lib/map/theme.ts';
import { MapCounts } from '#lib/view/map-counts.ts';
import { seededRandom } from './network-graphs.ts';

export type Peer = 'ours' | 'clustered' | 'plain' | 'global-state';

export interface MapBench {
	/** Makes the organisations, as texts that a network would bring, and an empty map. */
	prepare(organisations: number): Promise<void>;
	/** Reads the texts and draws the first full picture. */
	load(peer: Peer): Promise<void>;
	/** Moves the date this many months, a full picture each. */
	steps(peer: Peer, count: number): Promise<void>;
	/** Longest task so far that the browser calls long, ms; 0 without any. */
	longestTask(): number;
	/** Organisations that the numbers beside the map counted last. */
	counted(): number;
}

interface Columns {
	lon: number[];
	lat: number[];
	from: number[];
	to: number[];
	kind: number[];
	area: number[];
}

const KINDS = 11;
const AREAS = 361;
const FIRST_DAY = 14_610;
const DAYS = 6000;
const TODAY = FIRST_DAY + DAYS;
const THEME: MapTheme = {
	sea: '#e3ecee',
	land: '#fbfaf6',
	abroad: '#f0eee6',
	coast: '#b9b5a6',
	rim: '#ffffff',
	ink: '#1d2528',
	muted: '#55626a',
	card: '#ffffff',
	accent: '#0b5f59',
	second: '#a23b12',
	line: '#d9d6cc',
	paper: '#fbfaf6',
	steps: [],
	font: 'sans-serif'
};
const LOOKS: PointLook[] = Array.from({ length: KINDS }, (_, kind) => ({
	colour: `#${(0x0b5f59 + kind * 0x150a12).toString(16).padStart(6, '0').slice(-6)}`,
	path: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2Z',
	isOpen: false
}));

let map: MapLibreMap;
let columnsUrl = '';
let geojsonUrl = '';
let members: MemberMap | null = null;
let counts: MapCounts | null = null;
let features: GeoJSON.Feature[] = [];
let total = 0;
let longest = 0;

new PerformanceObserver((list) => {
	for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
}).observe({ type: 'longtask' });

function idle(): Promise<void> {
	return new Promise((resolve) => map.once('idle', () => resolve()));
}

/** Organisations round a few hundred towns, as the country's are, with a start and sometimes an end. */
function generate(count: number): Columns {
	const random = seededRandom(2026);
	const towns = Array.from({ length: 400 }, () => [-5.5 + 6.5 * random(), 50.5 + 6 * random()] as const);
	const columns: Columns = { lon: [], lat: [], from: [], to: [], kind: [], area: [] };
	for (let at = 0; at < count; at += 1) {
		const town = Math.floor(random() * random() * towns.length);
		const from = FIRST_DAY + Math.floor(random() * DAYS);
		columns.lon.push(Number((towns[town]![0] + (random() - 0.5) * 0.3).toFixed(5)));
		columns.lat.push(Number((towns[town]![1] + (random() - 0.5) * 0.2).toFixed(5)));
		columns.from.push(from);
		columns.to.push(random() < 0.3 ? from + Math.floor(random() * 2000) + 30 : 0x7fffffff);
		columns.kind.push(Math.floor(random() * KINDS));
		columns.area.push(town % AREAS);
	}
	return columns;
}

function geojsonOf({ lon, lat, from, to, kind }: Columns): string {
	return JSON.stringify({
		type: 'FeatureCollection',
		features: lon.map((x, at) => ({
			type: 'Feature',
			geometry: { type: 'Point', coordinates: [x, lat[at]] },
			properties: { from: from[at], to: to[at], kind: kind[at] }
		}))
	});
}

async function loadOurs(): Promise<void> {
	const columns = (await (await fetch(columnsUrl)).json()) as Columns;
	const row = Int32Array.from(columns.lon, (_, at) => at);
	const points: MapPoints = {
		organisation: row,
		x: Float64Array.from(columns.lon, mercatorX),
		y: Float64Array.from(columns.lat, mercatorY),
		times: {
			point: row,
			from: Int32Array.from(columns.from),
			to: Int32Array.from(columns.to),
			begun: new Uint8Array(row.length),
			kind: Uint8Array.from(columns.kind),
			kinds: KINDS
		},
		unlocated: new Int32Array(0)
	};
	members = new MemberMap({ map, isOffline: false, groundDrawn: Promise.resolve() }, THEME, {
		boundaries: null,
		onchange: () => {},
		onlost: () => {}
	});
	members.setWindow({ mode: 'as-of', day: TODAY, since: 0 });
	const { from, to, begun, kind } = points.times;
	counts = new MapCounts(
		{
			organisations: {
				count: row.length,
				kind,
				area: Int32Array.from(columns.area),
				lon: Float64Array.from(columns.lon)
			},
			areas: { length: AREAS }
		} as unknown as Atlas,
		{ count: row.length, organisation: row, from, to, begun, ended: begun }
	);
	const drawn = idle();
	await members.setPoints(points, LOOKS);
	await drawn;
	await idleAgain();
}

/** After the last piece of work has reached the screen. */
function idleAgain(): Promise<void> {
	map.triggerRepaint();
	return idle();
}

async function loadTheirs(peer: Exclude<Peer, 'ours'>): Promise<void> {
	const colour: unknown = [
		'match',
		['get', 'kind'],
		...LOOKS.flatMap((look, kind) => [kind, look.colour]),
		'#888888'
	];
	const isClustered = peer === 'clustered';
	if (isClustered)
		features = ((await (await fetch(geojsonUrl)).json()) as GeoJSON.FeatureCollection).features;
	map.addSource('organisations', {
		type: 'geojson',
		data: geojsonUrl,
		cluster: isClustered,
		clusterRadius: 44
	});
	if (peer === 'global-state') map.setGlobalStateProperty('day', TODAY);
	map.addLayer({
		id: 'organisations',
		type: 'circle',
		source: 'organisations',
		...(peer === 'global-state'
			? {
					filter: [
						'all',
						['<=', ['get', 'from'], ['global-state', 'day']],
						['>', ['get', 'to'], ['global-state', 'day']]
					]
				}
			: {}),
		paint: {
			'circle-radius': 5.5,
			'circle-color': colour as string,
			'circle-stroke-width': 1,
			'circle-stroke-color': '#ffffff'
		}
	});
	if (isClustered) {
		map.addLayer({
			id: 'counts',
			type: 'symbol',
			source: 'organisations',
			filter: ['has', 'point_count'],
			layout: { 'text-field': ['get', 'point_count_abbreviated'], 'text-size': 13 }
		});
	}
	await idle();
}

async function step(peer: Peer, day: number): Promise<void> {
	const drawn = idle();
	if (peer === 'ours') {
		const window = { mode: 'as-of' as const, day, since: 0 };
		members!.setWindow(window);
		total = counts!.count(window).total;
	} else if (peer === 'global-state') map.setGlobalStateProperty('day', day);
	else {
		const there = features.filter(
			({ properties }) => (properties!['from'] as number) <= day && (properties!['to'] as number) > day
		);
		total = there.length;
		(map.getSource('organisations') as GeoJSONSource).setData({ type: 'FeatureCollection', features: there });
	}
	await drawn;
}

const bench: MapBench = {
	async prepare(organisations) {
		const holder = document.createElement('div');
		holder.style.cssText = 'position:relative;width:1000px;height:720px';
		document.body.append(holder);
		const columns = generate(organisations);
		columnsUrl = URL.createObjectURL(new Blob([JSON.stringify(columns)], { type: 'application/json' }));
		geojsonUrl = URL.createObjectURL(new Blob([geojsonOf(columns)], { type: 'application/json' }));
		({ map } = await createMap(holder, {
			theme: THEME,
			styleUrl: null,
			onfallback: () => {},
			reducedMotion: true
		}));
		await idleAgain();
	},
	load: (peer) => (peer === 'ours' ? loadOurs() : loadTheirs(peer)),
	async steps(peer, count) {
		longest = 0;
		for (let at = 1; at <= count; at += 1) await step(peer, TODAY - at * 90);
		// Observers of long tasks report after the task.
		await new Promise((resolve) => setTimeout(resolve, 300));
	},
	longestTask: () => longest,
	counted: () => total
};

declare global {
	interface Window {
		mapBench: MapBench;
	}
}
window.mapBench = bench;
