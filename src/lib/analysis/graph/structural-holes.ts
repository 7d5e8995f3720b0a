import type { Graph } from './graph.ts';
import { buildGraph, tieListOf } from './graph.ts';

/**
 * Burt's constraint: how far a node's contacts are in contact with each other and so leave it no
 * gap to bridge. Low is a broker's position.
 *
 * c(i) = sum over contacts j of (p_ij + sum over q of p_iq p_qj)²,
 * p_ij = (a_ij + a_ji) / sum over k of (a_ik + a_ki)
 *
 * A contact is whoever names the node or is named by it.
 *
 * @param isWeighted whether a is the strength of a tie rather than 0 or 1
 * @returns per node, about 0 to 1.1; null without contacts
 *
 * Source: Burt, Structural Holes (1992), chapter 2; as igraph computes it.
 */
export function constraint(graph: Graph, isWeighted = false): (number | null)[] {
	const invested = investments(graph, isWeighted);
	const indirect = new Float64Array(graph.nodeCount);
	return perNode(invested, (node) => {
		const { offsets, targets, weights } = invested;
		const total = weightOf(invested, node);
		for (let at = offsets[node]!; at < offsets[node + 1]!; at++) {
			const contact = targets[at]!;
			const share = weights[at]! / total / weightOf(invested, contact);
			for (let on = offsets[contact]!; on < offsets[contact + 1]!; on++) {
				indirect[targets[on]!]! += share * weights[on]!;
			}
		}
		let sum = 0;
		for (let at = offsets[node]!; at < offsets[node + 1]!; at++) {
			sum += (weights[at]! / total + indirect[targets[at]!]!) ** 2;
		}
		clear(invested, node, indirect);
		return sum;
	});
}

/**
 * Burt's effective size: how many separate contacts a node has, those who are tied to each other
 * counting for less than one.
 *
 * e(i) = sum over contacts j of (1 - sum over q of p_iq m_jq), m_jq = (a_jq + a_qj) / max over k of
 * (a_jk + a_kj); without strengths and directions that is n - 2 t / n for n contacts with t ties.
 *
 * @param isWeighted whether a is the strength of a tie rather than 0 or 1
 * @returns per node, number of contacts at most; null without contacts
 *
 * Source: Burt, Structural Holes (1992), formula 2.2; Borgatti, Connections 20 (1997).
 */
export function effectiveSize(graph: Graph, isWeighted = false): (number | null)[] {
	const invested = investments(graph, isWeighted);
	const { offsets, targets, weights } = invested;
	const strongest = Array.from({ length: graph.nodeCount }, (_, node) =>
		weights.subarray(offsets[node]!, offsets[node + 1]!).reduce((most, weight) => Math.max(most, weight), 0)
	);
	const share = new Float64Array(graph.nodeCount);
	return perNode(invested, (node) => {
		const total = weightOf(invested, node);
		for (let at = offsets[node]!; at < offsets[node + 1]!; at++) share[targets[at]!] = weights[at]! / total;
		let size = 0;
		for (let at = offsets[node]!; at < offsets[node + 1]!; at++) {
			const contact = targets[at]!;
			let redundant = 0;
			for (let on = offsets[contact]!; on < offsets[contact + 1]!; on++) {
				redundant += share[targets[on]!]! * weights[on]!;
			}
			size += 1 - redundant / strongest[contact]!;
		}
		for (let at = offsets[node]!; at < offsets[node + 1]!; at++) share[targets[at]!] = 0;
		return size;
	});
}

/** The undirected graph whose strengths are a_ij + a_ji. */
function investments(graph: Graph, isWeighted: boolean): Graph {
	const { sources, targets, weights } = tieListOf(graph);
	return buildGraph(graph.nodeCount, isWeighted ? { sources, targets, weights } : { sources, targets }).graph;
}

function perNode(graph: Graph, measure: (node: number) => number): (number | null)[] {
	return Array.from({ length: graph.nodeCount }, (_, node) =>
		graph.offsets[node] === graph.offsets[node + 1] ? null : measure(node)
	);
}

function weightOf({ offsets, weights }: Graph, node: number): number {
	let sum = 0;
	for (let at = offsets[node]!; at < offsets[node + 1]!; at++) sum += weights[at]!;
	return sum;
}

/** Zeroes what the two-step walks from a node have touched. */
function clear({ offsets, targets }: Graph, node: number, touched: Float64Array): void {
	for (let at = offsets[node]!; at < offsets[node + 1]!; at++) {
		const contact = targets[at]!;
		for (let on = offsets[contact]!; on < offsets[contact + 1]!; on++) touched[targets[on]!] = 0;
	}
}
