import type { Graph } from './graph.ts';

/** A split of the nodes into parts, numbered by size (largest first), then by their lowest node. */
export interface Partition {
	/** Part of each node. */
	partOf: Uint32Array;
	/** Number of nodes of each part, descending. */
	sizes: number[];
}

/**
 * Connected components: who can reach whom when directions do not matter.
 *
 * @param without a node to leave out, as if it were gone; it gets a part number past the last part
 */
export function components(graph: Graph, without: number | null = null): Partition {
	const partOf = new Uint32Array(graph.nodeCount).fill(graph.nodeCount);
	const queue = new Uint32Array(graph.nodeCount);
	if (without !== null) partOf[without] = graph.nodeCount + 1;
	let parts = 0;
	for (let start = 0; start < graph.nodeCount; start++) {
		if (partOf[start] !== graph.nodeCount) continue;
		partOf[start] = parts;
		queue[0] = start;
		let found = 1;
		const visit = (node: number) => {
			if (partOf[node] !== graph.nodeCount) return;
			partOf[node] = parts;
			queue[found++] = node;
		};
		for (let place = 0; place < found; place++) {
			const node = queue[place]!;
			for (let at = graph.offsets[node]!; at < graph.offsets[node + 1]!; at++) visit(graph.targets[at]!);
			if (!graph.directed) continue;
			for (let at = graph.inOffsets[node]!; at < graph.inOffsets[node + 1]!; at++)
				visit(graph.inTargets[at]!);
		}
		parts++;
	}
	return orderedPartition(partOf, parts);
}

/** Strong components: nodes that reach each other along the directions. Source: Tarjan (1972). */
export function strongComponents(graph: Graph): Partition {
	const { nodeCount, offsets, targets } = graph;
	const partOf = new Uint32Array(nodeCount).fill(nodeCount);
	const found = new Int32Array(nodeCount).fill(-1);
	const lowest = new Int32Array(nodeCount);
	const at = offsets.slice(0, nodeCount);
	const path: number[] = [];
	const open: number[] = [];
	let parts = 0;
	let clock = 0;
	const enter = (node: number) => {
		found[node] = lowest[node] = clock++;
		path.push(node);
		open.push(node);
	};
	for (let start = 0; start < nodeCount; start++) {
		if (found[start] !== -1) continue;
		enter(start);
		while (path.length > 0) {
			const node = path[path.length - 1]!;
			if (at[node]! < offsets[node + 1]!) {
				const target = targets[at[node]!++]!;
				if (found[target] === -1) enter(target);
				else if (partOf[target] === nodeCount) lowest[node] = Math.min(lowest[node]!, found[target]!);
				continue;
			}
			path.pop();
			const parent = path[path.length - 1];
			if (parent !== undefined) lowest[parent] = Math.min(lowest[parent]!, lowest[node]!);
			if (lowest[node] !== found[node]) continue;
			let member: number;
			do {
				member = open.pop()!;
				partOf[member] = parts;
			} while (member !== node);
			parts++;
		}
	}
	return orderedPartition(partOf, parts);
}

/**
 * Renumbers parts by size, largest first, and by their lowest node among equals, so that the same
 * split always carries the same numbers. Numbers past the last part are kept apart, after all parts.
 *
 * @param partCount parts are numbered 0 to partCount - 1, none of them empty
 */
export function orderedPartition(partOf: ArrayLike<number>, partCount: number): Partition {
	const size = new Array<number>(partCount).fill(0);
	const lowest = new Array<number>(partCount).fill(-1);
	for (let node = 0; node < partOf.length; node++) {
		const part = partOf[node]!;
		if (part >= partCount) continue;
		size[part]!++;
		if (lowest[part] === -1) lowest[part] = node;
	}
	const order = Array.from({ length: partCount }, (_, part) => part).sort(
		(a, b) => size[b]! - size[a]! || lowest[a]! - lowest[b]!
	);
	const rank = new Uint32Array(partCount);
	order.forEach((part, place) => (rank[part] = place));
	return {
		partOf: Uint32Array.from(partOf, (part) => (part < partCount ? rank[part]! : partCount)),
		sizes: order.map((part) => size[part]!)
	};
}
