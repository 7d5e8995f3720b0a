import type { Graph } from './graph.ts';
import { undirectedOf } from './graph.ts';

/** Where an undirected network can be cut: nodes and ties whose loss leaves it in more pieces. */
export interface Cuts {
	/** Cut-vertices, ascending. */
	articulationPoints: number[];
	/** Ties, lower node first, ascending. */
	bridges: [number, number][];
}

/**
 * Articulation points and bridges, directions ignored. One depth-first search without recursion.
 *
 * Source: Hopcroft & Tarjan, Efficient algorithms for graph manipulation, CACM 16 (1973).
 */
export function cuts(graph: Graph): Cuts {
	const { nodeCount, offsets, targets } = undirectedOf(graph);
	const found = new Int32Array(nodeCount).fill(-1);
	const lowest = new Int32Array(nodeCount);
	const parent = new Int32Array(nodeCount).fill(-1);
	const at = offsets.slice(0, nodeCount);
	const isCut = new Uint8Array(nodeCount);
	const bridges: [number, number][] = [];
	const path: number[] = [];
	let clock = 0;
	for (let root = 0; root < nodeCount; root++) {
		if (found[root] !== -1) continue;
		let rootBranches = 0;
		found[root] = lowest[root] = clock++;
		path.push(root);
		while (path.length > 0) {
			const node = path[path.length - 1]!;
			if (at[node]! < offsets[node + 1]!) {
				const target = targets[at[node]!++]!;
				if (target === parent[node]) continue;
				if (found[target] !== -1) {
					lowest[node] = Math.min(lowest[node]!, found[target]!);
					continue;
				}
				parent[target] = node;
				found[target] = lowest[target] = clock++;
				path.push(target);
				continue;
			}
			path.pop();
			const above = parent[node]!;
			if (above === -1) continue;
			lowest[above] = Math.min(lowest[above]!, lowest[node]!);
			if (lowest[node]! > found[above]!) bridges.push([Math.min(node, above), Math.max(node, above)]);
			if (above === root) rootBranches++;
			else if (lowest[node]! >= found[above]!) isCut[above] = 1;
		}
		if (rootBranches > 1) isCut[root] = 1;
	}
	return {
		articulationPoints: Array.from(isCut.keys()).filter((node) => isCut[node] === 1),
		bridges: bridges.sort((a, b) => a[0] - b[0] || a[1] - b[1])
	};
}
