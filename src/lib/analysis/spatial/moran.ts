import { AnalysisError } from '../analysis-error.ts';
import { normalTwoSided, normalUpperTail } from '../numeric/distributions.ts';
import { seededRandom } from '../numeric/random.ts';
import { reportProgress } from '../progress.ts';
import type { SparseMatrix } from '../sparse/sparse-matrix.ts';
import { moranMoments } from './moran-moments.ts';
import { permutationTest, type PermutationOptions, type PermutationTest } from './permutation.ts';
import { weightTotals } from './weight-totals.ts';

/** A statistic against what chance would give, with normal p-values. */
export interface NormalTest {
	expectation: number;
	variance: number;
	/** Standard deviations away from the expectation, positive where like is near like. */
	z: number;
	/** P-value of clustering (one-sided) and of any departure (two-sided). */
	pGreater: number;
	pTwoSided: number;
}

/** Moran's I of a variable over places. */
export interface Moran {
	/** Units (count) and how many of them have no neighbour. */
	n: number;
	withoutNeighbours: number;
	/** Sum of weights, S0. */
	s0: number;
	/** Moran's I; `null` when the variable is constant, there are no weights, or n < 2. */
	I: number | null;
	/** Test under randomisation; `null` with I or for fewer than four units. */
	randomisation: NormalTest | null;
	/** Test under normality; `null` with I. */
	normality: NormalTest | null;
	/** Test by shuffling; `null` when none was asked for or I is `null`. */
	permutation: PermutationTest | null;
}

/**
 * Moran's I: whether places near each other have like values.
 *
 * I = (n / S0) Σ_ij w_ij z_i z_j / Σ_i z_i², z = value - mean; about -1/(n-1) when values are dealt
 * out at random, towards 1 when like is near like.
 *
 * @param values one finite number a unit
 * @param weights w_ij, as they are (use `rowStandardised` for the usual "W" style). Units without
 *   neighbours stay in n.
 * @param shuffles seeded permutations; leave out for none
 * @throws {AnalysisError} if a value is not a number or the sizes differ; {@link AnalysisCancelled}
 *
 * Source: Moran (Biometrika 1950); Cliff & Ord, Spatial Processes (1981); spdep `moran.test`.
 */
export function moran(
	values: ArrayLike<number>,
	weights: SparseMatrix,
	shuffles?: PermutationOptions
): Moran {
	const n = weights.size;
	const z = deviations(values, n);
	const totals = weightTotals(weights);
	const squares = z.reduce((sum, value) => sum + value * value, 0);
	const empty = { n, withoutNeighbours: unitsWithoutNeighbours(weights), s0: totals.s0 };
	if (n < 2 || totals.s0 === 0 || isConstant(z, squares)) {
		return { ...empty, I: null, randomisation: null, normality: null, permutation: null };
	}
	const fourth = z.reduce((sum, value) => sum + value ** 4, 0);
	const moments = moranMoments(n, totals, (n * fourth) / (squares * squares));
	const scale = n / totals.s0 / squares;
	const I = scale * crossSum(z, weights);
	return {
		...empty,
		I,
		randomisation: normalTest(I, moments.expectation, moments.randomisation),
		normality: normalTest(I, moments.expectation, moments.normality),
		permutation: shuffles === undefined ? null : shuffled(z, weights, scale, I, shuffles)
	};
}

/**
 * Deviations from the mean.
 *
 * @throws {AnalysisError} if there is not one finite number a unit
 */
export function deviations(values: ArrayLike<number>, n: number): Float64Array {
	if (values.length !== n) throw new AnalysisError(`there are ${values.length} values for ${n} units`);
	const z = Float64Array.from(values);
	const wrong = z.findIndex((value) => !Number.isFinite(value));
	if (wrong >= 0) throw new AnalysisError(`the value of unit ${wrong + 1} is not a number`);
	const mean = z.reduce((sum, value) => sum + value, 0) / n;
	return z.map((value) => value - mean);
}

/** Whether deviations are nothing but rounding. */
export function isConstant(z: Float64Array, squares: number): boolean {
	const largest = z.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
	return squares === 0 || largest < 1e-300;
}

/** How many units have no positive weight in their row. */
export function unitsWithoutNeighbours({ size, rowStart, value }: SparseMatrix): number {
	let count = 0;
	for (let row = 0; row < size; row++) {
		if (!value.subarray(rowStart[row]!, rowStart[row + 1]!).some((weight) => weight > 0)) count++;
	}
	return count;
}

/**
 * Test of a statistic against a normal distribution.
 *
 * @param variance `null`, 0 or less where undefined; then there is no test
 */
export function normalTest(
	statistic: number,
	expectation: number,
	variance: number | null
): NormalTest | null {
	if (variance === null || !(variance > 0)) return null;
	const z = (statistic - expectation) / Math.sqrt(variance);
	return { expectation, variance, z, pGreater: normalUpperTail(z), pTwoSided: normalTwoSided(z) };
}

function crossSum(z: Float64Array, { size, rowStart, column, value }: SparseMatrix): number {
	let sum = 0;
	for (let row = 0; row < size; row++) {
		let lagged = 0;
		for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++) lagged += value[at]! * z[column[at]!]!;
		sum += z[row]! * lagged;
	}
	return sum;
}

function shuffled(
	z: Float64Array,
	weights: SparseMatrix,
	scale: number,
	observed: number,
	{ permutations, seed, progress }: PermutationOptions
): PermutationTest {
	const random = seededRandom(seed);
	const dealt = z.slice();
	const simulated = new Float64Array(permutations);
	for (let k = 0; k < permutations; k++) {
		if (k % 16 === 0) reportProgress(progress, k, permutations);
		random.shuffle(dealt);
		simulated[k] = scale * crossSum(dealt, weights);
	}
	return permutationTest(observed, -1 / (z.length - 1), simulated, seed);
}
