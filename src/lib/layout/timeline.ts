import { adjacencyOf, type Adjacency, type LayoutGraph } from './layout-graph.ts';
import { largestOf } from './region.ts';

/** Rounds in which nodes move towards the mean height of their neighbours. */
const ROUNDS = 4;

/** The years below a timeline. */
export interface TimeAxis {
	/** First days of years, from the left, as far apart as their labels need; x in units. */
	ticks: { x: number; label: string }[];
	/** Middle of the column of nodes without a date (units); null where every node has one. */
	undatedX: number | null;
}

export interface Timeline {
	/** x and y of each node, interleaved (units). */
	positions: Float32Array;
	axis: TimeAxis;
}

export interface TimelineOptions {
	/** Radius of each node (units, > 0). */
	radii: ArrayLike<number>;
	/** Least distance between discs (units). */
	gap: number;
	/** Width of a year (units, > 0). */
	yearWidth: number;
}

const DAYS_A_YEAR = 365.25;
const MS_A_DAY = 86_400_000;
/** Years between two ticks, the first that leaves few enough. */
const TICK_YEARS = [1, 2, 5, 10, 20, 50, 100, 200, 500];
const MOST_TICKS = 24;

/**
 * Time runs across: each node stands at its date, on the free lane nearest to its neighbours', no disc over
 * another. Nodes without a date stand in a column left of the first.
 *
 * @param days date of each node in days since 1 January 1970; NaN when unknown
 */
export function timelineLayout(
	graph: LayoutGraph,
	days: ArrayLike<number>,
	{ radii, gap, yearWidth }: TimelineOptions
): Timeline {
	const { nodeCount } = graph;
	const adjacency = adjacencyOf(graph);
	const largest = Math.max(1e-3, largestOf(radii));
	const unitsADay = yearWidth / DAYS_A_YEAR;
	const { x, undatedX } = acrossOf(days, nodeCount, unitsADay, 4 * (largest + gap));
	const order = Array.from(x.keys()).sort((a, b) => x[a]! - x[b]! || a - b);

	// Before the first round nobody has a lane, so nodes only look at neighbours that stand already.
	let lanes = new Float64Array(nodeCount).fill(NaN);
	for (let round = 0; round < ROUNDS; round++) lanes = assignLanes(adjacency, x, radii, gap, order, lanes);

	const positions = new Float32Array(2 * nodeCount);
	for (let node = 0; node < nodeCount; node++) {
		positions[2 * node] = x[node]!;
		positions[2 * node + 1] = lanes[node]! * (2 * largest + gap);
	}
	return { positions, axis: { ticks: yearTicks(days, nodeCount, unitsADay), undatedX } };
}

function acrossOf(
	days: ArrayLike<number>,
	nodeCount: number,
	unitsADay: number,
	margin: number
): { x: Float64Array; undatedX: number | null } {
	const [first] = dateRange(days, nodeCount);
	const unknown = first === Infinity ? 0 : first * unitsADay - margin;
	let hasUndated = false;
	const x = Float64Array.from({ length: nodeCount }, (_, node) => {
		if (Number.isFinite(days[node])) return days[node]! * unitsADay;
		hasUndated = true;
		return unknown;
	});
	return { x, undatedX: hasUndated ? unknown : null };
}

/** First and last date; both infinite where there is none. */
function dateRange(days: ArrayLike<number>, nodeCount: number): [first: number, last: number] {
	let [first, last] = [Infinity, -Infinity];
	for (let node = 0; node < nodeCount; node++) {
		if (!Number.isFinite(days[node])) continue;
		first = Math.min(first, days[node]!);
		last = Math.max(last, days[node]!);
	}
	return [first, last];
}

/** The first days of years from that of the first date to the one after the last. */
function yearTicks(days: ArrayLike<number>, nodeCount: number, unitsADay: number): TimeAxis['ticks'] {
	const [first, last] = dateRange(days, nodeCount);
	if (first === Infinity) return [];
	const yearOf = (day: number): number => new Date(day * MS_A_DAY).getUTCFullYear();
	const [from, until] = [yearOf(first), yearOf(last) + 1];
	const step = TICK_YEARS.find((years) => (until - from) / years < MOST_TICKS) ?? TICK_YEARS.at(-1)!;
	const ticks: TimeAxis['ticks'] = [];
	for (let year = Math.ceil(from / step) * step; year <= until; year += step) {
		ticks.push({ x: (Date.UTC(year, 0, 1) / MS_A_DAY) * unitsADay, label: String(year) });
	}
	return ticks;
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
