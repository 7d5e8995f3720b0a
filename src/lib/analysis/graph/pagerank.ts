import Graphology from 'graphology';
import pagerank from 'graphology-metrics/centrality/pagerank.js';
import type { Graph } from './graph.ts';
import { tieListOf } from './graph.ts';

/**
 * PageRank: the share of time at each node of a walker who follows ties with probability .85, jumps
 * to any node otherwise, and always jumps from a node without outgoing ties. Sums to 1.
 *
 * @param isWeighted whether ties are followed in proportion to their strength
 *
 * Source: Brin & Page (1998), computed by graphology-metrics to 1e-13.
 */
export function pageRank(graph: Graph, isWeighted = false): number[] {
	if (graph.nodeCount === 0) return [];
	const scores = pagerank(toGraphology(graph), {
		getEdgeWeight: isWeighted ? 'weight' : null,
		alpha: 0.85,
		tolerance: 1e-13 / graph.nodeCount,
		maxIterations: 1000
	});
	return Array.from({ length: graph.nodeCount }, (_, node) => scores[node]!);
}

/** The same network as a graphology graph, nodes keyed by number, tie strength as `weight`. */
export function toGraphology(graph: Graph): Graphology {
	const copy = new Graphology({ type: graph.directed ? 'directed' : 'undirected' });
	for (let node = 0; node < graph.nodeCount; node++) copy.addNode(node);
	const { sources, targets, weights } = tieListOf(graph);
	sources.forEach((source, tie) => copy.addEdge(source, targets[tie], { weight: weights[tie] }));
	return copy;
}
