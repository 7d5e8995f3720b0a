import type { Adjacency } from './layout-graph.ts';

/**
 * Connected components, the largest first, equals by their lowest node; nodes in rising order.
 *
 * @param adjacency graph without direction
 */
export function connectedComponents({ nodeCount, offsets, neighbours }: Adjacency): Uint32Array[] {
	const component = new Int32Array(nodeCount).fill(-1);
	const queue = new Uint32Array(nodeCount);
	const sizes: number[] = [];
	for (let root = 0; root < nodeCount; root++) {
		if (component[root] !== -1) continue;
		const label = sizes.length;
		let tail = 0;
		queue[tail++] = root;
		component[root] = label;
		for (let head = 0; head < tail; head++) {
			const node = queue[head]!;
			for (let k = offsets[node]!; k < offsets[node + 1]!; k++) {
				const neighbour = neighbours[k]!;
				if (component[neighbour] !== -1) continue;
				component[neighbour] = label;
				queue[tail++] = neighbour;
			}
		}
		sizes.push(tail);
	}
	const members = sizes.map((size) => new Uint32Array(size));
	const filled = new Uint32Array(sizes.length);
	for (let node = 0; node < nodeCount; node++) {
		const label = component[node]!;
		members[label]![filled[label]!++] = node;
	}
	return members.sort((a, b) => b.length - a.length || a[0]! - b[0]!);
}

/**
 * The graph among some nodes, renumbered in the order given.
 *
 * @param nodes nodes to keep, without repeats
 */
export function inducedSubgraph(adjacency: Adjacency, nodes: Uint32Array): Adjacency {
	const { offsets, neighbours, weights } = adjacency;
	if (nodes.length === adjacency.nodeCount && nodes.every((node, i) => node === i)) return adjacency;
	const renumbered = new Map<number, number>();
	nodes.forEach((node, i) => renumbered.set(node, i));
	const newOffsets = new Uint32Array(nodes.length + 1);
	const newNeighbours: number[] = [];
	const newWeights: number[] = [];
	nodes.forEach((node, i) => {
		for (let k = offsets[node]!; k < offsets[node + 1]!; k++) {
			const neighbour = renumbered.get(neighbours[k]!);
			if (neighbour === undefined) continue;
			newNeighbours.push(neighbour);
			newWeights.push(weights[k]!);
		}
		newOffsets[i + 1] = newNeighbours.length;
	});
	return {
		nodeCount: nodes.length,
		offsets: newOffsets,
		neighbours: Uint32Array.from(newNeighbours),
		weights: Float64Array.from(newWeights)
	};
}
