import type { Graph } from './graph.ts';

/** Number of nodes each node names (undirected: is tied to). */
export function outDegrees(graph: Graph): number[] {
	return lengths(graph.offsets);
}

/** Number of nodes that name each node (undirected: that it is tied to). */
export function inDegrees(graph: Graph): number[] {
	return lengths(graph.inOffsets);
}

/** Sum of the strengths of the ties of each node; of its outgoing ties when directed. */
export function strengths(graph: Graph): number[] {
	const sums = new Array<number>(graph.nodeCount).fill(0);
	for (let node = 0; node < graph.nodeCount; node++) {
		for (let at = graph.offsets[node]!; at < graph.offsets[node + 1]!; at++)
			sums[node]! += graph.weights[at]!;
	}
	return sums;
}

/**
 * Degree as a share of the other nodes, 0 to 1.
 *
 * @returns null for each node when there is no other node
 */
export function degreeCentrality(graph: Graph): (number | null)[] {
	return outDegrees(graph).map((degree) => (graph.nodeCount < 2 ? null : degree / (graph.nodeCount - 1)));
}

/**
 * Share of the possible ties that exist: m / (n (n - 1) / 2), or m / (n (n - 1)) when directed.
 *
 * @returns 0 to 1, null with fewer than 2 nodes
 *
 * Source: Wasserman & Faust, Social Network Analysis (1994), chapter 4.
 */
export function density(graph: Graph): number | null {
	const pairs = graph.nodeCount * (graph.nodeCount - 1);
	return graph.nodeCount < 2 ? null : ((graph.directed ? 1 : 2) * graph.tieCount) / pairs;
}

function lengths(offsets: Uint32Array): number[] {
	return Array.from({ length: offsets.length - 1 }, (_, node) => offsets[node + 1]! - offsets[node]!);
}
