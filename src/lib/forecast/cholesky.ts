/**
 * Cholesky factor of a symmetric positive definite matrix, in place, for the many small systems of a bootstrap.
 *
 * @param matrix row by row; only its lower half is read, and is replaced by the factor
 * @param size rows and columns (count)
 * @returns false where the matrix is not positive definite to working precision; it is then of no further use
 */
export function choleskyInPlace(matrix: Float64Array, size: number): boolean {
	for (let j = 0; j < size; j += 1) {
		const whole = matrix[j * size + j]!;
		let pivot = whole;
		for (let k = 0; k < j; k += 1) pivot -= matrix[j * size + k]! ** 2;
		// The pivot's share of its diagonal is what the columns before do not explain.
		if (!(pivot > 1e-13 * whole) || !Number.isFinite(pivot)) return false;
		const root = Math.sqrt(pivot);
		matrix[j * size + j] = root;
		for (let i = j + 1; i < size; i += 1) {
			let sum = matrix[i * size + j]!;
			for (let k = 0; k < j; k += 1) sum -= matrix[i * size + k]! * matrix[j * size + k]!;
			matrix[i * size + j] = sum / root;
		}
	}
	return true;
}

/** Solves L Lᵀ x = b in place, for a factor of {@link choleskyInPlace}. */
export function choleskySolve(factor: Float64Array, size: number, vector: Float64Array): void {
	for (let i = 0; i < size; i += 1) {
		let sum = vector[i]!;
		for (let k = 0; k < i; k += 1) sum -= factor[i * size + k]! * vector[k]!;
		vector[i] = sum / factor[i * size + i]!;
	}
	for (let i = size - 1; i >= 0; i -= 1) {
		let sum = vector[i]!;
		for (let k = i + 1; k < size; k += 1) sum -= factor[k * size + i]! * vector[k]!;
		vector[i] = sum / factor[i * size + i]!;
	}
}

/** Inverse of L Lᵀ, row by row. */
export function choleskyInverse(factor: Float64Array, size: number): Float64Array {
	const inverse = new Float64Array(size * size);
	const column = new Float64Array(size);
	for (let j = 0; j < size; j += 1) {
		column.fill(0);
		column[j] = 1;
		choleskySolve(factor, size, column);
		for (let i = 0; i < size; i += 1) inverse[i * size + j] = column[i]!;
	}
	return inverse;
}
