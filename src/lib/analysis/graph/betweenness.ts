import type { Graph } from './graph.ts';

/**
 * Adds, to every node, its share of the shortest paths that start at some of the nodes: the part of
 * betweenness that those sources account for. Sources may be split over workers and the parts added.
 *
 * One breadth-first search a source (Brandes 2001). Nodes are handled by their place in the search
 * order and shortest-path successors are kept as one flat list, so that the way back touches only
 * ties that lie on shortest paths and divides once a node.
 *
 * @param fromSource first source (inclusive)
 * @param toSource end of the sources (exclusive)
 * @param into per node; ordered pairs are counted, so an undirected pair counts from both ends
 *
 * Source: Brandes, A faster algorithm for betweenness centrality, J. Math. Sociology 25 (2001).
 */
export function betweennessOf(graph: Graph, fromSource: number, toSource: number, into: Float64Array): void {
	const { nodeCount, offsets, targets } = graph;
	const unseen = nodeCount;
	const distance = (nodeCount < 0xffff ? new Uint16Array(nodeCount) : new Uint32Array(nodeCount)).fill(
		unseen
	);
	const paths = new Float64Array(nodeCount);
	const perPath = new Float64Array(nodeCount);
	const order = new Uint32Array(nodeCount);
	const successors = new Uint32Array(targets.length);
	const successorEnd = new Uint32Array(nodeCount);

	for (let source = fromSource; source < toSource; source++) {
		order[0] = source;
		distance[source] = 0;
		paths[source] = 1;
		let found = 1;
		let end = 0;
		for (let place = 0; place < found; place++) {
			const node = order[place]!;
			const next = distance[node]! + 1;
			const nodePaths = paths[node]!;
			const last = offsets[node + 1]!;
			for (let at = offsets[node]!; at < last; at++) {
				const neighbour = targets[at]!;
				const seen = distance[neighbour]!;
				if (seen === next) {
					paths[neighbour]! += nodePaths;
					successors[end++] = neighbour;
				} else if (seen === unseen) {
					distance[neighbour] = next;
					paths[neighbour] = nodePaths;
					order[found++] = neighbour;
					successors[end++] = neighbour;
				}
			}
			successorEnd[place] = end;
		}
		for (let place = found - 1; place > 0; place--) {
			const node = order[place]!;
			let share = 0;
			for (let at = successorEnd[place - 1]!; at < end; at++) share += perPath[successors[at]!]!;
			end = successorEnd[place - 1]!;
			perPath[node] = 1 / paths[node]! + share;
			into[node]! += paths[node]! * share;
			distance[node] = unseen;
		}
		distance[source] = unseen;
	}
}

/**
 * Number of shortest paths between other nodes that run through each node, shares where there are
 * several. Each unordered pair counts once in an undirected graph, each ordered pair in a directed one.
 *
 * b(v) = sum over s, t of paths(s, t through v) / paths(s, t)
 *
 * Source: Freeman, A set of measures of centrality based on betweenness, Sociometry 40 (1977).
 */
export function betweenness(graph: Graph): Float64Array {
	const raw = new Float64Array(graph.nodeCount);
	betweennessOf(graph, 0, graph.nodeCount, raw);
	return finishBetweenness(graph, raw);
}

/** Turns the sum of all sources' parts into betweenness, in place: halves it where pairs counted twice. */
export function finishBetweenness(graph: Graph, raw: Float64Array): Float64Array {
	if (!graph.directed) for (let node = 0; node < raw.length; node++) raw[node]! /= 2;
	return raw;
}

/**
 * Betweenness as a share of all pairs of other nodes, 0 to 1.
 *
 * @param raw betweenness as `betweenness` gives it
 * @returns null for each node when there are fewer than 3 nodes, and so no pair of others
 */
export function normalisedBetweenness(graph: Graph, raw: Float64Array): (number | null)[] {
	const pairs = ((graph.nodeCount - 1) * (graph.nodeCount - 2)) / (graph.directed ? 1 : 2);
	return Array.from(raw, (value) => (graph.nodeCount < 3 ? null : value / pairs));
}
