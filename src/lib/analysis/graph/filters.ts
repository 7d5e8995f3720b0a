import type { Partition } from './components.ts';
import { coreNumbers } from './cores.ts';
import { outDegrees } from './degree.ts';
import type { Graph } from './graph.ts';
import { undirectedOf } from './graph.ts';

/** One number a node: 1 kept, 0 left out. `subgraph` takes it. */
export type NodeMask = Uint8Array;

/** Nodes with at least so many ties, directions ignored. */
export function degreeMask(graph: Graph, atLeast: number): NodeMask {
	return Uint8Array.from(outDegrees(undirectedOf(graph)), (degree) => (degree >= atLeast ? 1 : 0));
}

/** Nodes of the k-core: of the largest group in which everyone is tied to at least k others of it. */
export function coreMask(graph: Graph, k: number): NodeMask {
	return Uint8Array.from(coreNumbers(graph), (core) => (core >= k ? 1 : 0));
}

/** Nodes of one part of a split: a component or a community. */
export function partMask({ partOf }: Partition, part: number): NodeMask {
	return Uint8Array.from(partOf, (own) => (own === part ? 1 : 0));
}

/** Nodes that every mask keeps; all nodes when there is no mask. */
export function allOf(nodeCount: number, masks: readonly NodeMask[]): NodeMask {
	return Uint8Array.from({ length: nodeCount }, (_, node) =>
		masks.every((mask) => mask[node] === 1) ? 1 : 0
	);
}
