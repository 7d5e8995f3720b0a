import type { Graph } from './graph.ts';
import type { NodeMask } from './subgraph.ts';

/** Kinds of things two organisations can have in common. */
export const SHARED_KINDS = ['practice', 'characteristic', 'interest'] as const;
export type SharedKind = (typeof SHARED_KINDS)[number];

/** What each node has, by kind: one list of keys a node. */
export type Holdings = Record<SharedKind, readonly (readonly string[])[]>;

/** How alike two nodes are by their figures. */
export interface Likeness {
	a: number;
	b: number;
	/** 0 to 1. */
	score: number;
}

/** What each ground for an introduction adds to its score. Ours: no source weighs them. */
export const GROUND_WEIGHTS = {
	/** Times the rarity of the thing, 0 (everyone has it) to 1. */
	practice: 1,
	interest: 0.75,
	characteristic: 0.5,
	/** Times the likeness. */
	likeness: 1,
	/** Times the sum of 1 / ln(contacts of the common contact), at most 1. */
	commonContacts: 0.5,
	bridgesComponents: 0.75,
	bridgesCommunities: 0.5
} as const;

export interface CandidateInput {
	/** Undirected. */
	graph: Graph;
	holdings: Holdings;
	likeness: readonly Likeness[];
	componentOf: Uint32Array;
	communityOf: ArrayLike<number>;
	/** Who can be introduced; the others can still be the contact in between. */
	mayMeet: NodeMask;
	declined: readonly (readonly [number, number])[];
}

export interface Candidate {
	/** Lower number of the two. */
	a: number;
	b: number;
	score: number;
}

export interface Candidates {
	candidates: Candidate[];
	/** Things so common that they were not used to find pairs. */
	tooCommon: { kind: SharedKind; key: string; holders: number }[];
}

/** Best partners kept for each node. */
const KEPT_A_NODE = 8;
/** Pairs that may be looked at through shared things; the commonest are passed over beyond it. */
const PAIR_BUDGET = 20_000_000;

/**
 * Pairs who could be introduced, best first: not tied, not declined, sharing something or alike, and
 * either two or three steps apart or in different communities or components. Pairs are found
 * through what they share, never by trying all.
 */
export function introductionCandidates(input: CandidateInput): Candidates {
	const { graph, mayMeet } = input;
	const { lists, tooCommon } = sharedLists(input);
	const alike = likenessLists(input);
	const declined = new Set(input.declined.map(([a, b]) => pairKey(graph, a, b)));
	const shared = new Float64Array(graph.nodeCount);
	const contacts = new Float64Array(graph.nodeCount);
	const candidates: Candidate[] = [];
	for (let a = 0; a < graph.nodeCount; a++) {
		if (mayMeet[a] !== 1) continue;
		const found: number[] = [];
		const add = (b: number, score: number) => {
			if (b <= a || mayMeet[b] !== 1 || score <= 0) return;
			if (shared[b] === 0) found.push(b);
			shared[b]! += score;
		};
		for (const list of lists[a]!) for (const b of list.holders) add(b, list.score);
		for (const { b, score } of alike[a]!) add(b, score * GROUND_WEIGHTS.likeness);
		if (found.length > 0) candidates.push(...bestOf(input, a, found, shared, contacts, declined));
		for (const b of found) shared[b] = 0;
	}
	candidates.sort(byScore);
	return { candidates, tooCommon };
}

/** Number that stands for an unordered pair of nodes. */
export function pairKey({ nodeCount }: Graph, a: number, b: number): number {
	return Math.min(a, b) * nodeCount + Math.max(a, b);
}

function byScore(first: Candidate, second: Candidate): number {
	return second.score - first.score || first.a - second.a || first.b - second.b;
}

interface SharedList {
	holders: readonly number[];
	score: number;
}

/** For each node, who else has each thing it has, and what sharing it is worth. */
function sharedLists({ graph, holdings, mayMeet }: CandidateInput): {
	lists: SharedList[][];
	tooCommon: Candidates['tooCommon'];
} {
	const people = mayMeet.reduce((sum, may) => sum + may, 0);
	const things: { kind: SharedKind; key: string; holders: number[] }[] = [];
	for (const kind of SHARED_KINDS) {
		const holdersOf = new Map<string, number[]>();
		holdings[kind].forEach((keys, node) => {
			if (mayMeet[node] !== 1) return;
			for (const key of new Set(keys)) {
				const holders = holdersOf.get(key);
				if (holders === undefined) holdersOf.set(key, [node]);
				else holders.push(node);
			}
		});
		for (const [key, holders] of holdersOf) if (holders.length > 1) things.push({ kind, key, holders });
	}
	things.sort((x, y) => x.holders.length - y.holders.length);
	const lists: SharedList[][] = Array.from({ length: graph.nodeCount }, () => []);
	const tooCommon: Candidates['tooCommon'] = [];
	let budget = PAIR_BUDGET;
	for (const { kind, key, holders } of things) {
		budget -= holders.length ** 2;
		if (budget < 0) {
			tooCommon.push({ kind, key, holders: holders.length });
			continue;
		}
		const rarity = rarityOf(holders.length, people);
		for (const node of holders) lists[node]!.push({ holders, score: GROUND_WEIGHTS[kind] * rarity });
	}
	return { lists, tooCommon };
}

