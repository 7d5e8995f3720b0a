import { fitPrepared, termCoefficient, type HazardModel, type PreparedFit } from './hazard-model.ts';
import { courseSize } from './natural-spline.ts';
import type { Term } from './terms.ts';

/** One coefficient of the model. */
export interface Coefficient {
	term: string;
	/** Log odds ratio: of all contacts adopted against none; of a standard deviation of a figure (of its log where it is skewed); of yes against no, in standard deviations. */
	value: number;
	/** Standard error by Rubin's rule, and the 90 % interval; `null` where the term separates who adopts. */
	error: number | null;
	lower: number | null;
	upper: number | null;
	/** Share of the variance that comes from dates not known well enough (0–1). */
	fromDates: number;
	isSeparated: boolean;
}

const Z_90 = 1.6448536269514722;
/** Next to no penalty, and a thousandth of that: where the data separate, the coefficient follows its logarithm. */
const [LITTLE, LESS] = [1e-5, 1e-8];
/** A step in log odds that a finite estimate does not take between the two. */
const RUNS_OFF = 1;

/**
 * Joins the fits of several draws of dates by Rubin's rule: T = W + (1 + 1/m) B, the variance within fits and that
 * between them.
 *
 * @param fits with their covariance, one a draw
 * @param separated terms by position in the spec
 *
 * Source: Rubin, Multiple Imputation for Nonresponse in Surveys (1987), chapter 3.
 */
export function joinedCoefficients(
	fits: readonly HazardModel[],
	terms: readonly Term[],
	separated: ReadonlySet<number>
): Coefficient[] {
	return fits[0]!.spec.terms.map((term, k) => {
		const values = fits.map((fit) => termCoefficient(fit, k));
		const value = meanOf(values);
		const within = meanOf(fits.map((fit) => varianceOf(fit, k)));
		const between = betweenOf(values, value);
		const total = within + between;
		const isSeparated = separated.has(k);
		const error = Math.sqrt(total);
		return {
			term: terms[term]!.name,
			value,
			error: isSeparated ? null : error,
			lower: isSeparated ? null : value - Z_90 * error,
			upper: isSeparated ? null : value + Z_90 * error,
			fromDates: total > 0 ? between / total : 0,
			isSeparated
		};
	});
}

/** (1 + 1/m) B: what draws of dates add to a variance; 0 for a single draw. */
export function betweenOf(values: readonly number[], mean: number): number {
	const m = values.length;
	if (m < 2) return 0;
	return ((1 + 1 / m) * values.reduce((sum, value) => sum + (value - mean) ** 2, 0)) / (m - 1);
}

function varianceOf(fit: HazardModel, k: number): number {
	const columns = fit.coefficients.length;
	const at = 1 + courseSize(fit.course) + k;
	return fit.covariance[at * columns + at]!;
}

function meanOf(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * Terms along which the data separate who adopts: without penalty their coefficient runs off without end.
 *
 * Source: Albert & Anderson, Biometrika (1984).
 */
export function separatedTerms(prepared: PreparedFit): Set<number> {
	const [one, other] = [LITTLE, LESS].map((penalty) => fitPrepared(prepared, penalty, { settled: 1e-12 }));
	return new Set(
		one!.spec.terms.flatMap((_, k) => {
			const step = (termCoefficient(other!, k) - termCoefficient(one!, k)) * one!.spreads[k]!;
			return Math.abs(step) > RUNS_OFF ? [k] : [];
		})
	);
}
