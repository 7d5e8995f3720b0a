import type { WeightTotals } from './weight-totals.ts';

/** What Moran's I would be if values were dealt out to places at random. */
export interface MoranMoments {
	/** E[I] = -1 / (n - 1). */
	expectation: number;
	/** Variance under randomisation (the values at hand are shuffled); `null` for fewer than four units. */
	randomisation: number | null;
	/** Variance under normality (values drawn from a normal distribution); `null` for fewer than two units. */
	normality: number | null;
}

/**
 * Expectation and variances of Moran's I.
 *
 * @param n units (count), at least 2
 * @param kurtosis n Σ z⁴ / (Σ z²)²
 *
 * Source: Cliff & Ord, Spatial Processes (1981), chapter 2.
 */
export function moranMoments(n: number, { s0, s1, s2 }: WeightTotals, kurtosis: number): MoranMoments {
	const expectation = -1 / (n - 1);
	if (s0 === 0) return { expectation, randomisation: null, normality: null };
	const s02 = s0 * s0;
	const mean2 = expectation * expectation;
	const normality = (n * n * s1 - n * s2 + 3 * s02) / ((n * n - 1) * s02) - mean2;
	const shuffled = n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s02);
	const peaked = kurtosis * (n * (n - 1) * s1 - 2 * n * s2 + 6 * s02);
	const randomisation = (shuffled - peaked) / ((n - 1) * (n - 2) * (n - 3) * s02) - mean2;
	return { expectation, randomisation: n < 4 ? null : randomisation, normality };
}