/** 1 - ln(holders) / ln(all): 0 for what everyone has. In a network of two, sharing it still counts a little. */
function rarityOf(holders: number, all: number): number {
	return Math.max(0.05, 1 - Math.log(holders) / Math.log(Math.max(2, all)));
}

function likenessLists({ graph, likeness }: CandidateInput): { b: number; score: number }[][] {
	const lists: { b: number; score: number }[][] = Array.from({ length: graph.nodeCount }, () => []);
	const seen = new Set<number>();
	for (const { a, b, score } of likeness) {
		const key = pairKey(graph, a, b);
		if (a === b || seen.has(key)) continue;
		seen.add(key);
		lists[Math.min(a, b)]!.push({ b: Math.max(a, b), score });
	}
	return lists;
}

/** The best partners of a node among those it shares something with. */
function bestOf(
	input: CandidateInput,
	a: number,
	found: readonly number[],
	shared: Float64Array,
	contacts: Float64Array,
	declined: ReadonlySet<number>
): Candidate[] {
	const { graph, componentOf, communityOf } = input;
	const near = nearby(graph, a, contacts);
	const kept: Candidate[] = [];
	for (const b of found) {
		if (contacts[b] === TIED) continue;
		let score = shared[b]! + GROUND_WEIGHTS.commonContacts * Math.min(1, contacts[b]!);
		if (componentOf[a] !== componentOf[b]) score += GROUND_WEIGHTS.bridgesComponents;
		else if (communityOf[a] !== communityOf[b]) score += GROUND_WEIGHTS.bridgesCommunities;
		const candidate = { a, b, score };
		if (kept.length === KEPT_A_NODE && byScore(candidate, kept[KEPT_A_NODE - 1]!) >= 0) continue;
		const isApart = componentOf[a] !== componentOf[b] || communityOf[a] !== communityOf[b];
		if (!isApart && contacts[b] === 0 && !isThreeStepsAway(graph, b, contacts)) continue;
		if (declined.has(pairKey(graph, a, b))) continue;
		insertSorted(kept, candidate);
	}
	for (const node of near) contacts[node] = 0;
	return kept;
}

/** Whether a contact of the node is two steps from the one whose surroundings are marked. */
function isThreeStepsAway({ offsets, targets }: Graph, b: number, contacts: Float64Array): boolean {
	for (let at = offsets[b]!; at < offsets[b + 1]!; at++) if (contacts[targets[at]!]! > 0) return true;
	return false;
}

function insertSorted(kept: Candidate[], candidate: Candidate): void {
	let place = kept.length;
	while (place > 0 && byScore(candidate, kept[place - 1]!) < 0) place--;
	kept.splice(place, 0, candidate);
	if (kept.length > KEPT_A_NODE) kept.pop();
}

/** Marks a tied node. Below 0, so that it is never taken for a common contact. */
const TIED = -1;

/**
 * Marks who is two steps away with the weight of their common contacts, a contact of many counting
 * for less (Adamic & Adar 2003), and who is one step away as tied; returns all it marked.
 */
function nearby({ offsets, targets }: Graph, a: number, contacts: Float64Array): number[] {
	const marked: number[] = [a];
	for (let at = offsets[a]!; at < offsets[a + 1]!; at++) {
		contacts[targets[at]!] = TIED;
		marked.push(targets[at]!);
	}
	contacts[a] = TIED;
	for (let at = offsets[a]!; at < offsets[a + 1]!; at++) {
		const contact = targets[at]!;
		const weight = 1 / Math.log(Math.max(2, offsets[contact + 1]! - offsets[contact]!));
		for (let on = offsets[contact]!; on < offsets[contact + 1]!; on++) {
			const b = targets[on]!;
			if (contacts[b] === TIED) continue;
			if (contacts[b] === 0) marked.push(b);
			contacts[b]! += weight;
		}
	}
	return marked;
}
