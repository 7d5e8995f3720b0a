import fc from 'fast-check';
import type { Graph } from './graph.ts';
import { buildGraph } from './graph.ts';

/** A graph from pairs of node numbers, for tests. */
export function graphOf(
	nodeCount: number,
	pairs: readonly (readonly [number, number])[],
	directed = false
): Graph {
	const ties = { sources: pairs.map(([source]) => source), targets: pairs.map(([, target]) => target) };
	return buildGraph(nodeCount, ties, directed).graph;
}

/** One node tied to all others. */
export function star(nodeCount: number): Graph {
	return graphOf(
		nodeCount,
		Array.from({ length: nodeCount - 1 }, (_, at) => [0, at + 1] as const)
	);
}

/** Everyone tied to everyone. */
export function complete(nodeCount: number): Graph {
	return graphOf(nodeCount, pairsAmong(Array.from({ length: nodeCount }, (_, node) => node)));
}

/** All pairs of some nodes. */
export function pairsAmong(nodes: readonly number[]): [number, number][] {
	return nodes.flatMap((a, at) => nodes.slice(at + 1).map((b): [number, number] => [a, b]));
}

/** The six bodies of the golden numbers: A-B, A-C, B-C, C-D, D-E, E-F. */
export const GOLDEN = graphOf(6, [
	[0, 1],
	[0, 2],
	[1, 2],
	[2, 3],
	[3, 4],
	[4, 5]
]);

/** Small graphs as lists of pairs, self-ties and repeats among them. */
export function smallPairs(maxNodes = 8): fc.Arbitrary<{ nodeCount: number; pairs: [number, number][] }> {
	return fc.integer({ min: 1, max: maxNodes }).chain((nodeCount) => {
		const node = fc.integer({ min: 0, max: nodeCount - 1 });
		return fc
			.array(fc.tuple(node, node), { maxLength: 3 * nodeCount })
			.map((pairs) => ({ nodeCount, pairs }));
	});
}
