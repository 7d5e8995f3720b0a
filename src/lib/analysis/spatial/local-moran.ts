import { normalTwoSided } from '../numeric/distributions.ts';
import type { SparseMatrix } from '../sparse/sparse-matrix.ts';
import { deviations, isConstant } from './moran.ts';

/** Local Moran of one place. */
export interface LocalMoran {
	/** I_i, positive where the place is like its neighbours; `null` for a constant or a place without neighbours. */
	I: number | null;
	expectation: number | null;
	/** Conditional variance (the place keeps its value, the others are shuffled); `null` for n < 3. */
	variance: number | null;
	z: number | null;
	/** Two-sided normal p-value, not corrected for looking at many places. */
	p: number | null;
	/** Own value and neighbours' mean against the overall mean; `null` with I. */
	kind: 'high among high' | 'low among low' | 'high among low' | 'low among high' | null;
}

/**
 * Local Moran's I: which places are like, or unlike, their neighbours.
 *
 * I_i = (z_i / m2) Σ_j w_ij z_j, m2 = Σ z² / n; E_i = -z_i² w_i. / ((n - 1) m2);
 * Var_i = (z_i / m2)² (n / (n - 2)) (Σ_j w_ij² - w_i.² / (n - 1)) (m2 - z_i² / (n - 1)).
 *
 * @param values one finite number a unit
 * @throws {AnalysisError} if a value is not a number or the sizes differ
 *
 * Source: Anselin (1995); moments Sokal, Oden & Thomson (1998); spdep `localmoran(conditional = TRUE)`.
 */
export function localMoran(values: ArrayLike<number>, weights: SparseMatrix): LocalMoran[] {
	const n = weights.size;
	const z = deviations(values, n);
	const squares = z.reduce((sum, value) => sum + value * value, 0);
	const m2 = squares / n;
	const constant = isConstant(z, squares);
	return Array.from(z, (own, unit) => {
		let sum = 0;
		let sumOfSquares = 0;
		let lagged = 0;
		for (let at = weights.rowStart[unit]!; at < weights.rowStart[unit + 1]!; at++) {
			const weight = weights.value[at]!;
			sum += weight;
			sumOfSquares += weight * weight;
			lagged += weight * z[weights.column[at]!]!;
		}
		if (constant || sum === 0)
			return { I: null, expectation: null, variance: null, z: null, p: null, kind: null };
		const I = (own / m2) * lagged;
		const expectation = -(own * own * sum) / ((n - 1) * m2);
		const spread = (sumOfSquares - (sum * sum) / (n - 1)) * (m2 - (own * own) / (n - 1));
		const variance = n < 3 ? null : (own / m2) ** 2 * (n / (n - 2)) * spread;
		const score = variance !== null && variance > 0 ? (I - expectation) / Math.sqrt(variance) : null;
		const self = own >= 0 ? 'high' : 'low';
		const near = lagged >= 0 ? 'high' : 'low';
		const p = score === null ? null : normalTwoSided(score);
		return { I, expectation, variance, z: score, p, kind: `${self} among ${near}` as const };
	});
}
