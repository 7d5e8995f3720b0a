import type { Graph } from './graph.ts';
import { undirectedOf } from './graph.ts';

export interface DyadCensus {
	/** Pairs that name each other (every tie of an undirected graph). */
	mutual: number;
	/** Pairs of which one names the other. */
	asymmetric: number;
	/** Pairs without a tie. */
	none: number;
}

/** Counts all pairs of nodes by how they are tied. Source: Holland & Leinhardt (1970). */
export function dyadCensus(graph: Graph): DyadCensus {
	const pairs = (graph.nodeCount * (graph.nodeCount - 1)) / 2;
	const tied = undirectedOf(graph).tieCount;
	const mutual = graph.directed ? graph.tieCount - tied : tied;
	return { mutual, asymmetric: tied - mutual, none: pairs - tied };
}

/**
 * Share of the directed ties that are returned, 0 to 1; 1 for an undirected graph.
 *
 * @returns null without ties
 */
export function reciprocity(graph: Graph): number | null {
	if (graph.tieCount === 0) return null;
	return graph.directed ? (2 * dyadCensus(graph).mutual) / graph.tieCount : 1;
}

/** The 16 ways three nodes can be tied, by mutual, asymmetric and null pairs. */
export const TRIAD_TYPES = [
	'003',
	'012',
	'102',
	'021D',
	'021U',
	'021C',
	'111D',
	'111U',
	'030T',
	'030C',
	'201',
	'120D',
	'120U',
	'120C',
	'210',
	'300'
] as const;

/** Type of a triad (v, u, w) by its six arcs: v>u 1, u>v 2, v>w 4, w>v 8, u>w 16, w>u 32. */
const TYPE_OF_ARCS = [
	0, 1, 1, 2, 1, 3, 5, 7, 1, 5, 4, 6, 2, 7, 6, 10, 1, 5, 3, 7, 4, 8, 8, 12, 5, 9, 8, 13, 6, 13, 11, 14, 1, 4,
	5, 6, 5, 8, 9, 13, 3, 8, 8, 11, 7, 12, 13, 14, 2, 6, 7, 10, 6, 11, 13, 14, 7, 13, 12, 14, 10, 14, 14, 15
];

/**
 * Counts all triples of nodes by how they are tied, in the order of `TRIAD_TYPES`. An undirected tie
 * counts as mutual.
 *
 * Source: Batagelj & Mrvar, A subquadratic triad census algorithm, Social Networks 23 (2001).
 */
export function triadCensus(graph: Graph): number[] {
	const counts = new Array<number>(16).fill(0);
	const { offsets, targets } = undirectedOf(graph);
	const arcs = arcsOf(graph, offsets, targets);
	const n = graph.nodeCount;
	for (let v = 0; v < n; v++) {
		for (let at = offsets[v]!; at < offsets[v + 1]!; at++) {
			const u = targets[at]!;
			if (u < v) continue;
			let others = 0;
			let mine = offsets[v]!;
			let theirs = offsets[u]!;
			while (mine < offsets[v + 1]! || theirs < offsets[u + 1]!) {
				const a = mine < offsets[v + 1]! ? targets[mine]! : Infinity;
				const b = theirs < offsets[u + 1]! ? targets[theirs]! : Infinity;
				const w = Math.min(a, b);
				const withV = a === w ? arcs[mine++]! : 0;
				const withU = b === w ? arcs[theirs++]! : 0;
				if (w === u || w === v) continue;
				others++;
				// Each connected triad is counted once, from its lowest pair that is tied.
				if (u < w || (v < w && withV === 0)) {
					counts[TYPE_OF_ARCS[arcs[at]! + 4 * withV + 16 * withU]!]!++;
				}
			}
			counts[arcs[at] === 3 ? 2 : 1]! += n - others - 2;
		}
	}
	const triples = n < 3 ? 0 : (n * (n - 1) * (n - 2)) / 6;
	counts[0] = triples - counts.reduce((sum, count) => sum + count, 0);
	return counts;
}

/** Of each entry of the undirected rows, whether the tie runs from the node (1), to it (2) or both ways (3). */
function arcsOf(graph: Graph, offsets: Uint32Array, targets: Uint32Array): Uint8Array {
	const arcs = new Uint8Array(targets.length);
	for (let node = 0; node < graph.nodeCount; node++) {
		let out = graph.offsets[node]!;
		let incoming = graph.inOffsets[node]!;
		for (let at = offsets[node]!; at < offsets[node + 1]!; at++) {
			if (out < graph.offsets[node + 1]! && graph.targets[out] === targets[at]) {
				arcs[at]! |= 1;
				out++;
			}
			if (incoming < graph.inOffsets[node + 1]! && graph.inTargets[incoming] === targets[at]) {
				arcs[at]! |= 2;
				incoming++;
			}
		}
	}
	return arcs;
}
