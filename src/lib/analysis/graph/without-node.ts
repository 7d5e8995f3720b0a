import { components } from './components.ts';
import { assertNode } from './distances.ts';
import type { Graph } from './graph.ts';

/** What a network loses with one node. */
export interface WithoutNode {
	componentsBefore: number;
	componentsAfter: number;
	/** What is left of the node's own component, largest piece first, nodes ascending. */
	pieces: number[][];
	/** Nodes of its component that are no longer joined to the largest piece of it. */
	cutOff: number[];
	/** Nodes, among those, that are left without any tie. */
	isolated: number[];
	/** Pairs of other nodes that a path joined before and none does now. */
	separatedPairs: number;
}

/**
 * What falls apart if a node leaves, directions ignored.
 *
 * @throws {DomainError} if the number is no node of the graph
 */
export function withoutNode(graph: Graph, node: number): WithoutNode {
	assertNode(graph, node);
	const before = components(graph);
	const after = components(graph, node);
	const byPart = new Map<number, number[]>();
	for (let other = 0; other < graph.nodeCount; other++) {
		if (other === node || before.partOf[other] !== before.partOf[node]) continue;
		const part = after.partOf[other]!;
		const piece = byPart.get(part);
		if (piece === undefined) byPart.set(part, [other]);
		else piece.push(other);
	}
	// Parts are numbered by size, so the order of their numbers is the order wanted.
	const pieces = [...byPart].sort(([a], [b]) => a - b).map(([, members]) => members);
	const others = before.sizes[before.partOf[node]!]! - 1;
	const stillJoined = pieces.reduce((sum, { length }) => sum + pairsAmong(length), 0);
	return {
		componentsBefore: before.sizes.length,
		componentsAfter: after.sizes.length,
		pieces,
		cutOff: pieces
			.slice(1)
			.flat()
			.sort((a, b) => a - b),
		isolated: pieces.filter(({ length }, at) => at > 0 && length === 1).flat(),
		separatedPairs: pairsAmong(others) - stillJoined
	};
}

function pairsAmong(nodes: number): number {
	return (nodes * nodes - nodes) / 2;
}
