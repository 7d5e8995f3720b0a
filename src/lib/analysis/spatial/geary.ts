import type { SparseMatrix } from '../sparse/sparse-matrix.ts';
import { deviations, isConstant, normalTest, type NormalTest } from './moran.ts';
import { weightTotals } from './weight-totals.ts';

/** Geary's C of a variable over places. */
export interface Geary {
	n: number;
	/** About 1 at random, below 1 where like is near like; `null` for a constant or without weights. */
	C: number | null;
	/**
	 * Test under randomisation; z is turned so that positive means like near like, as for Moran's I;
	 * `null` with C or for fewer than four units.
	 */
	randomisation: NormalTest | null;
}

/**
 * Geary's C: how much neighbours differ, against how much any two places differ.
 *
 * C = ((n - 1) / (2 S0)) Σ_ij w_ij (x_i - x_j)² / Σ_i z_i². More sensitive than Moran's I to
 * differences between immediate neighbours.
 *
 * @param values one finite number a unit
 * @throws {AnalysisError} if a value is not a number or the sizes differ
 *
 * Source: Geary (1954); Cliff & Ord (1981); spdep `geary.test`.
 */
export function geary(values: ArrayLike<number>, weights: SparseMatrix): Geary {
	const n = weights.size;
	const z = deviations(values, n);
	const totals = weightTotals(weights);
	const squares = z.reduce((sum, value) => sum + value * value, 0);
	if (n < 2 || totals.s0 === 0 || isConstant(z, squares)) return { n, C: null, randomisation: null };

	let differences = 0;
	for (let row = 0; row < n; row++) {
		for (let at = weights.rowStart[row]!; at < weights.rowStart[row + 1]!; at++) {
			differences += weights.value[at]! * (z[row]! - z[weights.column[at]!]!) ** 2;
		}
	}
	const C = ((n - 1) * differences) / (2 * totals.s0 * squares);
	const fourth = z.reduce((sum, value) => sum + value ** 4, 0);
	const kurtosis = (n * fourth) / (squares * squares);
	const turned = n < 4 ? null : normalTest(2 - C, 1, gearyVariance(n, totals, kurtosis));
	return { n, C, randomisation: turned };
}

function gearyVariance(
	n: number,
	{ s0, s1, s2 }: { s0: number; s1: number; s2: number },
	kurtosis: number
): number {
	const s02 = s0 * s0;
	const pairs = (n - 1) * s1 * (n * n - 3 * n + 3 - kurtosis * (n - 1));
	const margins = ((n - 1) * s2 * (n * n + 3 * n - 6 - kurtosis * (n * n - n + 2))) / 4;
	const whole = s02 * (n * n - 3 - kurtosis * (n - 1) ** 2);
	return (pairs - margins + whole) / (n * (n - 2) * (n - 3) * s02);
}
