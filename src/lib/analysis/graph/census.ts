import type { Graph } from './graph.ts';
import { isTied, neighboursOf, undirectedOf } from './graph.ts';

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
	const plain = undirectedOf(graph);
	const n = graph.nodeCount;
	for (let v = 0; v < n; v++) {
		for (const u of neighboursOf(plain, v)) {
			if (u < v) continue;
			const pair = arcs(graph, v, u);
			let others = 0;
			for (const [w, nearV] of thirdNodes(plain, v, u)) {
				others++;
				// Each connected triad is counted once, from its lowest pair that is tied.
				if (u < w || (v < w && !nearV)) {
					counts[TYPE_OF_ARCS[pair + 4 * arcs(graph, v, w) + 16 * arcs(graph, u, w)]!]!++;
				}
			}
			counts[pair === 3 ? 2 : 1]! += n - others - 2;
		}
	}
	const triples = n < 3 ? 0 : (n * (n - 1) * (n - 2)) / 6;
	counts[0] = triples - counts.reduce((sum, count) => sum + count, 0);
	return counts;
}

/** Arcs between two nodes: 1 for a > b, 2 for b > a. */
function arcs(graph: Graph, a: number, b: number): number {
	return (isTied(graph, a, b) ? 1 : 0) + (isTied(graph, b, a) ? 2 : 0);
}

/** Nodes tied to either of two, other than these, and whether they are tied to the first. */
function* thirdNodes(plain: Graph, v: number, u: number): Generator<[number, boolean]> {
	const mine = neighboursOf(plain, v);
	const theirs = neighboursOf(plain, u);
	for (let i = 0, j = 0; i < mine.length || j < theirs.length;) {
		const a = mine[i] ?? Infinity;
		const b = theirs[j] ?? Infinity;
		const w = Math.min(a, b);
		if (a === w) i++;
		if (b === w) j++;
		if (w !== u && w !== v) yield [w, a === w];
	}
}
