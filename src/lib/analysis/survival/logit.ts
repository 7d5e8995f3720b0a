import { AnalysisError } from '../analysis-error.ts';
import { timesVector } from '../numeric/symmetric-inverse.ts';
import { assertCovariates, type Covariate } from './cox.ts';
import { estimates, separationSentence, type Estimate } from './estimate.ts';
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
	const columns = [outcome.map(() => 1), ...covariates.map(({ values }) => values)];
	const terms = ['(Intercept)', ...covariates.map(({ name }) => name)];
	const best = scoring(outcome, columns);
	const separated = best.runaway.map((k) => terms[k]!);
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
	runaway: number[];
}

/** Relative change of the deviance at which the fit stops, and the most rounds: those of R's `glm`. */
const SETTLED = 1e-8;
const MAX_ROUNDS = 50;

function scoring(outcome: readonly boolean[], columns: readonly (readonly number[])[]): Scored {
	// R's start: fitted values halfway between the outcome and one half.
	let linear = Float64Array.from(outcome, (happened) => (happened ? Math.log(3) : -Math.log(3)));
	let fit = weightedFit(outcome, columns, linear);
	let loglik = -Infinity;
	for (let round = 0; round < MAX_ROUNDS; round++) {
		linear = predictions(columns, fit.coefficients);
		const before = loglik;
		loglik = logLikelihood(outcome, linear);
		if (Math.abs(2 * (loglik - before)) / (Math.abs(2 * loglik) + 0.1) < SETTLED) break;
		fit = weightedFit(outcome, columns, linear);
	}
	const next = weightedFit(outcome, columns, linear);
	const step = next.coefficients.map((coefficient, k) => coefficient - fit.coefficients[k]!);
	return { ...fit, loglik, runaway: runawayTerms(step, columnRanges(columns)) };
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
	linear: Float64Array
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
	const covariance = inverseOrThrow(information);
	return { coefficients: timesVector(covariance, right), covariance };
}
