/** Classes by time of adoption, earliest first, as in netdiffuseR; "Innovators" only among five. */
export const ADOPTER_CLASSES = [
	'Innovators',
	'Early Adopters',
	'Early Majority',
	'Late Majority',
	'Laggards'
] as const;
/** Classes by threshold, lowest first. */
export const THRESHOLD_CLASSES = [
	'Very Low Thresh.',
	'Low Thresh.',
	'High Thresh.',
	'Very High Thresh.'
] as const;
/** Class of those without a time or threshold. */
export const NON_ADOPTERS = 'Non-Adopters';

/** Units sorted into classes by mean and standard deviation. */
export interface Classes {
	/** Class of each unit; `Non-Adopters` where the value is `null`; `null` where no class is defined. */
	labels: (string | null)[];
	/** Possible classes: `Non-Adopters` first, then ascending. */
	levels: string[];
	/** Lower bounds of the classes after the first, ascending; empty when undefined. */
	cutoffs: number[];
	/** Units in each level, in the order of `levels` (count). */
	counts: number[];
	/** Mean and sample standard deviation (divisor n - 1) of the values; `null` with too few of them. */
	mean: number | null;
	deviation: number | null;
}

/**
 * Adopter categories after Rogers: by how far the time of adoption lies from the mean.
 *
 * Early Adopters T < m - s; Early Majority m - s <= T < m; Late Majority m <= T < m + s;
 * Laggards T >= m + s. With five classes, Innovators T < m - 2s come first. A time exactly on a bound
 * belongs to the later class, as netdiffuseR's code (not its help page) has it.
 *
 * The familiar 2.5 / 13.5 / 34 / 34 / 16% are definitions of a normal curve, not findings; with fewer
 * than ten adopters or many yet to adopt the classes are unstable.
 *
 * @param times time of adoption of each unit, `null` where it has not adopted
 * @returns classes; with fewer than two adopters or all at one time, the deviation is undefined or 0 and
 *   adopters get the class `null`
 *
 * Source: Rogers, Diffusion of Innovations (2003), chapter 7; netdiffuseR `classify_adopters`.
 */
export function adopterClasses(times: readonly (number | null)[], classes: 4 | 5): Classes {
	return classify(times, classes === 5 ? [-2, -1, 0, 1] : [-1, 0, 1], ADOPTER_CLASSES.slice(5 - classes));
}

/**
 * Threshold categories after Valente: the same cuts at m - s, m and m + s, on thresholds.
 *
 * @param thresholds threshold of each unit, `null` where it has none
 * @returns classes; undefined in the same cases as {@link adopterClasses}
 *
 * Source: Valente (1996); netdiffuseR `classify_adopters`.
 */
export function thresholdClasses(thresholds: readonly (number | null)[]): Classes {
	return classify(thresholds, [-1, 0, 1], THRESHOLD_CLASSES);
}

function classify(
	values: readonly (number | null)[],
	steps: readonly number[],
	names: readonly string[]
): Classes {
	const known = values.filter((value) => value !== null);
	const { mean, deviation } = meanAndDeviation(known);
	const levels = [NON_ADOPTERS, ...names];
	const cutoffs =
		mean === null || deviation === null || deviation === 0
			? []
			: steps.map((step) => mean + step * deviation);
	const labels = values.map((value) => {
		if (value === null) return NON_ADOPTERS;
		return cutoffs.length === 0 ? null : names[cutoffs.filter((cut) => value >= cut).length]!;
	});
	const counts = levels.map((level) => labels.filter((label) => label === level).length);
	return { labels, levels, cutoffs, counts, mean, deviation };
}

function meanAndDeviation(values: readonly number[]): { mean: number | null; deviation: number | null } {
	if (values.length === 0) return { mean: null, deviation: null };
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	if (values.length === 1) return { mean, deviation: null };
	const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
	return { mean, deviation: Math.sqrt(squares / (values.length - 1)) };
}

/**
 * Cross-table of two classifications of the same units.
 *
 * @returns units in each pair of levels (count): rows in the order of `a.levels`, columns of `b.levels`
 */
export function crossTable(a: Classes, b: Classes): number[][] {
	const table = a.levels.map(() => new Array<number>(b.levels.length).fill(0));
	a.labels.forEach((label, unit) => {
		const row = a.levels.indexOf(label ?? '');
		const column = b.levels.indexOf(b.labels[unit] ?? '');
		if (row >= 0 && column >= 0) table[row]![column]!++;
	});
	return table;
}
