import { quantile } from '#lib/analysis/numeric/quantile.ts';
import { seededRandom } from '#lib/analysis/numeric/random.ts';
import { reportProgress, type Progress } from '#lib/analysis/progress.ts';
import type { WithInterval } from '../verdict.ts';
import { withChances, type CascadeGraph } from './cascade-graph.ts';
import type { ChoiceRule } from './choice-rule.ts';
import type { Action } from './choose-actions.ts';
import type { PlanChoice } from './plan-types.ts';
import type { Worlds } from './worlds.ts';

interface OneDraw {
	ours: number;
	random: number;
	again: boolean[];
}

/** Chances up to twice as large or as small, all together, once a draw. */
export function drawnChances(
	graph: CascadeGraph,
	{ model, seed }: PlanChoice,
	draws: number,
	progress: Progress | undefined,
	work: (changed: CascadeGraph, seed: number, factor: number) => OneDraw
) {
	const random = seededRandom(seed + 9);
	const found: OneDraw[] = [];
	for (let draw = 0; draw < draws; draw += 1) {
		reportProgress(progress, 0.6 + (0.4 * draw) / draws, 1);
		const factor = 2 ** (2 * random.next() - 1);
		found.push(
			work(
				withChances(graph, model, (chance) => chance * factor),
				seed + 1000 + draw,
				factor
			)
		);
	}
	const interval = (value: number, values: readonly number[]): WithInterval => {
		const sorted = Float64Array.from(values).sort();
		return {
			value,
			lower: Math.min(value, quantile(sorted, 0.05) ?? value),
			upper: Math.max(value, quantile(sorted, 0.95) ?? value)
		};
	};
	return {
		around: (value: number): WithInterval =>
			interval(
				value,
				found.map(({ ours }) => ours)
			),
		overRandom(): WithInterval | null {
			if (found.length === 0) return null;
			const gaps = found.map(({ ours, random: chance }) => ours - chance);
			const sorted = Float64Array.from(gaps).sort();
			return { value: meanOf(gaps), lower: quantile(sorted, 0.05)!, upper: quantile(sorted, 0.95)! };
		},
		again: (at: number): number | null =>
			found.length === 0 ? null : found.filter(({ again }) => again[at]).length / found.length
	};
}

export function scaledAction({ parties, edges }: Action, factor: number): Action {
	return {
		parties,
		edges: edges.map((edge) => ({ ...edge, chance: Math.min(1, edge.chance * factor) }))
	};
}

export function shareReached({ reached, count, graph: { size } }: Worlds): Float64Array {
	const share = new Float64Array(size);
	for (let at = 0; at < count * size; at += 1) share[at % size]! += reached[at]! / count;
	return share;
}

export function randomChoices(
	parties: readonly unknown[],
	rule: () => ChoiceRule,
	k: number,
	count: number,
	seed: number
): number[][] {
	const random = seededRandom(seed + 13);
	const order = Int32Array.from({ length: parties.length }, (_, item) => item);
	return Array.from({ length: count }, () => {
		random.shuffle(order);
		return choose(rule(), k, order);
	});
}

/** The first k of a list that the rule allows. */
export function choose(rule: ChoiceRule, k: number, order: Iterable<number>): number[] {
	const chosen: number[] = [];
	for (const item of order) {
		if (chosen.length === k) break;
		if (!rule.now(item)) continue;
		rule.take(item);
		chosen.push(item);
	}
	return chosen;
}

/** Units by falling number of contacts. */
export function byDegree({ size, outStart, inStart }: CascadeGraph): number[] {
	const degree = (unit: number): number =>
		outStart[unit + 1]! - outStart[unit]! + inStart[unit + 1]! - inStart[unit]!;
	return Array.from({ length: size }, (_, unit) => unit).sort((a, b) => degree(b) - degree(a) || a - b);
}

export function rankOf(units: readonly number[], rank: Int32Array): number {
	return units.reduce((sum, unit) => sum + rank[unit]!, 0);
}

export function meanOf(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
}

/**
 * Where a curve bends most: the point farthest above the straight line from nothing to its end.
 *
 * Source: Satopää et al., Finding a "kneedle" in a haystack (2011).
 */
export function kneeOf(curve: readonly number[]): number | null {
	const end = curve.at(-1);
	if (curve.length < 3 || end === undefined || !(end > 0)) return null;
	let [best, height] = [0, 0];
	curve.forEach((gain, at) => {
		const above = gain / end - (at + 1) / curve.length;
		if (above > height + 1e-12) [best, height] = [at + 1, above];
	});
	return best === 0 ? null : best;
}

/** Random choices that the mean of chance is taken over. */
export const RANDOM_CHOICES = 200;

export function part(progress: Progress | undefined, from: number, to: number): { progress?: Progress } {
	if (progress === undefined) return {};
	return {
		progress: {
			onProgress: (share) => progress.onProgress?.(from + share * (to - from)),
			...(progress.signal === undefined ? {} : { signal: progress.signal })
		}
	};
}
