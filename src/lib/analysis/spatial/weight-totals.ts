import type { SparseMatrix } from '../sparse/sparse-matrix.ts';
import { columnSums, rowSums, transpose } from '../sparse/sparse-operations.ts';

/** The sums of a weight matrix that the moments of Moran's I, Geary's C and join counts need. */
export interface WeightTotals {
	/** S0 = Σ_ij w_ij. */
	s0: number;
	/** S1 = ½ Σ_ij (w_ij + w_ji)². */
	s1: number;
	/** S2 = Σ_i (Σ_j w_ij + Σ_j w_ji)². */
	s2: number;
	/** Row sum plus column sum of each unit. */
	margins: Float64Array;
}

/**
 * S0, S1 and S2 of a weight matrix.
 *
 * Source: Cliff & Ord, Spatial Processes (1981), chapter 1.
 */
export function weightTotals(matrix: SparseMatrix): WeightTotals {
	const rows = rowSums(matrix);
	const columns = columnSums(matrix);
	let squares = 0;
	for (const weight of matrix.value) squares += weight * weight;
	return totalsFromSums(rows, columns, squares, crossProducts(matrix));
}

/**
 * The same from sums that were gathered elsewhere.
 *
 * @param squares Σ_ij w_ij²
 * @param products Σ_ij w_ij w_ji
 */
export function totalsFromSums(
	rows: Float64Array,
	columns: Float64Array,
	squares: number,
	products: number
): WeightTotals {
	const margins = rows.map((sum, unit) => sum + columns[unit]!);
	return {
		s0: rows.reduce((sum, row) => sum + row, 0),
		s1: squares + products,
		s2: margins.reduce((sum, margin) => sum + margin * margin, 0),
		margins
	};
}

function crossProducts(matrix: SparseMatrix): number {
	const back = transpose(matrix);
	let sum = 0;
	for (let row = 0; row < matrix.size; row++) {
		let other = back.rowStart[row]!;
		const end = back.rowStart[row + 1]!;
		for (let at = matrix.rowStart[row]!; at < matrix.rowStart[row + 1]!; at++) {
			while (other < end && back.column[other]! < matrix.column[at]!) other++;
			if (other < end && back.column[other] === matrix.column[at])
				sum += matrix.value[at]! * back.value[other]!;
		}
	}
	return sum;
}
