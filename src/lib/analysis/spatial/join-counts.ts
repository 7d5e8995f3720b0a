import { AnalysisError } from '../analysis-error.ts';
import type { SparseMatrix } from '../sparse/sparse-matrix.ts';
import { normalTest, type NormalTest } from './moran.ts';
import { weightTotals, type WeightTotals } from './weight-totals.ts';

/** One kind of join against what chance would give. */
export interface JoinCount {
	/** Weighted number of joins of the kind. */
	count: number;
	/** Expected number; `null` for fewer than two units. */
	expectation: number | null;
	/** Test of more joins than expected; `null` for fewer than four units or without variance. */
	test: NormalTest | null;
}

/** Joins between places that have something and places that have not. */
export interface JoinCounts {
	n: number;
	/** Places that have it (count). */
	having: number;
	bothHave: JoinCount;
	neitherHas: JoinCount;
	oneHas: JoinCount;
}

/**
 * Join counts: whether places that have adopted border one another more often than chance.
 *
 * BB = ½ Σ w_ij x_i x_j; WW the same for 1 - x; BW = ½ Σ w_ij (x_i - x_j)². Expectation and variance under
 * non-free sampling: the same number of adopters dealt out at random. The right test for "has adopted
 * by now", which is yes or no.
 *
 * @param having 1 or true where the unit has it
 * @throws {AnalysisError} if the sizes differ
 *
 * Source: Cliff & Ord, Spatial Processes (1981), chapter 2; spdep `joincount.test`.
 */
export function joinCounts(having: ArrayLike<number | boolean>, weights: SparseMatrix): JoinCounts {
	const n = weights.size;
	if (having.length !== n) throw new AnalysisError(`there are ${having.length} values for ${n} units`);
	let both = 0;
	let neither = 0;
	let one = 0;
	for (let row = 0; row < n; row++) {
		for (let at = weights.rowStart[row]!; at < weights.rowStart[row + 1]!; at++) {
			const joins = Number(Boolean(having[row])) + Number(Boolean(having[weights.column[at]!]));
			if (joins === 2) both += weights.value[at]! / 2;
			else if (joins === 0) neither += weights.value[at]! / 2;
			else one += weights.value[at]! / 2;
		}
	}
	const black = Array.from(having).filter(Boolean).length;
	const totals = weightTotals(weights);
	return {
		n,
		having: black,
		bothHave: sameKind(both, black, n, totals),
		neitherHas: sameKind(neither, n - black, n, totals),
		oneHas: mixedKind(one, black, n, totals)
	};
}

function sameKind(count: number, k: number, n: number, { s0, s1, s2 }: WeightTotals): JoinCount {
	if (n < 2) return { count, expectation: null, test: null };
	const expectation = (s0 * k * (k - 1)) / (2 * n * (n - 1));
	if (n < 4) return { count, expectation, test: null };
	const two = (k * (k - 1)) / (n * (n - 1));
	const three = (two * (k - 2)) / (n - 2);
	const four = (three * (k - 3)) / (n - 3);
	const variance = (s1 * two + (s2 - 2 * s1) * three + (s0 * s0 + s1 - s2) * four) / 4 - expectation ** 2;
	return { count, expectation, test: joinTest(count, expectation, variance) };
}

function mixedKind(count: number, k: number, n: number, { s0, s1, s2 }: WeightTotals): JoinCount {
	if (n < 2) return { count, expectation: null, test: null };
	const other = n - k;
	const expectation = (s0 * k * other) / (n * (n - 1));
	if (n < 4) return { count, expectation, test: null };
	const two = (2 * k * other) / (n * (n - 1));
	const three = (k * other * (n - 2)) / (n * (n - 1) * (n - 2));
	const four = (4 * k * (k - 1) * other * (other - 1)) / (n * (n - 1) * (n - 2) * (n - 3));
	const variance = (s1 * two + (s2 - 2 * s1) * three + (s0 * s0 + s1 - s2) * four) / 4 - expectation ** 2;
	return { count, expectation, test: joinTest(count, expectation, variance) };
}

/** A variance that is only rounding stands for none. */
function joinTest(count: number, expectation: number, variance: number): NormalTest | null {
	return normalTest(count, expectation, variance > 1e-12 * Math.max(1, expectation ** 2) ? variance : null);
}
