import { normalTwoSided } from '../numeric/distributions.ts';
import { seededRandom } from '../numeric/random.ts';
import { exists, isAdopter, NEVER, type Panel } from '../panel/panel.ts';
import { reportProgress } from '../progress.ts';
import { isSeries, networkAt, type Network, type SparseMatrix } from '../sparse/sparse-matrix.ts';
import { rowStandardised, submatrix } from '../sparse/sparse-operations.ts';
import { moranMoments } from '../spatial/moran-moments.ts';
import { permutationTest, type PermutationOptions, type PermutationTest } from '../spatial/permutation.ts';
import { weightTotals, type WeightTotals } from '../spatial/weight-totals.ts';
import { accumulate, addPairs, addUnits, foldedUp, type Intervals } from './adoption-pairs.ts';
import { addPairsInOrder, isWorthTable, pairTable } from './dense-pairs.ts';

/** Whether adopters cluster in one period. */
export interface MoranPeriod {
	period: number;
	/** Units that exist in the period, and adopters among them (count). */
	n: number;
	adopters: number;
	/** Moran's I of having adopted; `null` when all or none have, or nothing is tied. */
	observed: number | null;
	/** -1 / (n - 1); `null` for fewer than two units. */
	expected: number | null;
	/** Standard deviation under randomisation; `null` with I or for fewer than four units. */
	deviation: number | null;
	/** Two-sided normal p-value; approximate: prefer the permutations. */
	p: number | null;
	/** Shuffles, with a band of what chance would give; `null` when not asked for or I is `null`. */
	permutation: PermutationTest | null;
}

/**
 * Moran's I of "has adopted" in every period: whether adopters are tied to adopters.
 *
 * I_t = (n / S0) Σ_ij w_ij z_i z_j / Σ z_i², z = a_it - mean. Weights are row-standardised here, among
 * the units that exist in the period; units without ties stay in n. A shuffle deals the whole
 * histories out to units at random, so one shuffle serves every period.
 *
 * @param weights 1/geodesic, adjacency, border length, likeness …: any weights of at least 0
 * @param shuffles seeded permutations; leave out for none
 *
 * Source: Moran (1950); Cliff & Ord (1981); netdiffuseR `summary.diffnet`, `moran`.
 */
export function moranByPeriod(panel: Panel, weights: Network, shuffles?: PermutationOptions): MoranPeriod[] {
	if (!isSeries(weights) && everyoneThroughout(panel)) {
		const intervals = adopterIntervals(panel);
		return wholePopulation(rowStandardised(weights), intervals, panel.periods, shuffles);
	}
	return panel.periods.map((period, t) => {
		const present = panel.ids.map((_, unit) => unit).filter((unit) => exists(panel, unit, t));
		const matrix = rowStandardised(submatrix(networkAt(weights, t), present));
		const from = Int32Array.from(present, (unit) => (isAdopter(panel, unit, t) ? 0 : 1));
		const until = new Int32Array(present.length).fill(1);
		return wholePopulation(matrix, { from, until }, [period], shuffles)[0]!;
	});
}

/** Whether every unit exists in every period. */
export function everyoneThroughout({ entersAt, leavesAt, periods }: Panel): boolean {
	return entersAt.every((period) => period === 0) && leavesAt.every((period) => period === periods.length);
}

/** When each unit is an adopter, for a population in which everyone exists throughout. */
export function adopterIntervals({ adoptedAt, stoppedAt, periods }: Panel): Intervals {
	return {
		from: adoptedAt.map((adopted) => (adopted === NEVER ? periods.length : adopted)),
		until: stoppedAt.slice()
	};
}

function wholePopulation(
	matrix: SparseMatrix,
	intervals: Intervals,
	periods: readonly number[],
	shuffles: PermutationOptions | undefined
): MoranPeriod[] {
	const totals = weightTotals(matrix);
	const pairs = new Float64Array(periods.length + 1);
	addPairs(matrix, intervals, pairs);
	const rows = moranFromSums(periods, matrix.size, totals, intervals, accumulate(pairs));
	return shuffles === undefined
		? rows
		: withShuffles(rows, pairCounter(matrix, intervals, periods.length), totals, intervals, shuffles);
}

/**
 * Moran's I of each period from sums gathered over the weights.
 *
 * @param pairs x'Wx by period
 */
