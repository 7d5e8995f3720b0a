import type { SparseMatrix } from '../sparse/sparse-matrix.ts';
import type { Intervals } from './adoption-pairs.ts';

/** Largest table kept: 4,000 units, 128 MB. */
const MAX_UNITS = 4000;

/**
 * Whether summing over a full table beats summing over entries: many weights, few enough units, and no
 * spell that ends, so that adopters only ever join.
 */
export function isWorthTable({ size, value }: SparseMatrix, { until }: Intervals, periods: number): boolean {
	return size <= MAX_UNITS && value.length > 0.1 * size * size && until.every((period) => period >= periods);
}

/** Full symmetric table of w_ij + w_ji, row by row. */
export function pairTable({ size, rowStart, column, value }: SparseMatrix): Float64Array {
	const table = new Float64Array(size * size);
	for (let row = 0; row < size; row++) {
		for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++) {
			table[row * size + column[at]!]! += value[at]!;
			table[column[at]! * size + row]! += value[at]!;
		}
	}
	return table;
}

/**
 * Adds, for each adopter in order of joining, its weights to those who joined before.
 *
 * @param order units, first adopter first
 * @param joined period in which each place of the order joins; adopters only
 * @param sums changes by period
 */
export function addPairsInOrder(
	table: Float64Array,
	order: Int32Array,
	joined: Int32Array,
	sums: Float64Array
): void {
	const size = order.length;
	for (let k = 1; k < joined.length; k++) {
		const row = order[k]! * size;
		// Two sums side by side: each addition need not wait for the one before.
		let even = 0;
		let odd = 0;
		let before = 0;
		for (; before + 1 < k; before += 2) {
			even += table[row + order[before]!]!;
			odd += table[row + order[before + 1]!]!;
		}
		if (before < k) even += table[row + order[before]!]!;
		sums[joined[k]!]! += even + odd;
	}
}
