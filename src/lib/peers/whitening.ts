import { EigenvalueDecomposition, Matrix, solve } from 'ml-matrix';

/** Least share of the identity mixed into a correlation matrix. */
const LEAST_SHRINKAGE = 0.1;

/** Standardised figures turned so that no column repeats what the others say. */
export interface Whitened {
	/** Row-major, as the input; `NaN` where the input is missing. */
	coordinates: Float64Array;
	/** Share of the identity that was mixed in, 0.1 to 1. */
	shrinkage: number;
}

/**
 * ZCA-cor whitening: u = R*^(-1/2) z, so that ||u_a - u_b||² is the Mahalanobis distance under R*.
 *
 * Of all turns that decorrelate, this one keeps each new column as close as can be to its old one,
 * so a share of the distance still belongs to an indicator by name and is never negative.
 *
 * R* = (1 - λ) R + λ I with λ by Schäfer & Strimmer, at least 0.1: a direction in which the areas hardly
 * differ (shares that add up to 100) would otherwise be blown up until its rounding decides. R is
 * taken over pairs where both figures are known. A missing figure is replaced by what the area's
 * other figures lead one to expect, only so that those others can be turned; its own column stays missing.
 *
 * @param z row-major standardised figures, `width` columns, `NaN` where missing
 * @param width number of columns, none of them constant
 *
 * Source: Kessy, Lewin & Strimmer, "Optimal whitening and decorrelation" (2018), ZCA-cor; Schäfer &
 *   Strimmer, "A shrinkage approach to large-scale covariance matrix estimation" (2005), target D.
 */
export function whiten(z: Float64Array, width: number): Whitened {
	const { correlation, shrinkage } = shrunkCorrelation(z, width);
	const root = inverseRoot(correlation, shrinkage).to2DArray();
	const fill = expectation(correlation);
	const coordinates = new Float64Array(z.length);
	for (let start = 0; start < z.length; start += width) {
		const known = z.subarray(start, start + width);
		const row = known.some(Number.isNaN) ? fill(known) : known;
		for (let to = 0; to < width; to += 1) {
			let sum = 0;
			const turn = root[to] ?? [];
			for (let from = 0; from < width; from += 1) sum += (turn[from] ?? 0) * (row[from] ?? 0);
			coordinates[start + to] = Number.isNaN(known[to] ?? Number.NaN) ? Number.NaN : sum;
		}
	}
	return { coordinates, shrinkage };
}

function shrunkCorrelation(z: Float64Array, width: number): { correlation: Matrix; shrinkage: number } {
	const correlation = Matrix.eye(width);
	let variances = 0;
	let squares = 0;
	for (let a = 0; a < width; a += 1) {
		for (let b = a + 1; b < width; b += 1) {
			const { r, variance } = pairCorrelation(z, width, a, b);
			correlation.set(a, b, r);
			correlation.set(b, a, r);
			variances += variance;
			squares += r * r;
		}
	}
	const shrinkage = squares === 0 ? 1 : Math.min(1, Math.max(LEAST_SHRINKAGE, variances / squares));
	for (let a = 0; a < width; a += 1) {
		for (let b = 0; b < width; b += 1) {
			if (a !== b) correlation.set(a, b, (1 - shrinkage) * correlation.get(a, b));
		}
	}
	return { correlation, shrinkage };
}

/** Correlation over the areas that have both figures, and the sampling variance of that estimate. */
function pairCorrelation(
	z: Float64Array,
	width: number,
	a: number,
	b: number
): { r: number; variance: number } {
	let n = 0;
	let sum = 0;
	let squares = 0;
	for (let start = 0; start < z.length; start += width) {
		const product = (z[start + a] ?? Number.NaN) * (z[start + b] ?? Number.NaN);
		if (Number.isNaN(product)) continue;
		n += 1;
		sum += product;
		squares += product * product;
	}
	// Two points correlate perfectly whatever they are, so they say nothing.
	if (n < 3) return { r: 0, variance: 0 };
	const r = Math.min(1, Math.max(-1, sum / (n - 1)));
	return { r, variance: (n / (n - 1) ** 3) * (squares - (sum * sum) / n) };
}

function inverseRoot(correlation: Matrix, floor: number): Matrix {
	const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(correlation, {
		assumeSymmetric: true
	});
	// Correlations over differing pairs may leave an eigenvalue below the floor that complete data has.
	const roots = realEigenvalues.map((value) => 1 / Math.sqrt(Math.max(value, floor)));
	return eigenvectorMatrix.mmul(Matrix.diag(roots)).mmul(eigenvectorMatrix.transpose());
}

/** Fills a row by linear expectation, R_mo R_oo⁻¹ z_o; the solved part is kept by pattern of blanks. */
function expectation(correlation: Matrix): (row: Float64Array) => Float64Array {
	const byPattern = new Map<string, { known: number[]; missing: number[]; coefficients: Matrix | null }>();
	return (row) => {
		const pattern = Array.from(row, (value) => (Number.isNaN(value) ? '-' : 'x')).join('');
		let solved = byPattern.get(pattern);
		if (solved === undefined) {
			const columns = Array.from(row.keys());
			const known = columns.filter((column) => !Number.isNaN(row[column]));
			const missing = columns.filter((column) => Number.isNaN(row[column]));
			const coefficients =
				known.length === 0
					? null
					: solve(correlation.selection(known, known), correlation.selection(known, missing), true);
			solved = { known, missing, coefficients };
			byPattern.set(pattern, solved);
		}
		const { known, missing, coefficients } = solved;
		const filled = row.map((value) => (Number.isNaN(value) ? 0 : value));
		missing.forEach((column, at) => {
			filled[column] = known.reduce(
				(sum, from, index) => sum + (row[from] ?? 0) * (coefficients?.get(index, at) ?? 0),
				0
			);
		});
		return filled;
	};
}
