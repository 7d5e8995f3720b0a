import type { Position } from 'geojson';
import { union } from 'polyclip-ts';
import { BoundaryError } from './boundary-error.ts';
import { cleanPolygons, ringArea } from './boundary-rings.ts';
import type { Polygons } from './boundary-rings.ts';

/** Widest gap that stands for a border drawn twice and not quite alike, degrees (some 30 metres). */
const SLIVER = 3e-4;

/**
 * One shape of all polygons: borders that two of them share are gone, and so are slivers between borders that were
 * drawn twice and not quite alike. Holes and islands stay.
 *
 * @param whose the area, for the sentence when its polygons cannot be put together
 * @throws {BoundaryError} when they are so broken that no union can be found
 *
 * Source: polyclip-ts, after Martínez, Rueda and Feito (2009).
 */
export function dissolve(polygons: Polygons, whose: string): Polygons {
	if (polygons.length < 2) return polygons;
	let whole: Polygons;
	try {
		const [first, ...rest] = polygons as [number, number][][][];
		whole = union(first!, ...rest);
	} catch {
		throw new BoundaryError(`The shapes that make ${whose} cross themselves and cannot be put together.`);
	}
	const held = new Set(polygons.flatMap(([, ...holes]) => holes.map(ringKey)));
	const withoutSlivers = whole.map(([outer, ...holes]) => [
		outer!,
		...holes.filter((hole) => held.has(ringKey(hole)) || !isSliver(hole))
	]);
	return cleanPolygons(withoutSlivers, whose);
}

/** Whether two of the polygons share an edge, which the parts of one valid shape never do. */
export function shareEdges(polygons: Polygons): boolean {
	const seen = new Map<string, number>();
	return polygons.some((rings, polygon) =>
		rings.some((ring) =>
			ring.slice(1).some((corner, at) => {
				const edge = [ring[at]!.join(), corner.join()].sort().join(' ');
				const other = seen.get(edge);
				seen.set(edge, polygon);
				return other !== undefined && other !== polygon;
			})
		)
	);
}

/** A ring by its corners, wherever it begins and whichever way it is wound. */
export function ringKey(ring: readonly Position[]): string {
	return ring
		.slice(1)
		.map((corner) => corner.join())
		.sort()
		.join(' ');
}

function isSliver(ring: readonly Position[]): boolean {
	const around = ring
		.slice(1)
		.reduce((sum, [x, y], at) => sum + Math.hypot(x! - ring[at]![0]!, y! - ring[at]![1]!), 0);
	return (2 * ringArea(ring)) / around < SLIVER;
}
