import { placeBlockBelow, PlacedDiscs } from './free-place.ts';

/** Share of the map's frame that discs may fill at most. */
const FULLEST = 0.25;

/**
 * Places each node as near as it can be to its place on the map, no disc over another. The map is enlarged
 * until discs fill no more than a quarter of its frame; nodes without a place stand in a block below.
 *
 * @param anchors x and y of each node's place, interleaved, y downwards (any unit); NaN when unknown
 * @param radii radius of each node (units, > 0); larger ones choose first
 * @param gap least distance between discs (units)
 */
export function regionLayout(
	anchors: ArrayLike<number>,
	radii: ArrayLike<number>,
	gap: number
): Float32Array {
	const positions = new Float32Array(2 * radii.length);
	const known: number[] = [];
	const unknown: number[] = [];
	for (let node = 0; node < radii.length; node++) {
		const isKnown = Number.isFinite(anchors[2 * node]) && Number.isFinite(anchors[2 * node + 1]);
		(isKnown ? known : unknown).push(node);
	}
	const largest = Math.max(1e-3, largestOf(radii));
	const { scale, centreX, centreY } = frameOf(anchors, radii, known, gap);
	const discs = new PlacedDiscs(largest, gap);
	known.sort((a, b) => radii[b]! - radii[a]! || a - b);
	for (const node of known) {
		const [x, y] = discs.addNear(
			(anchors[2 * node]! - centreX) * scale,
			(anchors[2 * node + 1]! - centreY) * scale,
			radii[node]!
		);
		positions[2 * node] = x;
		positions[2 * node + 1] = y;
	}
	placeBlockBelow(positions, unknown, 2 * largest + gap);
	return positions;
}

/** The largest entry; 0 of none. */
export function largestOf(values: ArrayLike<number>): number {
	let largest = 0;
	for (let i = 0; i < values.length; i++) largest = Math.max(largest, values[i]!);
	return largest;
}

function frameOf(
	anchors: ArrayLike<number>,
	radii: ArrayLike<number>,
	nodes: readonly number[],
	gap: number
) {
	let [left, right, top, bottom, area] = [Infinity, -Infinity, Infinity, -Infinity, 0];
	for (const node of nodes) {
		left = Math.min(left, anchors[2 * node]!);
		right = Math.max(right, anchors[2 * node]!);
		top = Math.min(top, anchors[2 * node + 1]!);
		bottom = Math.max(bottom, anchors[2 * node + 1]!);
		area += (2 * radii[node]! + gap) ** 2;
	}
	if (nodes.length === 0) return { scale: 1, centreX: 0, centreY: 0 };
	// A map that is nearly a line is enlarged as if it were an eighth as high as wide.
	const longest = Math.max(right - left, bottom - top);
	const frame = longest * Math.max(Math.min(right - left, bottom - top), longest / 8);
	const scale = frame > 0 ? Math.sqrt(area / FULLEST / frame) : 1;
	return { scale, centreX: (left + right) / 2, centreY: (top + bottom) / 2 };
}
