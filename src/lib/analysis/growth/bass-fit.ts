import { AnalysisError } from '../analysis-error.ts';
import { studentQuantile } from '../numeric/distributions.ts';
import { leastSquares, type LeastSquares } from '../numeric/least-squares.ts';
import {
	bassDensity,
	bassPeak,
	bassShare,
	ENDLESS,
	type BassParameters,
	type BassPeak
} from './bass-curve.ts';
import { bassRegression } from './bass-regression.ts';

/**
 * What is fitted to what. `increments`: m (F(t) - F(t-1)) to new adopters a period (Srinivasan & Mason;
 * recommended); `density`: m f(t) to the same; `cumulative`: m F(t) to adopters so far; `share`: F(t) to the
 * share so far with m fixed to all units (netdiffuseR `fitbass`).
 */
export type BassMethod = 'increments' | 'density' | 'cumulative' | 'share';

/** A Bass curve through the data. */
export interface BassFit {
	method: BassMethod;
	parameters: BassParameters;
	/** Standard errors; that of m is `null` where m is fixed. */
	errors: { m: number | null; p: number; q: number };
	/** 95% limits by Student's t. */
	limits: { m: [number, number] | null; p: [number, number]; q: [number, number] };
	/** Residual sum of squares, its degrees of freedom, and standard deviation. */
	rss: number;
	df: number;
	sigma: number;
	/** What was fitted, the fit, and data minus fit, period by period. */
	data: number[];
	fitted: number[];
	residuals: number[];
	/** Fastest adoption; `null` when it was fastest at the start. */
	peak: BassPeak | null;
	/** What to be careful about; `null` when nothing. */
	caution: string | null;
}

/** A fit, or the reason why the data cannot give one. */
export type BassOutcome = { fit: BassFit; refused: null } | { fit: null; refused: string };

/** Fewest periods for any fit, and fewest for one without a caution. */
const FEWEST = 5;
const FEW = 8;

/**
 * Fits Bass's growth model from many starting points and keeps the best.
 *
 * It refuses when the data cannot tell the parameters apart: fewer than five periods, nobody adopting, no
 * sign of imitation (q runs to 0), no sign of a start from outside (p runs to 0), or a ceiling whose
 * standard error exceeds it. The methods differ by up to a factor of three in p: always say which.
 *
 * @param adopting new adopters in each period, from the first period on (counts, at least 0)
 * @param method what is fitted to what
 * @param size all units, for `share` (count)
 * @throws {AnalysisError} naming the period whose count is not a number of at least 0, or a missing size
 *
 * Source: Bass (1969); Srinivasan & Mason (Marketing Science 1986); Van den Bulte & Lilien (1997) on bias
 * before the peak; netdiffuseR `fitbass`.
 */
export function fitBass(adopting: readonly number[], method: BassMethod, size?: number): BassOutcome {
	const total = assertSeries(adopting);
	if (method === 'share' && (size === undefined || size < total)) {
		throw new AnalysisError(`the size is ${size}; it must be at least the ${total} adopters`);
	}
	if (adopting.length < FEWEST) {
		return refuse(
			`There ${adopting.length === 1 ? 'is only 1 period' : `are only ${adopting.length} periods`}; Bass's curve needs at least ${FEWEST}.`
		);
	}
	if (total === 0) return refuse('Nobody adopted, so there is no curve to fit.');

	const data = fittedData(adopting, method, size);
	const model = (parameters: readonly number[]): number[] =>
		fittedCurve(adopting.length, method, named(parameters));
	const best = bestOf(
		startingPoints(adopting, total, method).map((start) => leastSquares(model, data, start))
	);
	const parameters = named(best.parameters);
	const reason = whyNot(best, parameters, data.length, total);
	if (reason !== null) return refuse(reason);
	return { fit: described(method, adopting.length, data, model(best.parameters), best, size), refused: null };
}

function refuse(refused: string): BassOutcome {
	return { fit: null, refused };
}

/**
 * @returns the sum of the series
 * @throws {AnalysisError} naming the period whose count is not a number of at least 0
 */
export function assertSeries(adopting: readonly number[]): number {
	adopting.forEach((count, t) => {
		if (!Number.isFinite(count) || count < 0) {
			throw new AnalysisError(`period ${t + 1} has ${count} new adopters; it must be a number of at least 0`);
		}
	});
	return adopting.reduce((sum, count) => sum + count, 0);
}