export function moranFromSums(
	periods: readonly number[],
	n: number,
	totals: WeightTotals,
	intervals: Intervals,
	pairs: Float64Array
): MoranPeriod[] {
	const counts = accumulateOver(new Uint8Array(n).fill(1), intervals, periods.length);
	const margins = accumulateOver(totals.margins, intervals, periods.length);
	return periods.map((period, t) => {
		const adopters = counts[t]!;
		const expected = n < 2 ? null : -1 / (n - 1);
		const observed = binaryMoran(n, totals.s0, adopters, pairs[t]!, margins[t]!);
		if (observed === null || expected === null) {
			return { period, n, adopters, observed: null, expected, deviation: null, p: null, permutation: null };
		}
		const variance = moranMoments(n, totals, binaryKurtosis(adopters / n)).randomisation;
		const deviation = variance === null || !(variance > 0) ? null : Math.sqrt(variance);
		const p = deviation === null ? null : normalTwoSided((observed - expected) / deviation);
		return { period, n, adopters, observed, expected, deviation, p, permutation: null };
	});
}

function accumulateOver(values: ArrayLike<number>, intervals: Intervals, length: number): Float64Array {
	const sums = new Float64Array(length + 1);
	addUnits(values, intervals, sums);
	return accumulate(sums);
}

function binaryMoran(n: number, s0: number, adopters: number, pairs: number, margins: number): number | null {
	const mean = adopters / n;
	if (s0 === 0 || adopters === 0 || adopters === n) return null;
	return (pairs - mean * margins + mean * mean * s0) / (s0 * mean * (1 - mean));
}

function binaryKurtosis(share: number): number {
	const variance = share * (1 - share);
	return (1 - 3 * variance) / variance;
}

/** Adds up x'Wx by period after histories were dealt out: unit u gets the history of unit `order[u]`. */
type PairCounter = (order: Int32Array, dealt: Intervals, sums: Float64Array) => void;

function pairCounter(matrix: SparseMatrix, intervals: Intervals, periods: number): PairCounter {
	if (!isWorthTable(matrix, intervals, periods)) {
		const folded = foldedUp(matrix);
		return (_order, dealt, sums) => addPairs(folded, dealt, sums);
	}
	const table = pairTable(matrix);
	const { from } = intervals;
	const byTime = Int32Array.from(from.keys()).sort((a, b) => from[a]! - from[b]!);
	const rank = new Int32Array(from.length);
	byTime.forEach((unit, place) => (rank[unit] = place));
	const joined = from.filter((period) => period < periods).sort();
	const inOrder = new Int32Array(from.length);
	return (order, _dealt, sums) => {
		for (let unit = 0; unit < order.length; unit++) inOrder[rank[order[unit]!]!] = unit;
		addPairsInOrder(table, inOrder, joined, sums);
	};
}

function withShuffles(
	rows: MoranPeriod[],
	addDealtPairs: PairCounter,
	totals: WeightTotals,
	{ from, until }: Intervals,
	{ permutations, seed, progress }: PermutationOptions
): MoranPeriod[] {
	const random = seededRandom(seed);
	const order = Int32Array.from(from.keys());
	const dealt: Intervals = { from: from.slice(), until: until.slice() };
	const simulated = rows.map(() => new Float64Array(permutations));
	const pairs = new Float64Array(rows.length + 1);
	const margins = new Float64Array(rows.length + 1);

	for (let k = 0; k < permutations; k++) {
		if (k % 16 === 0) reportProgress(progress, k, permutations);
		random.shuffle(order);
		for (let unit = 0; unit < order.length; unit++) {
			dealt.from[unit] = from[order[unit]!]!;
			dealt.until[unit] = until[order[unit]!]!;
		}
		pairs.fill(0);
		margins.fill(0);
		addDealtPairs(order, dealt, pairs);
		addUnits(totals.margins, dealt, margins);
		accumulate(pairs);
		accumulate(margins);
		rows.forEach(({ n, adopters }, t) => {
			simulated[t]![k] = binaryMoran(n, totals.s0, adopters, pairs[t]!, margins[t]!) ?? 0;
		});
	}
	return rows.map((row, t) => {
		if (row.observed === null || row.expected === null || permutations === 0) return row;
		return { ...row, permutation: permutationTest(row.observed, row.expected, simulated[t]!, seed) };
	});
}
