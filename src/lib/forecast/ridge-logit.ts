import { AnalysisError } from '#lib/analysis/analysis-error.ts';
import { choleskyInPlace, choleskyInverse, choleskySolve } from './cholesky.ts';

/** Rows of a regression, row by row; the first column is 1 throughout (the intercept). */
export interface Design {
	rows: number;
	columns: number;
	/** `x[row * columns + column]`. */
	x: Float64Array;
}

/** A penalised logistic regression. */
export interface RidgeFit {
	/** Log odds ratios, the intercept first. */
	coefficients: Float64Array;
	/** Inverse of the penalised information, row by row: variances where the penalty is read as what was known before. */
	covariance: Float64Array;
	/** Log-likelihood without and with the penalty. */
	loglik: number;
	penalised: number;
	/** False where the fit ran to its last round: without penalty and with separated rows there is no finite fit. */
	isSettled: boolean;
}

/** How a fit is steered. */
export interface RidgeOptions {
	/** How often each row counts (at least 0); once where absent. */
	weights?: Float64Array;
	/** Where to start, such as the fit of nearly the same rows. */
	start?: Float64Array;
	/** False leaves the covariance empty, which a bootstrap does not need. */
	withCovariance?: boolean;
	maxRounds?: number;
	/** Gain of the penalised log-likelihood, as a share of it, at which the fit stops (default 1e-10). */
	settled?: number;
}

const MAX_ROUNDS = 60;
const SETTLED = 1e-10;

/**
 * Logistic regression with a ridge penalty, by Newton's method with step halving.
 *
 * Maximises Σ w_r [y_r η_r − log(1 + e^{η_r})] − ½ Σ_k λ_k β_k², η = X β. Penalties of 0 give the maximum
 * likelihood fit, as R's `glm`.
 *
 * @param outcome 1 where it happened, one a row
 * @param penalty λ of each column, at least 0; that of the intercept is 0 as a rule
 * @throws {AnalysisError} if columns without penalty cannot be told apart
 *
 * Source: le Cessie & van Houwelingen, Ridge estimators in logistic regression (Applied Statistics 1992).
 */
export function ridgeLogit(
	design: Design,
	outcome: ArrayLike<number>,
	penalty: ArrayLike<number>,
	options: RidgeOptions = {}
): RidgeFit {
	const { columns } = design;
	const { weights, withCovariance = true, maxRounds = MAX_ROUNDS, settled = SETTLED } = options;
	let beta = options.start === undefined ? new Float64Array(columns) : options.start.slice();
	const information = new Float64Array(columns * columns);
	const step = new Float64Array(columns);
	let point = evaluate(design, outcome, penalty, weights, beta, information, step);
	let isSettled = false;
	for (let round = 0; round < maxRounds && !isSettled; round += 1) {
		if (!choleskyInPlace(information, columns)) throw cannotTellApart();
		choleskySolve(information, columns, step);
		const from = beta;
		const move = step.slice();
		let share = 1;
		let next: Point;
		do {
			beta = Float64Array.from(from, (coefficient, k) => coefficient + share * move[k]!);
			next = evaluate(design, outcome, penalty, weights, beta, information, step);
			share /= 2;
		} while (!(next.penalised > point.penalised) && share > 1e-6);
		isSettled = next.penalised - point.penalised <= settled * (Math.abs(next.penalised) + 1);
		if (next.penalised > point.penalised) point = next;
		else beta = from;
	}
	let covariance = new Float64Array(0);
	if (withCovariance) {
		evaluate(design, outcome, penalty, weights, beta, information, step);
		if (!choleskyInPlace(information, columns)) throw cannotTellApart();
		covariance = choleskyInverse(information, columns) as Float64Array<ArrayBuffer>;
	}
	return { coefficients: beta, covariance, loglik: point.loglik, penalised: point.penalised, isSettled };
}

function cannotTellApart(): AnalysisError {
	return new AnalysisError(
		'some covariates say the same as others, so that their effects cannot be told apart'
	);
}

interface Point {
	loglik: number;
	penalised: number;
}

/** Log-likelihood at β, with its information matrix (lower half) and slope written into the arrays given. */
function evaluate(
	{ rows, columns, x }: Design,
	outcome: ArrayLike<number>,
	penalty: ArrayLike<number>,
	weights: Float64Array | undefined,
	beta: Float64Array,
	information: Float64Array,
	slope: Float64Array
): Point {
	information.fill(0);
	slope.fill(0);
	let loglik = 0;
	for (let row = 0; row < rows; row += 1) {
		const weight = weights === undefined ? 1 : weights[row]!;
		if (weight === 0) continue;
		const at = row * columns;
		let eta = 0;
		for (let k = 0; k < columns; k += 1) eta += x[at + k]! * beta[k]!;
		// One exponential serves the chance and the log of it, whatever the sign.
		const happened = outcome[row]!;
		const small = Math.exp(-Math.abs(eta));
		const chance = eta >= 0 ? 1 / (1 + small) : small / (1 + small);
		loglik -= weight * (Math.log(1 + small) + (happened === 1 ? Math.max(-eta, 0) : Math.max(eta, 0)));
		const pull = weight * (happened - chance);
		const curve = weight * chance * (1 - chance);
		for (let a = 0; a < columns; a += 1) {
			const value = x[at + a]!;
			if (value === 0) continue;
			slope[a]! += pull * value;
			const curved = curve * value;
			for (let b = 0; b <= a; b += 1) information[a * columns + b]! += curved * x[at + b]!;
		}
	}
	let penalised = loglik;
	for (let k = 0; k < columns; k += 1) {
		penalised -= 0.5 * penalty[k]! * beta[k]! ** 2;
		slope[k]! -= penalty[k]! * beta[k]!;
		information[k * columns + k]! += penalty[k]!;
	}
	return { loglik, penalised };
}

/** Chance of a log odds. */
export function logistic(eta: number): number {
	return eta >= 0 ? 1 / (1 + Math.exp(-eta)) : Math.exp(eta) / (1 + Math.exp(eta));
}
