import { AnalysisError } from '../analysis-error.ts';

/**
 * A square matrix of mostly zeros, row by row. Row i is what unit i attends to: entry (i, j) is the
 * weight of j in i's eyes. Columns are ascending within a row and each occurs once.
 */
export interface SparseMatrix {
	/** Rows and columns (count). */
	size: number;
	/** Where each row starts in `column` and `value`; one more entry than rows. */
	rowStart: Int32Array;
	column: Int32Array;
	value: Float64Array;
}

/** One matrix for every period, or one per period in order. */
export type Network = SparseMatrix | readonly SparseMatrix[];

/** Entries as parallel lists; the same pair may occur more than once and is then added up. */
export interface Entries {
	row: ArrayLike<number>;
	column: ArrayLike<number>;
	value: ArrayLike<number>;
}

/**
 * Builds a sparse matrix from a list of entries. Entries on the diagonal are dropped (nobody is
 * their own contact) and repeated pairs are added up.
 *
 * @param size rows and columns (count)
 * @param entries row and column indices from 0, and finite weights of at least 0
 * @throws {AnalysisError} naming the entry whose index is outside the matrix or whose weight is not
 *   a finite number of at least 0
 */
export function sparseMatrix(size: number, entries: Entries): SparseMatrix {
	const counts = new Int32Array(size + 1);
	for (let k = 0; k < entries.row.length; k++) {
		assertEntry(size, entries, k);
		if (entries.row[k] !== entries.column[k]) counts[entries.row[k]! + 1]!++;
	}
	for (let row = 0; row < size; row++) counts[row + 1]! += counts[row]!;

	const column = new Int32Array(counts[size]!);
	const value = new Float64Array(counts[size]!);
	const next = counts.slice(0, size);
	for (let k = 0; k < entries.row.length; k++) {
		const row = entries.row[k]!;
		if (row === entries.column[k]) continue;
		const at = next[row]!++;
		column[at] = entries.column[k]!;
		value[at] = entries.value[k]!;
	}
	return sortedAndMerged({ size, rowStart: counts, column, value });
}

function assertEntry(size: number, { row, column, value }: Entries, k: number): void {
	for (const index of [row[k]!, column[k]!]) {
		if (!Number.isInteger(index) || index < 0 || index >= size) {
			throw new AnalysisError(`tie ${k + 1} names unit ${index}, but units are numbered 0 to ${size - 1}`);
		}
	}
	const weight = value[k]!;
	if (!Number.isFinite(weight) || weight < 0) {
		throw new AnalysisError(`tie ${k + 1} has the weight ${weight}; a weight is a number of at least 0`);
	}
}

function sortedAndMerged(matrix: SparseMatrix): SparseMatrix {
	const rowStart = new Int32Array(matrix.size + 1);
	const column = new Int32Array(matrix.column.length);
	const value = new Float64Array(matrix.column.length);
	let filled = 0;
	for (let row = 0; row < matrix.size; row++) {
		const order: number[] = [];
		for (let at = matrix.rowStart[row]!; at < matrix.rowStart[row + 1]!; at++) order.push(at);
		order.sort((a, b) => matrix.column[a]! - matrix.column[b]!);
		for (const at of order) {
			if (filled > rowStart[row]! && column[filled - 1] === matrix.column[at]) {
				value[filled - 1]! += matrix.value[at]!;
			} else {
				column[filled] = matrix.column[at]!;
				value[filled] = matrix.value[at]!;
				filled++;
			}
		}
		rowStart[row + 1] = filled;
	}
	return {
		size: matrix.size,
		rowStart,
		column: column.slice(0, filled),
		value: value.slice(0, filled)
	};
}

/** The matrix that holds in a period (index from 0). */
export function networkAt(network: Network, period: number): SparseMatrix {
	if (!isSeries(network)) return network;
	const matrix = network[period];
	if (matrix === undefined) {
		throw new AnalysisError(
			`there is a network for ${network.length} periods, but none for period ${period + 1}`
		);
	}
	return matrix;
}

/** Whether the network is given period by period. */
export function isSeries(network: Network): network is readonly SparseMatrix[] {
	return Array.isArray(network);
}

/** Applies a change to the matrix of every period, once for each distinct matrix. */
export function mapNetwork(network: Network, change: (matrix: SparseMatrix) => SparseMatrix): Network {
	if (!isSeries(network)) return change(network);
	const done = new Map<SparseMatrix, SparseMatrix>();
	return network.map((matrix) => {
		const known = done.get(matrix);
		if (known !== undefined) return known;
		const changed = change(matrix);
		done.set(matrix, changed);
		return changed;
	});
}
