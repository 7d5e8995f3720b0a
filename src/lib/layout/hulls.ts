/** Corners of the rounded edge around a point; their number trades smoothness for size. */
const CORNERS = 16;

/**
 * Smallest convex polygon around points.
 *
 * @param positions x and y of every node, interleaved (units)
 * @param nodes nodes to surround
 * @returns corners, x and y interleaved, turning one way; empty when there are no nodes
 *
 * Source: A. M. Andrew, Another efficient algorithm for convex hulls in two dimensions (1979).
 */
export function hullOf(positions: ArrayLike<number>, nodes: ArrayLike<number>): Float64Array {
	const points: Point[] = [];
	for (let i = 0; i < nodes.length; i++)
		points.push([positions[2 * nodes[i]!]!, positions[2 * nodes[i]! + 1]!]);
	return Float64Array.from(convexHull(points).flat());
}

/**
 * A convex polygon widened by a rounded margin.
 *
 * @param corners as `hullOf` gives them
 * @param padding distance kept from each corner (units, >= 0)
 * @returns corners, x and y interleaved, turning one way
 */
export function widenedHull(corners: Float64Array, padding: number): Float32Array {
	if (padding <= 0) return Float32Array.from(corners);
	// The corners of a 16-gon that contains the circle, so that its sides stay outside the padding.
	const reach = padding / Math.cos(Math.PI / CORNERS);
	const widened: Point[] = [];
	for (let i = 0; i < corners.length; i += 2) {
		for (let k = 0; k < CORNERS; k++) {
			const angle = (2 * Math.PI * k) / CORNERS;
			widened.push([corners[i]! + reach * Math.cos(angle), corners[i + 1]! + reach * Math.sin(angle)]);
		}
	}
	return Float32Array.from(convexHull(widened).flat());
}

type Point = [number, number];

function convexHull(points: readonly Point[]): Point[] {
	// On a fine grid the turns below are exact; points a hair apart would make them contradict each other.
	const snapped = points.map(([x, y]): Point => [snap(x), snap(y)]);
	const sorted = snapped.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
	if (sorted.length < 3) return sorted;
	return [...halfHull(sorted), ...halfHull(sorted.reverse())];
}

function snap(value: number): number {
	return Math.round(value * 1024) / 1024;
}

/** One side of the hull, without its last point, which begins the other side. */
function halfHull(sorted: readonly Point[]): Point[] {
	const side: Point[] = [];
	for (const point of sorted) {
		while (side.length >= 2 && turn(side.at(-2)!, side.at(-1)!, point) <= 0) side.pop();
		side.push(point);
	}
	side.pop();
	return side;
}

function turn(a: Point, b: Point, c: Point): number {
	return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}
