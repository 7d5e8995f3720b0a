import { reportProgress, type Progress } from '#lib/analysis/progress.ts';
import type { ChoiceRule } from './choice-rule.ts';
import type { AddedEdge, Worlds } from './worlds.ts';

/** Something one can do: an introduction of two, or a visit to a host. */
export interface Action {
	/** Units that take part. */
	parties: number[];
	edges: AddedEdge[];
}

/** Actions chosen on a sample of worlds. */
export interface ChosenActions {
	/** Positions among the candidates, in the order chosen. */
	chosen: number[];
	/** Expected adopters more than without any, after each (count). */
	curve: number[];
	/** No choice of as many of the candidates gains more than this in these worlds (count). */
	bound: number;
	/** How far the choice may be below the bound (per cent of the bound); `null` where nothing can be gained. */
	gapPerCent: number | null;
}

/**
 * Chooses k actions by lazy greedy on a fixed sample of worlds: gains are worked out again only for actions that
 * could still be the best. Of equals the one that comes first.
 *
 * What edges add has no falling returns (one may lead to the next), so that a gain may also rise. Actions that start
 * at somebody whom the last choice reached are therefore looked at afresh, and every other gain is taken for as much
 * larger as the edges just chosen could ever add to it: so the choice is that of plain greedy. The bound takes each edge to carry to its end wherever its start could be reached with every candidate in
 * place; that does have falling returns and is never less. It holds for these worlds and these candidates.
 *
 * Source: Minoux (1978) for lazy greedy; Leskovec et al. (KDD 2007) for the online bound.
 */
export function chooseActions(
	worlds: Worlds,
	proposed: readonly Action[],
	k: number,
	rule: ChoiceRule,
	options: { progress?: Progress; isLazy?: boolean; withBound?: boolean } = {}
): ChosenActions {
	const { progress, isLazy = true, withBound = true } = options;
	const start = withBound ? worlds.reached.slice() : null;
	// An edge to somebody who has adopted everywhere never carries anything.
	const isSure = worlds.surelyReached();
	const candidates = proposed.map(({ parties, edges }) => ({
		parties,
		edges: edges.filter(({ to }) => isSure[to] === 0)
	}));
	const added = new Map<number, AddedEdge[]>();
	const gains = new Float64Array(candidates.length);
	const isFresh = new Uint8Array(candidates.length);
	const isChosen = new Uint8Array(candidates.length);
	const chosen: number[] = [];
	const curve: number[] = [];
	let sum = 0;
	// What edges chosen so far could add to any gain, in all and when each gain was last worked out.
	let rise = 0;
	const riseAt = new Float64Array(candidates.length);
	const most = (item: number): number => gains[item]! + rise - riseAt[item]!;
	const work = (item: number): void => {
		gains[item] = gainOf(worlds, candidates[item]!, added);
		isFresh[item] = 1;
		riseAt[item] = rise;
	};
	while (chosen.length < k) {
		let best: number;
		for (;;) {
			best = -1;
			for (let item = 0; item < candidates.length; item += 1) {
				if (isChosen[item] === 1 || !rule.now(item)) continue;
				if (chosen.length === 0 && isFresh[item] === 0) {
					reportProgress(progress, item, candidates.length * 2);
					work(item);
				}
				if (best < 0 || most(item) > most(best)) best = item;
			}
			if (best < 0 || isFresh[best] === 1) break;
			reportProgress(
				progress,
				candidates.length + (chosen.length / k) * candidates.length,
				2 * candidates.length
			);
			work(best);
		}
		if (best < 0) break;
		isChosen[best] = 1;
		rule.take(best);
		const { touched, further } = commit(worlds, candidates[best]!, added);
		rise += further;
		sum += gains[best]! / worlds.count;
		chosen.push(best);
		curve.push(sum);
		isFresh.fill(0);
		for (let item = 0; item < candidates.length; item += 1) {
			if (isChosen[item] === 1) continue;
			if (!isLazy || candidates[item]!.edges.some(({ from, to }) => touched[from] === 1 && isSure[to] === 0))
				work(item);
		}
	}
	const bound = start === null ? Infinity : boundOf(worlds, start, candidates, chosen, k, rule);
	return {
		chosen,
		curve,
		bound,
		gapPerCent: bound > 0 && Number.isFinite(bound) ? Math.max(0, (100 * (bound - sum)) / bound) : null
	};
}

/** Adopters that an action adds over all worlds, beside what has been chosen (count). */
function gainOf(worlds: Worlds, action: Action, added: Map<number, AddedEdge[]>): number {
	const { size } = worlds.graph;
	const { reached } = worlds;
	let gain = 0;
	const own = new Map<number, AddedEdge[]>();
	for (const edge of action.edges)
		own.set(edge.from, [...(own.get(edge.from) ?? added.get(edge.from) ?? []), edge]);
	const all = new Map([...added, ...own]);
	const trail: number[] = [];
	for (let world = 0; world < worlds.count; world += 1) {
		const base = world * size;
		for (const edge of action.edges) {
			if (reached[base + edge.from] === 0 || reached[base + edge.to] === 1) continue;
			if (worlds.carriesAdded(world, edge)) gain += worlds.spread(world, edge.to, reached, trail, all);
		}
		if (trail.length > 0) worlds.forget(reached, trail);
	}
	return gain;
}

