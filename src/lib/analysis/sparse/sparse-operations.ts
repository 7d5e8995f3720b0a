import type { SparseMatrix } from './sparse-matrix.ts';

/** The matrix with rows and columns exchanged: who attends to i instead of whom i attends to. */
export function transpose({ size, rowStart, column, value }: SparseMatrix): SparseMatrix {
	const start = new Int32Array(size + 1);
	for (const to of column) start[to + 1]!++;
	for (let row = 0; row < size; row++) start[row + 1]! += start[row]!;
	const next = start.slice(0, size);
	const from = new Int32Array(column.length);
	const weight = new Float64Array(column.length);
	for (let row = 0; row < size; row++) {
		for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++) {
			const place = next[column[at]!]!++;
			from[place] = row;
			weight[place] = value[at]!;
		}
	}
	return { size, rowStart: start, column: from, value: weight };
}

/** The matrix with every positive entry set to 1. */
export function binary(matrix: SparseMatrix): SparseMatrix {
	return { ...matrix, value: matrix.value.map((weight) => (weight > 0 ? 1 : 0)) };
}

/** The matrix with each row divided by its sum; a row without weight stays without. */
export function rowStandardised(matrix: SparseMatrix): SparseMatrix {
	const sums = rowSums(matrix);
	const value = new Float64Array(matrix.value.length);
	for (let row = 0; row < matrix.size; row++) {
		const sum = sums[row]!;
		if (sum === 0) continue;
		for (let at = matrix.rowStart[row]!; at < matrix.rowStart[row + 1]!; at++)
			value[at] = matrix.value[at]! / sum;
	}
	return { ...matrix, value };
}

/** Sum of each row: on a 0/1 network, how many contacts each unit names (out-degree). */
export function rowSums({ size, rowStart, value }: SparseMatrix): Float64Array {
	const sums = new Float64Array(size);
	for (let row = 0; row < size; row++) {
		for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++) sums[row]! += value[at]!;
	}
	return sums;
}

/** Sum of each column: on a 0/1 network, how many units name each (in-degree). */
export function columnSums({ size, column, value }: SparseMatrix): Float64Array {
	const sums = new Float64Array(size);
	for (let at = 0; at < column.length; at++) sums[column[at]!]! += value[at]!;
	return sums;
}

/** The part of the matrix among some units, in the order given. */
export function submatrix(matrix: SparseMatrix, units: readonly number[]): SparseMatrix {
	const place = new Int32Array(matrix.size).fill(-1);
	units.forEach((unit, at) => (place[unit] = at));
	const rowStart = new Int32Array(units.length + 1);
	const column: number[] = [];
	const value: number[] = [];
	units.forEach((unit, row) => {
		const kept: [number, number][] = [];
		for (let at = matrix.rowStart[unit]!; at < matrix.rowStart[unit + 1]!; at++) {
			const to = place[matrix.column[at]!]!;
			if (to >= 0) kept.push([to, matrix.value[at]!]);
		}
		kept.sort((a, b) => a[0] - b[0]);
		for (const [to, weight] of kept) {
			column.push(to);
			value.push(weight);
		}
		rowStart[row + 1] = column.length;
	});
	return { size: units.length, rowStart, column: Int32Array.from(column), value: Float64Array.from(value) };
}
