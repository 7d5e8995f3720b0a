/** Corners of the rounded edge around a point; their number trades smoothness for size. */
const CORNERS = 16;

/**
 * Smallest convex polygon around points, widened by a rounded margin.
 *
 * @param positions x and y of every node, interleaved (units)
 * @param nodes nodes to surround
 * @param padding distance kept from each of them (units, >= 0)
 * @returns corners, x and y interleaved, turning one way; empty when there are no nodes
 *
 * Source: A. M. Andrew, Another efficient algorithm for convex hulls in two dimensions (1979).
 */
export function paddedHull(
	positions: ArrayLike<number>,
	nodes: ArrayLike<number>,
	padding: number
): Float32Array {
	const points: Point[] = [];
	for (let i = 0; i < nodes.length; i++)
		points.push([positions[2 * nodes[i]!]!, positions[2 * nodes[i]! + 1]!]);
	const inner = convexHull(points);
	if (padding <= 0) return Float32Array.from(inner.flat());
	// The corners of a 16-gon that contains the circle, so that its sides stay outside the padding.
	const reach = padding / Math.cos(Math.PI / CORNERS);
	const widened = inner.flatMap(([x, y]) =>
		Array.from({ length: CORNERS }, (_, k): Point => {
			const angle = (2 * Math.PI * k) / CORNERS;
			return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
		})
	);
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
