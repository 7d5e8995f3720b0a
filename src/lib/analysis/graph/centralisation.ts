import { inDegrees, outDegrees } from './degree.ts';
import type { Graph } from './graph.ts';

/**
 * How far a network depends on one node: the sum of the differences to the most central node, as a
 * share of that sum in a star of the same size. 1 is a star, 0 everyone alike.
 *
 * @param scores a centrality of each node
 * @param inStar that sum for a star
 * @returns null where the star's own sum is 0 (fewer than 3 nodes)
 *
 * Source: Freeman, Centrality in social networks: conceptual clarification, Social Networks 1 (1979).
 */
function centralisation(scores: readonly number[], inStar: number): number | null {
	if (!(inStar > 0)) return null;
	const most = scores.reduce((max, score) => Math.max(max, score), 0);
	return scores.reduce((sum, score) => sum + most - score, 0) / inStar;
}

/**
 * Freeman's degree centralisation: sum of (max degree - degree) / ((n - 1)(n - 2)) without directions,
 * / (n - 1)² with.
 *
 * @param direction which ties count in a directed graph: those a node sends or those it receives
 * @returns 0 to 1, null with fewer than 3 nodes
 */
export function degreeCentralisation(graph: Graph, direction: 'out' | 'in' = 'out'): number | null {
	const n = graph.nodeCount;
	if (n < 3) return null;
	const degrees = direction === 'out' ? outDegrees(graph) : inDegrees(graph);
	return centralisation(degrees, graph.directed ? (n - 1) ** 2 : (n - 1) * (n - 2));
}

/**
 * Freeman's betweenness centralisation.
 *
 * @param raw betweenness as `betweenness` gives it
 * @returns 0 to 1, null with fewer than 3 nodes
 */
export function betweennessCentralisation(graph: Graph, raw: Float64Array): number | null {
	const n = graph.nodeCount;
	return centralisation(Array.from(raw), ((n - 1) ** 2 * (n - 2)) / (graph.directed ? 1 : 2));
}

/**
 * Freeman's closeness centralisation of an undirected, connected network.
 *
 * @param closenessOf (n - 1) / sum of distances of each node
 * @returns 0 to 1, null with fewer than 3 nodes or when some node is cut off
 */
export function closenessCentralisation(closenessOf: readonly (number | null)[]): number | null {
	const n = closenessOf.length;
	const known = closenessOf.filter((value) => value !== null);
	if (n < 3 || known.length < n) return null;
	return centralisation(known, ((n - 1) * (n - 2)) / (2 * n - 3));
}
