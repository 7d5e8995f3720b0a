import { adjacencyOf, type Adjacency, type LayoutGraph } from './layout-graph.ts';
import { largestOf } from './region.ts';

/** Rounds in which nodes move towards the mean height of their neighbours. */
const ROUNDS = 4;

/**
 * Time runs across: each node keeps the x of its date, and stands on the free lane nearest to its
 * neighbours', no disc over another. Nodes without a date stand in a column left of the first.
 *
 * @param dates x of each node's date (units); NaN when unknown
 * @param radii radius of each node (units, > 0)
 * @param gap least distance between discs (units)
 */
export function timelineLayout(
	graph: LayoutGraph,
	dates: ArrayLike<number>,
	radii: ArrayLike<number>,
	gap: number
): Float32Array {
	const { nodeCount } = graph;
	const adjacency = adjacencyOf(graph);
	const largest = Math.max(1e-3, largestOf(radii));
	const x = acrossOf(dates, nodeCount, 4 * (largest + gap));
	const order = Array.from(x.keys()).sort((a, b) => x[a]! - x[b]! || a - b);

	// Before the first round nobody has a lane, so nodes only look at neighbours that stand already.
	let lanes = new Float64Array(nodeCount).fill(NaN);
	for (let round = 0; round < ROUNDS; round++) lanes = assignLanes(adjacency, x, radii, gap, order, lanes);

	const positions = new Float32Array(2 * nodeCount);
	for (let node = 0; node < nodeCount; node++) {
		positions[2 * node] = x[node]!;
		positions[2 * node + 1] = lanes[node]! * (2 * largest + gap);
	}
	return positions;
}

function acrossOf(dates: ArrayLike<number>, nodeCount: number, margin: number): Float64Array {
	let first = Infinity;
	for (let node = 0; node < nodeCount; node++) {
		if (Number.isFinite(dates[node])) first = Math.min(first, dates[node]!);
	}
	const unknown = first === Infinity ? 0 : first - margin;
	return Float64Array.from({ length: nodeCount }, (_, node) =>
		Number.isFinite(dates[node]) ? dates[node]! : unknown
	);
}

/** Lanes of all nodes, from the left: each the free one nearest to the mean lane of its neighbours. */
function assignLanes(
	{ nodeCount, offsets, neighbours }: Adjacency,
	x: Float64Array,
	radii: ArrayLike<number>,
	gap: number,
	order: readonly number[],
	before: Float64Array
): Float64Array<ArrayBuffer> {
	const lanes = before.slice();
	// Right edge of the last disc on each lane; lane 0 is in the middle.
	const edges = new Float64Array(2 * nodeCount + 1).fill(-Infinity);
	for (const node of order) {
		const lane = nearestFreeLane(edges, meanLane(node), x[node]! - radii[node]! - gap);
		edges[lane + nodeCount] = x[node]! + radii[node]!;
		lanes[node] = lane;
	}
	return lanes;

	function meanLane(node: number): number {
		let [sum, count] = [0, 0];
		for (let k = offsets[node]!; k < offsets[node + 1]!; k++) {
			const lane = lanes[neighbours[k]!]!;
			if (Number.isNaN(lane)) continue;
			sum += lane;
			count++;
		}
		return count === 0 ? 0 : Math.round(sum / count);
	}
}

function nearestFreeLane(edges: Float64Array, wished: number, leftEdge: number): number {
	const middle = (edges.length - 1) / 2;
	for (let away = 0; ; away++) {
		if (edges[wished + away + middle]! <= leftEdge) return wished + away;
		if (edges[wished - away + middle]! <= leftEdge) return wished - away;
	}
}
