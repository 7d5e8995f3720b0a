import { normalTwoSided, Z_95 } from '../numeric/distributions.ts';

/** One term of a regression. All numbers are `null` for a term that the data cannot estimate. */
export interface Estimate {
	term: string;
	/** Coefficient (log hazard ratio or log odds ratio per unit of the term) and its standard error. */
	coefficient: number | null;
	error: number | null;
	/** Two-sided p-value of coefficient = 0 by the normal distribution. */
	p: number | null;
	/** 95% limits of the coefficient. */
	lower: number | null;
	upper: number | null;
}

/** Estimates from coefficients and their variances; separated terms get `null`s. */
export function estimates(
	terms: readonly string[],
	coefficients: readonly number[],
	covariance: readonly (readonly number[])[],
	separated: readonly string[]
): Estimate[] {
	return terms.map((term, k) => {
		if (separated.includes(term)) {
			return { term, coefficient: null, error: null, p: null, lower: null, upper: null };
		}
		const coefficient = coefficients[k]!;
		const error = Math.sqrt(covariance[k]![k]!);
		return {
			term,
			coefficient,
			error,
			p: normalTwoSided(coefficient / error),
			lower: coefficient - Z_95 * error,
			upper: coefficient + Z_95 * error
		};
	});
}

/** A log-likelihood this near to 0, per event or row: the terms together tell each outcome for certain. */
export const FULLY_PREDICTED = 1e-6;

/** A sentence on separated terms; `null` when there are none. */
export function separationSentence(separated: readonly string[]): string | null {
	if (separated.length === 0) return null;
	const names = separated.filter((term) => term !== '(Intercept)').join(', ');
	return `The outcome is fully predicted by ${names}: no finite estimate exists, so none is given (separation).`;
}
