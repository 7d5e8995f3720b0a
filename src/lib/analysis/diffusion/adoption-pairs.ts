import type { SparseMatrix } from '../sparse/sparse-matrix.ts';

/** When each unit is an adopter: from one period to before another, `from >= until` for never. */
export interface Intervals {
	from: Int32Array;
	until: Int32Array;
}

/**
 * Adds each weight to the periods in which both its ends are adopters, x'Wx period by period, in one
 * pass over the weights however many periods there are.
 *
 * @param sums changes by period, one longer than the periods; turned into totals by {@link accumulate}
 */
export function addPairs(
	{ size, rowStart, column, value }: SparseMatrix,
	{ from, until }: Intervals,
	sums: Float64Array
): void {
	for (let row = 0; row < size; row++) {
		const start = from[row]!;
		const end = until[row]!;
		if (start >= end) continue;
		for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++) {
			const other = column[at]!;
			const first = Math.max(start, from[other]!);
			const last = Math.min(end, until[other]!);
			if (first < last) {
				sums[first]! += value[at]!;
				sums[last]! -= value[at]!;
			}
		}
	}
}

/** Adds each unit's own value to the periods in which it is an adopter. */
export function addUnits(values: ArrayLike<number>, { from, until }: Intervals, sums: Float64Array): void {
	for (let unit = 0; unit < values.length; unit++) {
		if (from[unit]! >= until[unit]!) continue;
		sums[from[unit]!]! += values[unit]!;
		sums[until[unit]!]! -= values[unit]!;
	}
}

/** Turns changes by period into totals by period, in place. */
export function accumulate(sums: Float64Array): Float64Array {
	for (let t = 1; t < sums.length; t++) sums[t]! += sums[t - 1]!;
	return sums;
}

/** Adds w_ij and w_ji into one entry above the diagonal: half the work for every shuffle. */
export function foldedUp(matrix: SparseMatrix): SparseMatrix {
	const rows: Map<number, number>[] = Array.from({ length: matrix.size }, () => new Map<number, number>());
	for (let row = 0; row < matrix.size; row++) {
		for (let at = matrix.rowStart[row]!; at < matrix.rowStart[row + 1]!; at++) {
			const other = matrix.column[at]!;
			const upper = rows[Math.min(row, other)]!;
			const right = Math.max(row, other);
			upper.set(right, (upper.get(right) ?? 0) + matrix.value[at]!);
		}
	}
	const rowStart = new Int32Array(matrix.size + 1);
	rows.forEach((entries, row) => (rowStart[row + 1] = rowStart[row]! + entries.size));
	const column = new Int32Array(rowStart[matrix.size]!);
	const value = new Float64Array(column.length);
	let at = 0;
	for (const entries of rows) {
		for (const [other, weight] of entries) {
			column[at] = other;
			value[at++] = weight;
		}
	}
	return { size: matrix.size, rowStart, column, value };
}
