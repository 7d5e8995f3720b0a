import { AnalysisError } from '../analysis-error.ts';
import { symmetricInverse, timesVector } from '../numeric/symmetric-inverse.ts';

/** Log-likelihood at some coefficients, with its slope and minus its curvature. */
export interface LikelihoodPoint {
	value: number;
	gradient: number[];
	information: number[][];
}

/** Where a log-likelihood is highest. */
export interface Maximum {
	coefficients: number[];
	/** Inverse information at the maximum. */
	covariance: number[][];
	/** Log-likelihood at zero coefficients and at the maximum. */
	start: number;
	value: number;
	/** Indices of coefficients that run off without end: the data separate the outcome along them. */
	runaway: number[];
}

/**
 * Maximises a concave log-likelihood by Newton–Raphson with step halving.
 *
 * @param likelihood evaluated at coefficients
 * @param ranges range of each covariate
 * @param names of the covariates, for messages
 * @throws {AnalysisError} naming a covariate that is a combination of others
 */
export function maximise(
	likelihood: (coefficients: number[]) => LikelihoodPoint,
	ranges: readonly number[],
	names: readonly string[]
): Maximum {
	let coefficients = ranges.map(() => 0);
	let point = likelihood(coefficients);
	const start = point.value;
	let inverse = inverseOrThrow(point.information, names);
	let step = timesVector(inverse, point.gradient);

	for (let round = 0; round < 60; round++) {
		const next = climb(likelihood, coefficients, step, point.value);
		if (next === null) break;
		const gain = next.point.value - point.value;
		coefficients = next.coefficients;
		point = next.point;
		// Far along a runaway direction the information fades to nothing; what is known already stands.
		const fresh = symmetricInverse(point.information);
		if (fresh === null) break;
		inverse = fresh;
		step = timesVector(inverse, point.gradient);
		const still = step.every((change, k) => Math.abs(change * ranges[k]!) < 1e-10);
		if (still || (gain < 1e-12 * (Math.abs(point.value) + 1) && round > 20)) break;
	}
	return {
		coefficients,
		covariance: inverse,
		start,
		value: point.value,
		runaway: runawayTerms(step, ranges)
	};
}

/**
 * Inverse of an information matrix.
 *
 * @param names of its terms
 * @throws {AnalysisError} naming the first term that is a combination of those before it
 */
export function inverseOrThrow(information: number[][], names: readonly string[]): number[][] {
	const inverse = symmetricInverse(information);
	if (inverse !== null) return inverse;
	const at = names.findIndex((_, k) => {
		const part = information.slice(0, k + 1).map((row) => row.slice(0, k + 1));
		return symmetricInverse(part) === null;
	});
	const others = names.slice(0, Math.max(at, 0)).filter((name) => name !== '(Intercept)');
	throw new AnalysisError(
		`the term ${names[at] ?? names.join(', ')} says the same as ${others.length === 0 ? 'the others' : others.join(', ')}, so that their effects cannot be told apart`
	);
}

function climb(
	likelihood: (coefficients: number[]) => LikelihoodPoint,
	from: readonly number[],
	step: readonly number[],
	value: number
): { coefficients: number[]; point: LikelihoodPoint } | null {
	for (let share = 1; share > 1e-6; share /= 2) {
		const coefficients = from.map((coefficient, k) => coefficient + share * step[k]!);
		const point = likelihood(coefficients);
		if (point.value >= value - 1e-12 * Math.abs(value)) return { coefficients, point };
	}
	return null;
}

/** Range of each column, 1 for a constant (an intercept): how far a step may move a prediction. */
export function columnRanges(columns: readonly (readonly number[])[]): number[] {
	return columns.map((column) => {
		let least = Infinity;
		let most = -Infinity;
		for (const value of column) {
			least = Math.min(least, value);
			most = Math.max(most, value);
		}
		return most > least ? most - least : 1;
	});
}

/**
 * Coefficients that run off without end: the likelihood has stopped rising, yet the next step would still
 * move some prediction by a good part of a unit. That is the mark of (quasi-)complete separation.
 *
 * @param step the next Newton step
 * @param ranges range of each covariate
 */
export function runawayTerms(step: readonly number[], ranges: readonly number[]): number[] {
	return step.flatMap((change, k) => (Math.abs(change * ranges[k]!) > 0.1 ? [k] : []));
}