/** Parameters in the order p, q, m; without m it is 1, as for shares. */
function named(parameters: readonly number[]): BassParameters {
	return { p: parameters[0]!, q: parameters[1]!, m: parameters[2] ?? 1 };
}

function fittedData(adopting: readonly number[], method: BassMethod, size = 1): number[] {
	if (method === 'increments' || method === 'density') return [...adopting];
	let sum = 0;
	return adopting.map((count) => (sum += count) / (method === 'share' ? size : 1));
}

function fittedCurve(length: number, method: BassMethod, parameters: BassParameters): number[] {
	return Array.from({ length }, (_, at) => {
		const t = at + 1;
		if (method === 'density') return parameters.m * bassDensity(t, parameters);
		const share = bassShare(t, parameters);
		return parameters.m * (method === 'increments' ? share - bassShare(t - 1, parameters) : share);
	});
}

function startingPoints(adopting: readonly number[], total: number, method: BassMethod): number[][] {
	const ceilings = method === 'share' ? [undefined] : [1.05, 1.5, 3].map((factor) => factor * total);
	const grid = [0.001, 0.01, 0.1].flatMap((p) =>
		[0.05, 0.3, 0.6].flatMap((q) => ceilings.map((m) => (m === undefined ? [p, q] : [p, q, m])))
	);
	const line = bassRegression(adopting).parameters;
	const usable = line !== null && line.p > 0 && line.q > 0 && method !== 'share';
	return usable ? [[line.p, line.q, line.m], ...grid] : grid;
}

function bestOf(fits: readonly LeastSquares[]): LeastSquares {
	return fits.reduce((best, fit) =>
		fit.rss < best.rss || (fit.settled && !best.settled && fit.rss <= best.rss) ? fit : best
	);
}

function whyNot(
	best: LeastSquares,
	{ p, q, m }: BassParameters,
	periods: number,
	total: number
): string | null {
	if (q < 1e-6 || q < 1e-4 * p) {
		return "The data show no sign of imitation (q runs to 0), so that Bass's curve is not identified.";
	}
	// With m fixed there is no third parameter: its variance is then 0.
	const variance = ((best.inverse?.[2]?.[2] ?? 0) * best.rss) / (periods - best.parameters.length);
	if (m > ENDLESS * total || Math.sqrt(variance) > m) {
		return "The data do not say how many will adopt in the end, so that Bass's curve is not identified.";
	}
	if (p < 1e-9)
		return "The data show no start from outside (p runs to 0), so that Bass's curve is not identified.";
	if (best.inverse === null || !best.settled) {
		return "The data do not tell p, q and the ceiling apart, so that Bass's curve is not identified.";
	}
	return null;
}

function described(
	method: BassMethod,
	length: number,
	data: number[],
	fitted: number[],
	best: LeastSquares,
	size: number | undefined
): BassFit {
	const df = length - best.parameters.length;
	const sigma = Math.sqrt(best.rss / df);
	const [p, q, m] = best.parameters.map((_, k) => sigma * Math.sqrt(best.inverse![k]![k]!));
	const parameters = { ...named(best.parameters), ...(method === 'share' ? { m: size! } : {}) };
	const reach = studentQuantile(0.025, df);
	const interval = (value: number, error: number): [number, number] => [
		value - reach * error,
		value + reach * error
	];
	const peak = bassPeak(parameters);
	return {
		method,
		parameters,
		errors: { m: m ?? null, p: p!, q: q! },
		limits: {
			m: m === undefined ? null : interval(parameters.m, m),
			p: interval(parameters.p, p!),
			q: interval(parameters.q, q!)
		},
		rss: best.rss,
		df,
		sigma,
		data,
		fitted,
		residuals: data.map((value, t) => value - fitted[t]!),
		peak,
		caution: cautionOn(length, peak)
	};
}

function cautionOn(length: number, peak: BassPeak | null): string | null {
	if (length < FEW)
		return `There ${length === 1 ? 'is only 1 period' : `are only ${length} periods`}; with fewer than ${FEW} the estimates are unsteady.`;
	if (peak === null)
		return 'Adoption was fastest at the start (q is not above p), so that imitation is hard to tell from outside influence.';
	if (peak.time > length) return 'The data end before the peak, so that the ceiling is an extrapolation.';
	return null;
}
