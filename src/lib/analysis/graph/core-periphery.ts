import type { Graph } from './graph.ts';
import { undirectedOf } from './graph.ts';

export interface CorePeriphery {
	/** Nodes of the core, highest degree first. */
	core: number[];
	/** Z: ties missing inside the core plus ties inside the periphery. */
	misfit: number;
	/**
	 * Correlation of the ties with the ideal pattern (a pair is tied if either is in the core), over
	 * all pairs: 1 a perfect core and periphery; null when ties or pattern do not vary.
	 */
	correlation: number | null;
}

/**
 * Splits a network, directions ignored, into a core of nodes tied to each other and a periphery of
 * nodes tied only to the core. The core is the start of the order by degree (equals by number) that
 * leaves the smallest misfit, the shortest such start among equals. Ties between core and periphery
 * do not count in the misfit.
 *
 * Z(k) = Z(k - 1) + k - 1 - degree of the k-th, Z(0) = ties
 *
 * @returns null with fewer than 2 nodes or no ties
 *
 * Source: Borgatti & Everett, Models of core/periphery structures, Social Networks 21 (2000); Lip, A
 * fast algorithm for the discrete core/periphery bipartitioning problem, arXiv:1102.5511 (2011).
 */
export function corePeriphery(graph: Graph): CorePeriphery | null {
	const plain = undirectedOf(graph);
	const n = plain.nodeCount;
	if (n < 2 || plain.tieCount === 0) return null;
	const degree = (node: number) => plain.offsets[node + 1]! - plain.offsets[node]!;
	const order = Array.from({ length: n }, (_, node) => node).sort((a, b) => degree(b) - degree(a) || a - b);
	let misfit = plain.tieCount;
	let best = Infinity;
	let coreSize = 0;
	for (let size = 1; size < n; size++) {
		misfit += size - 1 - degree(order[size - 1]!);
		if (misfit < best) {
			best = misfit;
			coreSize = size;
		}
	}
	const core = order.slice(0, coreSize);
	return { core, misfit: best, correlation: patternCorrelation(plain, core) };
}

/** Correlation of two 0/1 variables over the pairs of nodes, from their counts. */
function patternCorrelation(plain: Graph, core: readonly number[]): number | null {
	const n = plain.nodeCount;
	const inCore = new Uint8Array(n);
	for (const node of core) inCore[node] = 1;
	let touching = 0;
	for (const node of core) {
		for (let at = plain.offsets[node]!; at < plain.offsets[node + 1]!; at++) {
			touching += inCore[plain.targets[at]!] === 1 ? 0.5 : 1;
		}
	}
	const pairs = (n * (n - 1)) / 2;
	const ideal = (core.length * (core.length - 1)) / 2 + core.length * (n - core.length);
	const spread = plain.tieCount * (pairs - plain.tieCount) * ideal * (pairs - ideal);
	return spread === 0 ? null : (pairs * touching - plain.tieCount * ideal) / Math.sqrt(spread);
}
