import { CholeskyDecomposition, Matrix } from 'ml-matrix';

/**
 * Inverse of a symmetric positive definite matrix, such as an information matrix.
 *
 * Rows and columns are first scaled to a unit diagonal, so that a covariate in pounds and one in
 * shares do not make the matrix look singular.
 *
 * @param matrix rows of equal length
 * @returns the inverse, or `null` when the matrix is singular or not positive definite: some
 *   combination of its columns carries no information
 */
export function symmetricInverse(matrix: readonly (readonly number[])[]): number[][] | null {
	const scale = matrix.map((row, i) => Math.sqrt(row[i]!));
	if (scale.some((value) => !(value > 0) || !Number.isFinite(value))) return null;
	// Only the lower half is read, so that rounding cannot make the matrix look lopsided.
	const scaled = new Matrix(
		matrix.map((row, i) =>
			row.map((_, j) => matrix[Math.max(i, j)]![Math.min(i, j)]! / (scale[i]! * scale[j]!))
		)
	);
	const factor = new CholeskyDecomposition(scaled);
	if (!factor.isPositiveDefinite()) return null;
	const smallest = Math.min(...factor.lowerTriangularMatrix.diagonal());
	// The squared pivot is the share of a column that the others do not explain.
	if (!(smallest * smallest > 1e-13)) return null;
	const inverse = factor.solve(Matrix.eye(matrix.length));
	return matrix.map((_, i) => matrix.map((__, j) => inverse.get(i, j) / scale[i]! / scale[j]!));
}

/** Product of a matrix and a vector. */
export function timesVector(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
	return matrix.map((row) => row.reduce((sum, value, j) => sum + value * vector[j]!, 0));
}
