import type { Partition } from './components.ts';
import type { Graph } from './graph.ts';
import { buildGraph, tieListOf } from './graph.ts';

/** One number a node: 1 kept, 0 left out. */
export type NodeMask = Uint8Array;

export interface Subgraph {
	graph: Graph;
	/** Number in the whole graph of each node of the part, ascending. */
	nodeOf: Uint32Array;
}

/** The nodes for which `keep` is not 0 and the ties among them. */
export function subgraph(graph: Graph, keep: ArrayLike<number>): Subgraph {
	const placeOf = new Int32Array(graph.nodeCount).fill(-1);
	const kept: number[] = [];
	for (let node = 0; node < graph.nodeCount; node++) {
		if (keep[node] === 0) continue;
		placeOf[node] = kept.length;
		kept.push(node);
	}
	const { sources, targets, weights } = tieListOf(graph);
	const ties = {
		sources: Array.from(sources, (node) => placeOf[node]!),
		targets: Array.from(targets, (node) => placeOf[node]!),
		weights
	};
	return { graph: buildGraph(kept.length, ties, graph.directed).graph, nodeOf: Uint32Array.from(kept) };
}

/** Nodes of one part of a split: a component or a community. */
export function partMask({ partOf }: Partition, part: number): NodeMask {
	return Uint8Array.from(partOf, (own) => (own === part ? 1 : 0));
}
