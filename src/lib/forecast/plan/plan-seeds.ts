import { AnalysisError } from '#lib/analysis/analysis-error.ts';
import { seededRandom } from '#lib/analysis/numeric/random.ts';
import { reportProgress, type Progress } from '#lib/analysis/progress.ts';
import type { CascadeGraph, CascadeModel } from './cascade-graph.ts';
import type { ChoiceRule } from './choice-rule.ts';
import { coverGreedily, firstMet, setsMet } from './cover-greedily.ts';
import { ReverseSets } from './reverse-sets.ts';

/** How sure the seeds are to be near the best. */
export interface Certainty {
	/** ε and δ: at least (1 − 1/e − ε) of the best gain with chance 1 − δ. */
	epsilon: number;
	delta: number;
	/** Go on drawing until this share of the best gain is certified, or the sets run out. */
	wanted: number;
	/** Most sets drawn in each of the two halves (count). */
	mostSets: number;
}

export const USUAL_CERTAINTY: Certainty = { epsilon: 0.1, delta: 0.01, wanted: 0.9, mostSets: 4_000_000 };

/** Seeds, and what is certain of them. */
export interface SeedPlan {
	seeds: number[];
	/** Expected adopters more than without seeds after each further seed (count), from sets that chose nothing. */
	curve: number[];
	/** Expected adopters without seeds (count); those who have adopted are among them. */
	without: number;
	/** Share of the best gain that is certified with chance 1 − δ (0–1); `null` where nothing can be gained. */
	certified: number | null;
	/** (1 − 1/e − ε), promised beforehand. */
	promised: number;
	/** Sets drawn to choose by, and as many again to measure by (count). */
	sets: number;
}

/**
 * The k units that would bring most others to adopt if they adopted now, by OPIM-C.
 *
 * Two halves of reverse-reachable sets double until what the one half's choice meets in the other, at the lower end
 * of its error, is the wanted share of what any choice could meet, at the upper end of its error. Each of the rounds
 * takes its part of δ.
 *
 * @param hasAdopted 1 for each unit that has adopted: they spread from the start and are no seeds
 * @throws {AnalysisError} if k is below 1 or above the number who could be chosen
 *
 * Source: Tang, Tang, Xiao & Yuan, Online processing algorithms for influence maximization (SIGMOD 2018), algorithm 2.
 */
export function planSeeds(
	graph: CascadeGraph,
	model: CascadeModel,
	options: {
		k: number;
		hasAdopted: Uint8Array;
		rule: () => ChoiceRule;
		seed: number;
		certainty?: Certainty;
		progress?: Progress;
	}
): SeedPlan {
	const { k, hasAdopted, rule, seed, certainty = USUAL_CERTAINTY, progress } = options;
	const { size } = graph;
	if (!Number.isInteger(k) || k < 1) throw new AnalysisError(`k is ${k}; it is a whole number of at least 1`);
	const { epsilon, delta, wanted, mostSets } = certainty;
	const promised = 1 - 1 / Math.E - epsilon;
	const choosing = new ReverseSets(graph, model, hasAdopted, seededRandom(seed));
	const measuring = new ReverseSets(graph, model, hasAdopted, seededRandom(seed + 0x5eed));
	const first = 1024;
	const rounds = Math.max(1, Math.ceil(Math.log2(mostSets / first)) + 1);
	const surely = Math.log((3 * rounds) / delta);
	let result: SeedPlan | null = null;
	for (let round = 0; round < rounds; round += 1) {
		reportProgress(progress, round, rounds);
		const count = Math.min(first * 2 ** round, mostSets);
		for (const sets of [choosing, measuring]) drawInParts(sets, count, progress, round / rounds);
		const cover = coverGreedily(choosing, size, k, rule());
		const met = setsMet(measuring, size, cover.seeds);
		const upper = (Math.sqrt(cover.bound + surely / 2) + Math.sqrt(surely / 2)) ** 2;
		const root = Math.sqrt(met + (2 * surely) / 9) - Math.sqrt(surely / 2);
		const lower = Math.max(root > 0 ? root ** 2 - surely / 18 : 0, 0);
		const certified = cover.bound === 0 ? null : Math.min(lower / upper, 1);
		result = {
			seeds: cover.seeds,
			curve: [],
			without: (size * measuring.reached) / count,
			certified,
			promised,
			sets: count
		};
		if (certified === null || certified >= wanted) break;
	}
	const { seeds, sets } = result!;
	return { ...result!, curve: firstMet(measuring, size, seeds).map((met) => (size * met) / sets) };
}

/** Draws sets a few thousand at a time, so that a stop is heard. */
function drawInParts(sets: ReverseSets, count: number, progress: Progress | undefined, share: number): void {
	for (let until = sets.count; until < count;) {
		until = Math.min(count, until + 20_000);
		sets.drawUntil(until);
		reportProgress(progress, share, 1);
	}
}
