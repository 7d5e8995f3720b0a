import { DomainError } from '#lib/domain/errors.ts';
import { shortestPath } from './asking.ts';
import { communities } from './communities.ts';
import { components } from './components.ts';
import type { Partition } from './components.ts';
import type { NodeMask } from './subgraph.ts';
import type { Graph } from './graph.ts';
import { isTied, neighboursOf, undirectedOf } from './graph.ts';
import type { Candidates, Holdings, Likeness, SharedKind } from './introduction-candidates.ts';
import { introductionCandidates, pairKey, SHARED_KINDS } from './introduction-candidates.ts';
import type { IntroductionEffect } from './introduction-effect.ts';
import { effectOfTies } from './introduction-effect.ts';

/** Why two should meet, as data for a page to word. Node numbers are those of the graph. */
export type IntroductionReason =
	| { kind: 'shares'; what: SharedKind; keys: string[] }
	| { kind: 'alike'; score: number }
	/** Two steps apart: whom both know, ascending. */
	| { kind: 'common-contacts'; contacts: number[] }
	/** Three steps apart: one shortest chain, both ends included. */
	| { kind: 'chain'; path: number[] }
	/** In separate components, of so many nodes. */
	| { kind: 'bridges-components'; sizes: [number, number] }
	/** In separate communities of one component. */
	| { kind: 'bridges-communities'; communities: [number, number] };

export interface Introduction {
	/** Lower number of the two. */
	a: number;
	b: number;
	/** Higher is better; comparable within one list only. */
	score: number;
	reasons: IntroductionReason[];
	effect: IntroductionEffect;
}

export interface IntroductionInput {
	/** Who is in contact with whom; directions are ignored. */
	graph: Graph;
	holdings: Holdings;
	likeness?: readonly Likeness[];
	/** Communities of the graph; found when left out. */
	communityOf?: ArrayLike<number>;
	/** Who can be introduced (1) or not (0); everyone when left out. */
	mayMeet?: NodeMask;
	/** Pairs never to be proposed: those who declined. */
	declined?: readonly (readonly [number, number])[];
	/** Introductions wanted. */
	limit?: number;
	/** Introductions one node may appear in, so that the list is not about one organisation. */
	perNode?: number;
}

export interface Introductions extends Pick<Candidates, 'tooCommon'> {
	introductions: Introduction[];
}

/**
 * Pairs who should meet, best first, with the reasons and what the tie would do: not connected, and
 * two or three steps apart or in different communities or components, and sharing a practice, a
 * characteristic, an interest or a likeness. The same input gives the same list.
 *
 * @throws {DomainError} if a kind of holdings does not list every node
 */
export function introductions(input: IntroductionInput): Introductions {
	const { holdings, likeness = [], declined = [], limit = 20, perNode = 3 } = input;
	const graph = undirectedOf(input.graph);
	assertHoldings(graph, holdings);
	const parts = components(graph);
	const communityOf = input.communityOf ?? communities(graph).partOf;
	const mayMeet = input.mayMeet ?? new Uint8Array(graph.nodeCount).fill(1);
	const { candidates, tooCommon } = introductionCandidates({
		graph,
		holdings,
		likeness,
		componentOf: parts.partOf,
		communityOf,
		mayMeet,
		declined
	});

	const likenessOf = new Map(likeness.map(({ a, b, score }) => [pairKey(graph, a, b), score]));
	const effectOf = candidates.length > 0 ? effectOfTies(graph, parts) : null;
	const appearances = new Uint32Array(graph.nodeCount);
	const chosen: Introduction[] = [];
	for (const { a, b, score } of candidates) {
		if (chosen.length === limit) break;
		if (appearances[a]! >= perNode || appearances[b]! >= perNode) continue;
		appearances[a]!++;
		appearances[b]!++;
		const alike = likenessOf.get(pairKey(graph, a, b));
		const reasons: IntroductionReason[] = [
			...sharedReasons(holdings, a, b),
			...(alike === undefined ? [] : [{ kind: 'alike' as const, score: alike }]),
			...placeReasons(graph, parts, communityOf, a, b)
		];
		chosen.push({ a, b, score, reasons, effect: effectOf!(a, b) });
	}
	return { introductions: chosen, tooCommon };
}

function assertHoldings(graph: Graph, holdings: Holdings): void {
	for (const kind of SHARED_KINDS) {
		if (holdings[kind].length !== graph.nodeCount) {
			throw new DomainError(
				`holdings of kind ${kind} must list each of ${graph.nodeCount} nodes, got ${holdings[kind].length}`
			);
		}
	}
}

function sharedReasons(holdings: Holdings, a: number, b: number): IntroductionReason[] {
	return SHARED_KINDS.flatMap((what) => {
		const others = new Set(holdings[what][b]!);
		const keys = [...new Set(holdings[what][a]!)].filter((key) => others.has(key)).sort();
		return keys.length === 0 ? [] : [{ kind: 'shares', what, keys }];
	});
}

/** Where the two stand to each other in the network. */
function placeReasons(
	graph: Graph,
	parts: Partition,
	communityOf: ArrayLike<number>,
	a: number,
	b: number
): IntroductionReason[] {
	const [partA, partB] = [parts.partOf[a]!, parts.partOf[b]!];
	if (partA !== partB) {
		return [{ kind: 'bridges-components', sizes: [parts.sizes[partA]!, parts.sizes[partB]!] }];
	}
	const reasons: IntroductionReason[] = [];
	const contacts = Array.from(neighboursOf(graph, a)).filter((contact) => isTied(graph, contact, b));
	if (contacts.length > 0) {
		reasons.push({ kind: 'common-contacts', contacts });
	} else {
		const path = shortestPath(graph, a, b)!;
		if (path.length === 4) reasons.push({ kind: 'chain', path });
	}
	if (communityOf[a] !== communityOf[b]) {
		reasons.push({ kind: 'bridges-communities', communities: [communityOf[a]!, communityOf[b]!] });
	}
	return reasons;
}
