import { DomainError } from '#lib/domain/errors.ts';
import { midRanks } from './mid-ranks.ts';
import { quantile } from '#lib/analysis/numeric/quantile.ts';

/** Shares of the areas below and above which a figure is pulled in to the limit. */
export interface WinsorLimits {
	lower: number;
	upper: number;
}

/** The limits that a file of one's own is given when it asks for some: the 5th and the 95th percentile. */
export const WINSOR_5_95: WinsorLimits = { lower: 0.05, upper: 0.95 };

/**
 * The product's limits: the 1st and the 99th percentile of all councils. Logarithms have drawn most tails in, so these
 * only hold the few that stand alone; tighter ones would make equals of eighteen councils at each end.
 */
export const WINSOR_1_99: WinsorLimits = { lower: 0.01, upper: 0.99 };

/** How one column is brought to a scale that it shares with the others. */
export interface ColumnTreatment {
	/** Natural logarithm first; needs figures above 0. */
	log: boolean;
	/** Null leaves extreme figures as they are. */
	winsorise: WinsorLimits | null;
	/** Ranks take the figures' place; then logs and limits change nothing and are skipped. */
	ranks: boolean;
}

/** What was done to one column, so that a distance can be rebuilt elsewhere. */
export interface ColumnScale {
	column: string;
	treatment: ColumnTreatment;
	/** Areas with a figure. */
	observed: number;
	/** Mean and sample standard deviation (n - 1) after transform; null when nothing differs. */
	mean: number | null;
	sd: number | null;
	/** Nothing differs (or fewer than two figures): it can tell no two areas apart. */
	isConstant: boolean;
}

/**
 * Standardises one column within its universe: transform, then (x - mean) / sd.
 *
 * Order: logarithm, winsorising on the scale of the logarithm, z-score with the sample standard
 * deviation of what is left. Missing figures stay missing and count nowhere.
 *
 * @param values one figure an area, original units; `NaN` where missing
 * @param codes names the area in an error
 * @returns z in standard deviations: `NaN` where missing, all 0 for a constant column
 * @throws {DomainError} if a logarithm is asked of a figure that is not above 0
 *
 * Source: Barnett & Lewis, Outliers in Statistical Data (1994), section 3.2 (winsorising).
 */
export function standardise(
	column: string,
	values: Float64Array,
	codes: readonly string[],
	treatment: ColumnTreatment
): { z: Float64Array; scale: ColumnScale } {
	const x = treatment.ranks
		? midRanks(values)
		: winsorised(logged(column, values, codes, treatment), treatment);
	let observed = 0;
	let sum = 0;
	let smallest = Infinity;
	let largest = -Infinity;
	for (const value of x) {
		if (Number.isNaN(value)) continue;
		observed += 1;
		sum += value;
		if (value < smallest) smallest = value;
		if (value > largest) largest = value;
	}
	// Compared as figures, because rounding gives equal figures a mean that differs from them.
	if (observed < 2 || smallest === largest) {
		const z = x.map((value) => (Number.isNaN(value) ? value : 0));
		return { z, scale: { column, treatment, observed, mean: null, sd: null, isConstant: true } };
	}
	const mean = sum / observed;
	let squares = 0;
	for (const value of x) if (!Number.isNaN(value)) squares += (value - mean) ** 2;
	const sd = Math.sqrt(squares / (observed - 1));
	if (!Number.isFinite(sd) || sd === 0) {
		throw new DomainError(`The figures of "${column}" are too large or too close together to compare.`);
	}
	const z = x.map((value) => (value - mean) / sd);
	return { z, scale: { column, treatment, observed, mean, sd, isConstant: false } };
}

function logged(
	column: string,
	values: Float64Array,
	codes: readonly string[],
	{ log }: ColumnTreatment
): Float64Array {
	if (!log) return values;
	return values.map((value, row) => {
		if (value > 0 || Number.isNaN(value)) return Math.log(value);
		throw new DomainError(
			`"${column}" of ${codes[row]} is ${value}, and a logarithm needs a figure above 0.`
		);
	});
}

function winsorised(values: Float64Array, { winsorise }: ColumnTreatment): Float64Array {
	if (winsorise === null) return values;
	const sorted = values.filter((value) => !Number.isNaN(value)).sort();
	const lower = quantile(sorted, winsorise.lower) ?? -Infinity;
	const upper = quantile(sorted, winsorise.upper) ?? Infinity;
	return values.map((value) => Math.min(Math.max(value, lower), upper));
}
