import { polygonArea } from 'd3';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { BoundaryError } from './boundary-error.ts';

/** Polygons of one area: each a ring outside and rings of holes, as GeoJSON has them. */
export type Polygons = Position[][][];

const DIGITS = 6;
/** Square degrees that rounding alone can enclose. */
const SMALLEST = 1e-12;

/**
 * Polygons of an area as this app keeps them: degrees to six decimals, rings closed, the outer one
 * counterclockwise and holes clockwise whichever way they came, without rings that enclose nothing.
 *
 * @param polygons as a file has them: lists of rings
 * @param code whose they are, for the sentence when they are broken
 * @returns empty where nothing is enclosed
 * @throws {BoundaryError} when a ring is broken or its coordinates are no degrees
 *
 * Source: RFC 7946, 3.1.6; TopoJSON winds the other way round.
 */
export function cleanPolygons(polygons: readonly unknown[], code: string): Polygons {
	return polygons.flatMap((polygon) => {
		if (!Array.isArray(polygon)) throw new BoundaryError(`The boundary of ${code} is no list of rings.`);
		const [outer, ...holes] = polygon.map((ring) => cleanRing(ring, code));
		if (outer === undefined || isFlat(outer)) return [];
		return [[wound(outer, true), ...holes.filter((hole) => !isFlat(hole)).map((hole) => wound(hole, false))]];
	});
}

/** Polygons as the shortest geometry that holds them. */
export function geometryOf(polygons: Polygons): Polygon | MultiPolygon {
	return polygons.length === 1
		? { type: 'Polygon', coordinates: polygons[0]! }
		: { type: 'MultiPolygon', coordinates: polygons };
}

/** What a ring encloses, in square degrees, whichever way it is wound. */
export function ringArea(ring: readonly Position[]): number {
	return Math.abs(polygonArea(ring as [number, number][]));
}

function cleanRing(ring: unknown, code: string): Position[] {
	if (!Array.isArray(ring) || ring.length < 4)
		throw new BoundaryError(`The boundary of ${code} has a ring of fewer than four corners.`);
	const corners = ring.map((corner: unknown): Position => {
		const [longitude, latitude] = Array.isArray(corner) ? (corner as unknown[]) : [];
		if (typeof longitude !== 'number' || typeof latitude !== 'number')
			throw new BoundaryError(`The boundary of ${code} has a corner that is no pair of numbers.`);
		if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90))
			throw new BoundaryError(
				`The coordinates are not in degrees (${code} has ${longitude}, ${latitude}): they look like a national grid. Export the file again as WGS 84 (EPSG:4326).`
			);
		if (longitude > 30 && latitude < 30)
			throw new BoundaryError(
				`The coordinates look swapped (${code} has ${longitude}, ${latitude}): longitude comes first in GeoJSON.`
			);
		return [round(longitude), round(latitude)];
	});
	const [first, last] = [corners[0]!, corners.at(-1)!];
	if (first[0] !== last[0] || first[1] !== last[1])
		throw new BoundaryError(`The boundary of ${code} has a ring that does not close.`);
	return corners;
}

function isFlat(ring: readonly Position[]): boolean {
	return ringArea(ring) < SMALLEST;
}

function wound(ring: Position[], isCounterclockwise: boolean): Position[] {
	// d3 counts y downwards: what it calls positive is clockwise on a map.
	return polygonArea(ring as [number, number][]) < 0 === isCounterclockwise ? ring : ring.toReversed();
}

function round(value: number): number {
	const factor = 10 ** DIGITS;
	return Math.round(value * factor) / factor;
}
