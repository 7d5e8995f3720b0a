import type { Graph } from './graph.ts';
import { undirectedOf } from './graph.ts';

/**
 * Core number of each node, directions ignored: the largest k such that the node belongs to a group
 * in which everyone is tied to at least k others of the group. 0 for a node without ties.
 *
 * Own code rather than graphology-cores, whose result is an object of strings: this peels the flat
 * arrays in one pass.
 *
 * Source: Batagelj & Zaversnik, An O(m) algorithm for cores decomposition of networks (2003).
 */
export function coreNumbers(graph: Graph): Uint32Array {
	const { nodeCount, offsets, targets } = undirectedOf(graph);
	const core = new Uint32Array(nodeCount);
	let largest = 0;
	for (let node = 0; node < nodeCount; node++) {
		core[node] = offsets[node + 1]! - offsets[node]!;
		largest = Math.max(largest, core[node]!);
	}
	const binStart = new Uint32Array(largest + 2);
	for (let node = 0; node < nodeCount; node++) binStart[core[node]! + 1]!++;
	for (let k = 0; k <= largest; k++) binStart[k + 1]! += binStart[k]!;
	const place = new Uint32Array(nodeCount);
	const order = new Uint32Array(nodeCount);
	const next = binStart.slice();
	for (let node = 0; node < nodeCount; node++) {
		place[node] = next[core[node]!]!++;
		order[place[node]!] = node;
	}
	for (let at = 0; at < nodeCount; at++) {
		const node = order[at]!;
		for (let arc = offsets[node]!; arc < offsets[node + 1]!; arc++) {
			const other = targets[arc]!;
			if (core[other]! <= core[node]!) continue;
			// Swap with the first of its bin and let the bin begin one later: its core number is one less.
			const first = binStart[core[other]!]!;
			const displaced = order[first]!;
			order[place[other]!] = displaced;
			place[displaced] = place[other]!;
			order[first] = other;
			place[other] = first;
			binStart[core[other]!] = first + 1;
			core[other]!--;
		}
	}
	return core;
}
