import { AnalysisError } from '../analysis-error.ts';
import { timesVector } from '../numeric/symmetric-inverse.ts';
import { assertCovariates, type Covariate } from './cox.ts';
import { estimates, FULLY_PREDICTED, separationSentence, type Estimate } from './estimate.ts';
import { columnRanges, inverseOrThrow, runawayTerms } from './newton.ts';

/** A logistic regression. */
export interface LogitModel {
	/** Rows, and rows with the outcome (count). */
	n: number;
	events: number;
	/** Log odds ratios, the intercept first. */
	terms: Estimate[];
	loglik: number;
	/** Akaike's criterion, 2 p - 2 loglik: smaller fits better for its number of terms. */
	aic: number;
	/** Terms without a finite estimate, and a sentence on them; `null` when all is well. */
	separated: string[];
	caution: string | null;
}

/**
 * Logistic regression by maximum likelihood.
 *
 * logit P(y = 1) = β_0 + Σ β_k x_k, by iteratively reweighted least squares. The standard errors are those of
 * the last weighted fit, as in R's `glm`, so that they agree with it digit for digit; p-values by the
 * normal distribution.
 *
 * @param outcome true where it happened
 * @param covariates without the intercept, which is added
 * @throws {AnalysisError} if the outcome is the same in every row, or a covariate is not a number, does
 *   not vary or repeats others
 *
 * Source: McCullagh & Nelder, Generalized Linear Models (1989), chapter 4; R `glm`; separation: Albert & Anderson (1984).
 */
export function logit(outcome: readonly boolean[], covariates: readonly Covariate[]): LogitModel {
	const n = outcome.length;
	const events = outcome.filter(Boolean).length;
	assertCovariates(covariates, n);
	if (events === 0 || events === n) {
		throw new AnalysisError(`the outcome is the same in all ${n} rows, so there is nothing to explain`);
	}
	const terms = ['(Intercept)', ...covariates.map(({ name }) => name)];
	const shifts = [0, ...covariates.map(({ values }) => shiftOf(values))];
	const columns = [
		outcome.map(() => 1),
		...covariates.map(({ values }, k) => values.map((value) => value - shifts[k + 1]!))
	];
	const best = unshifted(scoring(outcome, columns, terms), shifts);
	const runaway = runawayTerms(best.step, columnRanges(columns));
	const separated = best.isComplete ? terms : runaway.map((k) => terms[k]!);
	return {
		n,
		events,
		terms: estimates(terms, best.coefficients, best.covariance, separated),
		loglik: best.loglik,
		aic: 2 * terms.length - 2 * best.loglik,
		separated,
		caution: separationSentence(separated)
	};
}

interface Scored {
	coefficients: number[];
	covariance: number[][];
	loglik: number;
	/** The step that another round would take. */
	step: number[];
	/** Whether the terms together tell each outcome for certain. */
	isComplete: boolean;
}

/**
 * What is taken off a covariate before it is solved: its mean, so that periods of any size lose no digits. Shares, and
 * ones and zeros, are small as they are, and their zeros save work.
 */
function shiftOf(values: readonly number[]): number {
	if (values.every((value) => value >= 0 && value <= 1)) return 0;
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The same fit in terms of covariates without shift: only the intercept and what goes with it change. */
function unshifted(fit: Scored, shifts: readonly number[]): Scored {
	const intercept = (values: readonly number[]): number =>
		values.reduce((sum, value, k) => (k === 0 ? value : sum - value * shifts[k]!), 0);
	const withFirst = (values: readonly number[]): number[] => [intercept(values), ...values.slice(1)];
	const right = fit.covariance.map(withFirst);
	const top = right.map((_, k) => intercept(right.map((row) => row[k]!)));
	return {
		...fit,
		coefficients: withFirst(fit.coefficients),
		step: withFirst(fit.step),
		covariance: [top, ...right.slice(1)]
	};
}

/** Relative change of the deviance at which the fit stops, and the most rounds: those of R's `glm`. */
const SETTLED = 1e-8;
const MAX_ROUNDS = 50;

function scoring(
	outcome: readonly boolean[],
	columns: readonly (readonly number[])[],
	terms: readonly string[]
): Scored {
	// R's start: fitted values halfway between the outcome and one half.
	let linear = Float64Array.from(outcome, (happened) => (happened ? Math.log(3) : -Math.log(3)));
	let fit = weightedFit(outcome, columns, linear, terms);
	let loglik = -Infinity;
	for (let round = 0; round < MAX_ROUNDS; round++) {
		linear = predictions(columns, fit.coefficients);
		const before = loglik;
		loglik = logLikelihood(outcome, linear);
		// What is told for certain leaves no weight to fit by.
		if (loglik > -FULLY_PREDICTED * outcome.length)
			return { ...fit, loglik, step: terms.map(() => 0), isComplete: true };
		if (Math.abs(2 * (loglik - before)) / (Math.abs(2 * loglik) + 0.1) < SETTLED) break;
		fit = weightedFit(outcome, columns, linear, terms);
	}
	const next = weightedFit(outcome, columns, linear, terms);
	const step = next.coefficients.map((coefficient, k) => coefficient - fit.coefficients[k]!);
	return { ...fit, loglik, step, isComplete: false };
}

function predictions(
	columns: readonly (readonly number[])[],
	coefficients: readonly number[]
): Float64Array<ArrayBuffer> {
	const linear = new Float64Array(columns[0]!.length);
	columns.forEach((column, k) => {
		for (let row = 0; row < linear.length; row++) linear[row]! += column[row]! * coefficients[k]!;
	});
	return linear;
}

function logLikelihood(outcome: readonly boolean[], linear: Float64Array): number {
	let sum = 0;
	linear.forEach((value, row) => {
		const signed = outcome[row] ? value : -value;
		sum -= signed > 0 ? Math.log1p(Math.exp(-signed)) : Math.log1p(Math.exp(signed)) - signed;
	});
	return sum;
}

/** Weighted least squares of the working response at the given predictions. */
function weightedFit(
	outcome: readonly boolean[],
	columns: readonly (readonly number[])[],
	linear: Float64Array,
	terms: readonly string[]
): Pick<Scored, 'coefficients' | 'covariance'> {
	const size = columns.length;
	const right = new Array<number>(size).fill(0);
	const information = columns.map(() => new Array<number>(size).fill(0));
	linear.forEach((prediction, row) => {
		const probability = 1 / (1 + Math.exp(-prediction));
		const weight = probability * (1 - probability);
		const pulled = weight * prediction + (outcome[row] ? 1 : 0) - probability;
		for (let a = 0; a < size; a++) {
			const x = columns[a]![row]!;
			if (x === 0) continue;
			right[a]! += pulled * x;
			for (let b = 0; b <= a; b++) information[a]![b]! += weight * x * columns[b]![row]!;
		}
	});
	for (let a = 0; a < size; a++) for (let b = a + 1; b < size; b++) information[a]![b] = information[b]![a]!;
	const covariance = inverseOrThrow(information, terms);
	return { coefficients: timesVector(covariance, right), covariance };
}
