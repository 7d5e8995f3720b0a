import { extent, max, polygonContains } from 'd3';
import type { Position } from 'geojson';
import type { Polygons } from './boundary-rings.ts';

/** What is known of an area beside its boundary. */
export interface AreaFacts {
	code: string;
	name: string;
	/** Recorded middles, longitude and latitude: of the land, of the people. Empty where none is known. */
	centres: readonly Position[];
}

/** Two areas that share a border. */
export interface Border {
	a: string;
	b: string;
	km: number;
}

export interface PlaceCheck {
	/** Areas drawn far from their recorded place, the farthest first. */
	far: { code: string; km: number }[];
	/** Neighbours whose boundaries do not touch in the file. */
	apart: Border[];
	/** How many borders between areas of the file are known. */
	borders: number;
}

const KM_A_DEGREE = 111.2;
/** A middle is generalised and rounded, and a river mouth or an island may lie between it and the land. */
const NEAR_KM = 3;
/** Shorter borders come and go with generalising. */
const SURE_BORDER_KM = 2;
/** Side of the cells by which outlines are compared, degrees of latitude (some 2 km). */
const CELL = 0.02;
/** More areas out of place than this share, and the file as a whole is no map. */
const MOST_FAR = 0.1;
const MOST_APART = 0.5;
/** Fewer borders than this say nothing about a file. */
const FEWEST_BORDERS = 8;
const MOST_NAMED = 5;

/**
 * Compares boundaries with what is known of their areas: where they lie, and whom they border on. A diagram in
 * degrees, such as hexagons of one size, or codes beside the wrong shapes, show in both.
 *
 * An area is out of place when its recorded middles lie outside it by more than half its own width, and by more than
 * 3 km (the published ones lie within 1 km). Neighbours are apart when a cell of 2 km and those round it hold no outline of both.
 */
export function checkPlaces(
	shapes: readonly { code: string; polygons: Polygons }[],
	facts: readonly AreaFacts[],
	borders: readonly Border[]
): PlaceCheck {
	const centres = new Map(facts.map((area) => [area.code, area.centres]));
	const far = shapes.flatMap(({ code, polygons }) => {
		const away = (centres.get(code) ?? []).map((centre) => distanceKm(centre, polygons));
		const km = Math.min(...away);
		return away.length > 0 && km > Math.max(NEAR_KM, widthKm(polygons) / 2) ? [{ code, km }] : [];
	});
	const outlines = new Map(shapes.map(({ code, polygons }) => [code, outlineCells(polygons)]));
	const known = borders.filter(({ a, b, km }) => km >= SURE_BORDER_KM && outlines.has(a) && outlines.has(b));
	return {
		far: far.sort((a, b) => b.km - a.km),
		apart: known.filter(({ a, b }) => !touch(outlines.get(a)!, outlines.get(b)!)),
		borders: known.length
	};
}

/**
 * Why a file as a whole is no map of its areas: more than a tenth of them lie far from their place, or more than half
 * of the known neighbours do not touch.
 *
 * @param areas how many the file has
 * @param named how the sentence calls an area
 * @returns null where it is one
 */
export function placeFault(
	{ far, apart, borders }: PlaceCheck,
	areas: number,
	named: (code: string) => string
): string | null {
	const what =
		far.length > areas * MOST_FAR
			? `${far.length} of ${areas} lie far from their place (${some(far, ({ code, km }) => `${named(code)} ${inKm(km)}`)})`
			: borders >= FEWEST_BORDERS && apart.length > borders * MOST_APART
				? `${apart.length} of ${borders} pairs of neighbours do not touch (${some(apart, ({ a, b }) => `${named(a)} and ${named(b)}`)})`
				: null;
	if (what === null) return null;
	return `The file is no map of these areas: ${what}. It may be a diagram, such as hexagons of one size, or have codes beside the wrong shapes. Nothing was written.`;
}

/** A distance in words. */
export function inKm(km: number): string {
	return `${Math.round(km).toLocaleString('en-GB')} km`;
}

function some<Item>(items: readonly Item[], words: (item: Item) => string): string {
	return items.slice(0, MOST_NAMED).map(words).join(', ') + (items.length > MOST_NAMED ? ' …' : '');
}

/** From a place to the nearest point of polygons, km; 0 within them. */
function distanceKm([longitude, latitude]: Position, polygons: Polygons): number {
	const place: [number, number] = [longitude!, latitude!];
	const isWithin = polygons.some(
		([outer, ...holes]) =>
			polygonContains(outer as [number, number][], place) &&
			!holes.some((hole) => polygonContains(hole as [number, number][], place))
	);
	if (isWithin) return 0;
	const narrow = Math.cos((latitude! * Math.PI) / 180);
	const plane = ([x, y]: Position): [number, number] => [(x! - place[0]) * narrow, y! - place[1]];
	let least = Infinity;
	for (const ring of polygons.flat()) {
		for (let at = 1; at < ring.length; at += 1)
			least = Math.min(least, fromOrigin(plane(ring[at - 1]!), plane(ring[at]!)));
	}
	return least * KM_A_DEGREE;
}

/** From the origin to the nearest point of a segment. */
function fromOrigin([ax, ay]: [number, number], [bx, by]: [number, number]): number {
	const [dx, dy] = [bx - ax, by - ay];
	const length = dx * dx + dy * dy;
	const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length));
	return Math.hypot(ax + along * dx, ay + along * dy);
}

/** Corner to corner of the box round the largest polygon, km: a far island does not make an area wide. */
function widthKm(polygons: Polygons): number {
	const widths = polygons.map(([outer]) => {
		const [west, east] = extent(outer!, ([longitude]) => longitude!) as [number, number];
		const [south, north] = extent(outer!, ([, latitude]) => latitude!) as [number, number];
		const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
		return Math.hypot((east - west) * narrow, north - south);
	});
	return max(widths)! * KM_A_DEGREE;
}

/** Cells that the rings of an area pass through. */
function outlineCells(polygons: Polygons): Set<number> {
	const cells = new Set<number>();
	for (const ring of polygons.flat()) {
		for (let at = 1; at < ring.length; at += 1) {
			const [[ax, ay], [bx, by]] = [ring[at - 1]!, ring[at]!] as [[number, number], [number, number]];
			const steps = Math.ceil(Math.max(Math.abs(bx - ax), Math.abs(by - ay)) / CELL) || 1;
			for (let step = 0; step <= steps; step += 1) {
				const part = step / steps;
				cells.add(cellAt(ax + part * (bx - ax), ay + part * (by - ay)));
			}
		}
	}
	return cells;
}

const ROW = 100_000;

function cellAt(longitude: number, latitude: number): number {
	return Math.floor((longitude + 180) / CELL) + ROW * Math.floor((latitude + 90) / CELL);
}

function touch(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
	const [few, many] = a.size < b.size ? [a, b] : [b, a];
	for (const cell of few)
		for (const down of [-ROW, 0, ROW])
			for (const across of [-1, 0, 1]) if (many.has(cell + down + across)) return true;
	return false;
}
