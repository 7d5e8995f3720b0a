import { AnalysisError } from '#lib/analysis/analysis-error.ts';
import type { CascadeGraph, CascadeModel } from './cascade-graph.ts';
import type { Action } from './choose-actions.ts';
import { Worlds } from './worlds.ts';

/** Worlds that candidates are looked over in, before they are weighed in all. */
const PILOT_WORLDS = 300;
/** Candidates that are weighed (count). */
export const MOST_CANDIDATES = 600;
/** In networks larger than this, pairs are formed among the most promising units only. */
const ALL_PAIRS_UP_TO = 1500;
const PROMISING = 400;

/** Candidates, the most promising first. */
export interface Candidates {
	actions: Action[];
	/** Pairs or hosts that were possible (count): more than the candidates where only the most promising are weighed. */
	possible: number;
}

/**
 * Pairs who could be introduced: not tied, not both adopters, not ruled out. An introduction is taken to add a tie both
 * ways that carries with the chance given.
 *
 * @param isRuledOut pairs never to be proposed
 * @throws {AnalysisError} if nobody has adopted, so that there is nothing to pass on
 */
export function pairActions(
	graph: CascadeGraph,
	model: CascadeModel,
	options: {
		chance: number;
		hasAdopted: Uint8Array;
		mayTakePart: Uint8Array;
		isRuledOut: (a: number, b: number) => boolean;
		seed: number;
	}
): Candidates {
	const { chance, hasAdopted, mayTakePart, isRuledOut, seed } = options;
	assertSomebody(hasAdopted);
	const { reached, brings } = promise(graph, model, hasAdopted, seed);
	const allowed = Array.from({ length: graph.size }, (_, unit) => unit).filter(
		(unit) => mayTakePart[unit] === 1
	);
	const [from, to] =
		allowed.length <= ALL_PAIRS_UP_TO
			? [allowed, allowed]
			: [top(allowed, (unit) => reached[unit]!), top(allowed, (unit) => brings[unit]!)];
	const found: { a: number; b: number; score: number }[] = [];
	const seen = new Set<number>();
	let possible = 0;
	let least = -1;
	for (const one of from) {
		for (const other of to) {
			const [a, b] = one < other ? [one, other] : [other, one];
			const key = a * graph.size + b;
			if (a === b || (hasAdopted[a] === 1 && hasAdopted[b] === 1) || seen.has(key)) continue;
			seen.add(key);
			if (isTied(graph, a, b) || isRuledOut(a, b)) continue;
			possible += 1;
			const score = reached[a]! * brings[b]! + reached[b]! * brings[a]!;
			if (score <= least) continue;
			found.push({ a, b, score });
			if (found.length >= 4 * MOST_CANDIDATES) least = cut(found);
		}
	}
	cut(found);
	return {
		possible,
		actions: found.map(({ a, b }) => ({
			parties: [a, b],
			edges: [
				{ key: a * graph.size + b, from: a, to: b, chance },
				{ key: b * graph.size + a, from: b, to: a, chance }
			]
		}))
	};
}

/** Keeps the best, sorted; returns what a further one must exceed. */
function cut(found: { a: number; b: number; score: number }[]): number {
	found.sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
	if (found.length > MOST_CANDIDATES) found.length = MOST_CANDIDATES;
	return found.length === MOST_CANDIDATES ? found.at(-1)!.score : -1;
}

/**
 * Hosts of a visit: each contact who has not adopted gets one more try, with the chance given, in worlds in which the
 * host has adopted.
 *
 * @throws {AnalysisError} if nobody has adopted, so that there is nothing to show
 */
export function hostActions(
	graph: CascadeGraph,
	model: CascadeModel,
	options: { chance: number; hasAdopted: Uint8Array; mayTakePart: Uint8Array; seed: number }
): Candidates {
	const { chance, hasAdopted, mayTakePart, seed } = options;
	assertSomebody(hasAdopted);
	const { reached, brings } = promise(graph, model, hasAdopted, seed);
	const hosts = Array.from({ length: graph.size }, (_, host) => {
		const visitors = Array.from(
			graph.outTo.subarray(graph.outStart[host]!, graph.outStart[host + 1]!)
		).filter((to) => hasAdopted[to] === 0);
		return { host, visitors, score: reached[host]! * visitors.reduce((sum, to) => sum + brings[to]!, 0) };
	}).filter(({ host, visitors }) => mayTakePart[host] === 1 && visitors.length > 0);
	const sorted = hosts.sort((a, b) => b.score - a.score || a.host - b.host);
	return {
		possible: sorted.length,
		actions: sorted.slice(0, MOST_CANDIDATES).map(({ host, visitors }) => ({
			parties: [host],
			edges: visitors.map((to) => ({ key: host * graph.size + to, from: host, to, chance }))
		}))
	};
}

function assertSomebody(hasAdopted: Uint8Array): void {
	if (!hasAdopted.includes(1))
		throw new AnalysisError(
			'nobody has adopted yet, so that there is nothing to pass on; plan seeds instead'
		);
}

/** How likely each unit adopts anyway, and how many it would bring along where it does not (counts). */
function promise(
	graph: CascadeGraph,
	model: CascadeModel,
	hasAdopted: Uint8Array,
	seed: number
): { reached: Float64Array; brings: Float64Array } {
	const { size } = graph;
	const count = Math.max(20, Math.min(PILOT_WORLDS, Math.floor(3e6 / size)));
	const worlds = new Worlds(graph, model, count, seed + 77, hasAdopted);
	const reached = new Float64Array(size);
	const brings = new Float64Array(size);
	const trail: number[] = [];
	for (let world = 0; world < count; world += 1) {
		for (let unit = 0; unit < size; unit += 1) {
			if (worlds.reached[world * size + unit] === 1) reached[unit]! += 1 / count;
			else {
				brings[unit]! += worlds.spread(world, unit, worlds.reached, trail, null) / count;
				worlds.forget(worlds.reached, trail);
			}
		}
	}
	return { reached, brings };
}

function top(units: readonly number[], of: (unit: number) => number): number[] {
	return [...units].sort((a, b) => of(b) - of(a) || a - b).slice(0, PROMISING);
}

/** Whether either has a tie to the other. */
export function isTied({ outStart, outTo }: CascadeGraph, a: number, b: number): boolean {
	const has = (from: number, to: number): boolean => {
		for (let at = outStart[from]!; at < outStart[from + 1]!; at += 1) if (outTo[at] === to) return true;
		return false;
	};
	return has(a, b) || has(b, a);
}