/**
 * Writes an action into the worlds.
 *
 * @returns touched: 1 for each unit that it reached in some world; further: what its edges would add in worlds where
 *   their start has not been reached, if it were
 */
function commit(
	worlds: Worlds,
	action: Action,
	added: Map<number, AddedEdge[]>
): { touched: Uint8Array; further: number } {
	const { size } = worlds.graph;
	const { reached } = worlds;
	for (const edge of action.edges) added.set(edge.from, [...(added.get(edge.from) ?? []), edge]);
	const touched = new Uint8Array(size);
	let further = 0;
	const trail: number[] = [];
	for (let world = 0; world < worlds.count; world += 1) {
		const base = world * size;
		const carrying = action.edges.filter(
			(edge) => reached[base + edge.to] === 0 && worlds.carriesAdded(world, edge)
		);
		if (carrying.length === 0) continue;
		const before = reached.slice(base, base + size);
		for (const edge of carrying)
			if (reached[base + edge.from] === 1 && reached[base + edge.to] === 0)
				worlds.spread(world, edge.to, reached, null, added);
		for (let unit = 0; unit < size; unit += 1) if (reached[base + unit] !== before[unit]) touched[unit] = 1;
		for (const edge of carrying)
			if (reached[base + edge.from] === 0 && reached[base + edge.to] === 0)
				further += worlds.spread(world, edge.to, reached, trail, added);
		if (trail.length > 0) worlds.forget(reached, trail);
	}
	return { touched, further };
}

function boundOf(
	worlds: Worlds,
	start: Uint8Array,
	candidates: readonly Action[],
	chosen: readonly number[],
	k: number,
	rule: ChoiceRule
): number {
	const possible = candidates.map((_, item) => item).filter((item) => rule.ever(item));
	const everything = reachedWithAll(
		worlds,
		start,
		possible.map((item) => candidates[item]!)
	);
	const relaxed = start.slice();
	const largest = (): number => {
		const gains = possible.map((item) => relaxedGain(worlds, relaxed, everything, candidates[item]!, false));
		return gains
			.sort((a, b) => b - a)
			.slice(0, k)
			.reduce((sum, gain) => sum + gain, 0);
	};
	const fromNothing = largest();
	let taken = 0;
	for (const item of chosen) taken += relaxedGain(worlds, relaxed, everything, candidates[item]!, true);
	const all =
		everything.reduce((sum, value) => sum + value, 0) - start.reduce((sum, value) => sum + value, 0);
	return Math.min(fromNothing, taken + largest(), all) / worlds.count;
}

function reachedWithAll(worlds: Worlds, start: Uint8Array, actions: readonly Action[]): Uint8Array {
	const { size } = worlds.graph;
	const reached = start.slice();
	const added = new Map<number, AddedEdge[]>();
	for (const { edges } of actions)
		for (const edge of edges) added.set(edge.from, [...(added.get(edge.from) ?? []), edge]);
	const edges = [...added.values()].flat();
	for (let world = 0; world < worlds.count; world += 1) {
		for (const edge of edges) {
			if (start[world * size + edge.from] === 0 || reached[world * size + edge.to] === 1) continue;
			if (worlds.carriesAdded(world, edge)) worlds.spread(world, edge.to, reached, null, added);
		}
	}
	return reached;
}

/** What an action adds where its edges carry from everywhere that anything could reach. */
function relaxedGain(
	worlds: Worlds,
	relaxed: Uint8Array,
	everything: Uint8Array,
	{ edges }: Action,
	isKept: boolean
): number {
	const { size } = worlds.graph;
	let gain = 0;
	const trail: number[] = [];
	for (let world = 0; world < worlds.count; world += 1) {
		const base = world * size;
		for (const edge of edges) {
			if (everything[base + edge.from] === 0 || relaxed[base + edge.to] === 1) continue;
			if (worlds.carriesAdded(world, edge))
				gain += worlds.spread(world, edge.to, relaxed, isKept ? null : trail, null);
		}
		if (trail.length > 0) worlds.forget(relaxed, trail);
	}
	return gain;
}

/** Expected adopters more than without, of actions that somebody else chose (count); the worlds stay as they were. */
export function gainOfActions(worlds: Worlds, actions: readonly Action[]): number {
	const together: Action = { parties: [], edges: actions.flatMap(({ edges }) => edges) };
	const before = worlds.reached.slice();
	const added = new Map<number, AddedEdge[]>();
	for (const edge of together.edges) added.set(edge.from, [...(added.get(edge.from) ?? []), edge]);
	let gain = 0;
	const { size } = worlds.graph;
	for (let world = 0; world < worlds.count; world += 1) {
		const base = world * size;
		for (const edge of together.edges) {
			if (before[base + edge.from] === 0 || worlds.reached[base + edge.to] === 1) continue;
			if (worlds.carriesAdded(world, edge))
				gain += worlds.spread(world, edge.to, worlds.reached, null, added);
		}
	}
	worlds.reached.set(before);
	return gain / worlds.count;
}
