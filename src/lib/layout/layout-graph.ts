/** Links between nodes numbered from 0, as parallel arrays. */
export interface LayoutGraph {
	/** Number of nodes (count, integer >= 0). */
	nodeCount: number;
	/** First end of each link. */
	source: ArrayLike<number>;
	/** Second end of each link, as long as `source`. */
	target: ArrayLike<number>;
	/** Strength of each link (> 0); 1 when left out. */
	weight?: ArrayLike<number>;
}

/**
 * Who is tied to whom, both ways, in compressed rows: the neighbours of node i are
 * `neighbours[offsets[i]] … neighbours[offsets[i + 1] - 1]`, in rising order.
 */
export interface Adjacency {
	nodeCount: number;
	offsets: Uint32Array;
	neighbours: Uint32Array;
	weights: Float64Array;
}

/**
 * Rows of neighbours of a graph, without direction. Links of a node to itself, links to a node that is
 * not there and links without a positive weight are left out; parallel links become one whose weight is
 * their sum.
 *
 * @param graph links in any order
 */
export function adjacencyOf(graph: LayoutGraph): Adjacency {
	const { nodeCount, source, target, weight } = graph;
	const starts = new Uint32Array(nodeCount + 1);
	const isKept = (link: number): boolean => {
		const a = source[link] ?? -1;
		const b = target[link] ?? -1;
		return a !== b && a >= 0 && b >= 0 && a < nodeCount && b < nodeCount && weightOf(link) > 0;
	};
	const weightOf = (link: number): number => (weight === undefined ? 1 : (weight[link] ?? 0));

	for (let link = 0; link < source.length; link++) {
		if (!isKept(link)) continue;
		starts[source[link]! + 1]!++;
		starts[target[link]! + 1]!++;
	}
	for (let node = 0; node < nodeCount; node++) starts[node + 1]! += starts[node]!;

	// Filling twice, the second time by reading the first's columns in order, sorts every row for free.
	const cursor = starts.slice();
	const rows = new Uint32Array(starts[nodeCount]!);
	const rowWeights = new Float64Array(rows.length);
	for (let link = 0; link < source.length; link++) {
		if (!isKept(link)) continue;
		const a = source[link]!;
		const b = target[link]!;
		rows[cursor[a]!] = b;
		rowWeights[cursor[a]!++] = weightOf(link);
		rows[cursor[b]!] = a;
		rowWeights[cursor[b]!++] = weightOf(link);
	}
	const sorted = transpose(nodeCount, starts, rows, rowWeights);
	return mergeParallel(nodeCount, starts, sorted.neighbours, sorted.weights);
}

function transpose(nodeCount: number, starts: Uint32Array, rows: Uint32Array, rowWeights: Float64Array) {
	const cursor = starts.slice();
	const neighbours = new Uint32Array(rows.length);
	const weights = new Float64Array(rows.length);
	for (let node = 0; node < nodeCount; node++) {
		for (let k = starts[node]!; k < starts[node + 1]!; k++) {
			const place = cursor[rows[k]!]!++;
			neighbours[place] = node;
			weights[place] = rowWeights[k]!;
		}
	}
	return { neighbours, weights };
}

function mergeParallel(
	nodeCount: number,
	starts: Uint32Array,
	neighbours: Uint32Array,
	weights: Float64Array
): Adjacency {
	const offsets = new Uint32Array(nodeCount + 1);
	let kept = 0;
	for (let node = 0; node < nodeCount; node++) {
		const first = kept;
		for (let k = starts[node]!; k < starts[node + 1]!; k++) {
			if (kept > first && neighbours[kept - 1] === neighbours[k]) weights[kept - 1]! += weights[k]!;
			else {
				neighbours[kept] = neighbours[k]!;
				weights[kept++] = weights[k]!;
			}
		}
		offsets[node + 1] = kept;
	}
	return { nodeCount, offsets, neighbours: neighbours.slice(0, kept), weights: weights.slice(0, kept) };
}
