import { AnalysisError } from '../analysis-error.ts';
import { symmetricInverse, timesVector } from '../numeric/symmetric-inverse.ts';
import { ENDLESS, type BassParameters } from './bass-curve.ts';

/** Bass's own estimator. */
export interface BassRegression {
	/** S_t = a + b Y_{t-1} + c Y_{t-1}²; `null` when the line cannot be drawn. */
	a: number | null;
	b: number | null;
	c: number | null;
	/**
	 * m = (-b - sqrt(b² - 4ac)) / 2c, p = a / m, q = -c m; `null` when the equation has no positive root, or its standard
	 * error (delta method) exceeds it: where growth does not slow, c differs from 0 by rounding alone.
	 */
	parameters: BassParameters | null;
	/** Share of the variance explained; `null` with the line. */
	r2: number | null;
	/** Periods (count). */
	n: number;
	/** Why there are no parameters; `null` when there are. */
	refused: string | null;
}

/**
 * Ordinary least squares of new adopters on adopters so far and their square. Simple and biased; kept
 * because Bass used it and as a start for the others.
 *
 * @param adopting new adopters in each period (counts, at least 0)
 *
 * Source: Bass (1969).
 */
export function bassRegression(adopting: readonly number[]): BassRegression {
	const n = adopting.length;
	let sum = 0;
	const before = adopting.map((count) => (sum += count) - count);
	const scale = sum === 0 ? 1 : sum;
	const columns = [before.map(() => 1), before.map((y) => y / scale), before.map((y) => (y / scale) ** 2)];
	const normal = columns.map((x) => columns.map((y) => dot(x, y)));
	const inverse = n < 4 ? null : symmetricInverse(normal);
	if (inverse === null) {
		const refused = `The ${n} periods are too few or too alike for Bass's regression.`;
		return { a: null, b: null, c: null, parameters: null, r2: null, n, refused };
	}
	const line = timesVector(
		inverse,
		columns.map((x) => dot(x, adopting))
	);
	const [a, b, c] = [line[0]!, line[1]! / scale, line[2]! / scale ** 2];
	const mean = sum / n;
	const total = adopting.reduce((squares, count) => squares + (count - mean) ** 2, 0);
	const rest = adopting.reduce(
		(squares, count, t) => squares + (count - a - b * before[t]! - c * before[t]! ** 2) ** 2,
		0
	);
	const root = b * b - 4 * a * c;
	const m = (-b - Math.sqrt(root)) / (2 * c);
	const hasRoot = root >= 0 && c < 0 && a > 0 && m > 0 && m <= ENDLESS * sum;
	// Slope of m in each coefficient, by differentiating a + b m + c m² = 0 on the scale that was solved.
	const slope = [1, m / scale, (m / scale) ** 2].map((power) => -power / (b + 2 * c * m));
	const variance = (dot(timesVector(inverse, slope), slope) * rest) / (n - columns.length);
	const parameters = hasRoot && Math.sqrt(variance) <= m ? { m, p: a / m, q: -c * m } : null;
	const refused =
		parameters === null
			? "Bass's regression has no positive ceiling: the data do not show growth that slows."
			: null;
	return { a, b, c, parameters, r2: total === 0 ? null : 1 - rest / total, n, refused };
}

function dot(x: readonly number[], y: readonly number[]): number {
	if (x.length !== y.length)
		throw new AnalysisError(`lists of ${x.length} and ${y.length} numbers do not fit`);
	return x.reduce((sum, value, k) => sum + value * y[k]!, 0);
}
