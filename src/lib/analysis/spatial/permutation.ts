import type { Progress } from '../progress.ts';

/** How the observed statistic compares with those of shuffled data. */
export interface PermutationTest {
	/** Shuffles made, R (count), and the seed that repeats them. */
	permutations: number;
	seed: number;
	/** One-sided: (1 + shuffles with a value as large or larger) / (R + 1). */
	pGreater: number;
	/** Two-sided: (1 + shuffles at least as far from the expectation) / (R + 1). */
	pTwoSided: number;
	/** The band that holds the middle 95% of the shuffles. */
	lower: number;
	upper: number;
}

/** How many shuffles and from which seed. */
export interface PermutationOptions {
	permutations: number;
	seed: number;
	progress?: Progress;
}

/**
 * Compares an observed value with those of shuffles. Ties within rounding count as "as large".
 *
 * @param simulated values of the shuffles; sorted in place
 *
 * Source: Phipson & Smyth, Permutation p-values should never be zero (2010).
 */
export function permutationTest(
	observed: number,
	expectation: number,
	simulated: Float64Array,
	seed: number
): PermutationTest {
	const rounding = 1e-12 * Math.max(1, Math.abs(observed));
	const permutations = simulated.length;
	let larger = 0;
	let farther = 0;
	for (const value of simulated) {
		if (value >= observed - rounding) larger++;
		if (Math.abs(value - expectation) >= Math.abs(observed - expectation) - rounding) farther++;
	}
	simulated.sort();
	const rank = (share: number): number => simulated[Math.round(share * (permutations - 1))]!;
	return {
		permutations,
		seed,
		pGreater: (1 + larger) / (permutations + 1),
		pTwoSided: (1 + farther) / (permutations + 1),
		lower: rank(0.025),
		upper: rank(0.975)
	};
}
