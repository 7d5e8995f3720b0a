import { seededRandom } from '#lib/analysis/numeric/random.ts';
import { reportProgress, type Progress } from '#lib/analysis/progress.ts';
import { betweenOf } from './coefficients.ts';
import { fitPrepared, type HazardModel, type PreparedFit } from './hazard-model.ts';
import { drawLots, runAhead, type Lots, type Standing } from './run-ahead.ts';
import type { Term } from './terms.ts';
import { intervalOf, type WithInterval } from './verdict.ts';

/** Runs forward of the fitted model, of each bootstrap fit, and bootstrap fits. */
export const RUNS = { model: 500, each: 250, fits: 200 } as const;

/** One draw of dates: its rows, its fit, and how things stand at its end. */
export interface DatedFit {
	prepared: PreparedFit;
	model: HazardModel;
	standing: Standing;
}

/** Chances within the horizon. */
export interface Chances {
	/** Units at risk, by their positions. */
	units: number[];
	/** One a unit at risk: mean over runs, middle 90 % over bootstrap fits. */
	chance: WithInterval[];
	/** Adopters within the horizon among all at risk (count): mean over runs, middle 90 % over runs of bootstrap fits. */
	adopters: WithInterval;
	/** Share of the variance of a chance that comes from dates not known well enough, on average (0–1). */
	fromDates: number;
	/** Runs of the model, runs of each bootstrap fit, and bootstrap fits, as they were done. */
	runs: { model: number; each: number; fits: number };
	/** Bootstrap fits that were drawn again since no adopter was in them (count). */
	redrawn: number;
}

/**
 * Chance of each unit at risk to adopt within the horizon.
 *
 * The value is the share of 500 runs of the fitted model, divided among the draws of dates. The interval is the
 * middle 90 % over 200 fits to organisations drawn with replacement, each with its own history and its exposures as
 * they were observed: a network cannot be drawn anew, so that dependence between organisations is not in it.
 *
 * @param dated one a draw of dates; the units at risk are the same in all
 *
 * Source: Efron & Tibshirani, An Introduction to the Bootstrap (1993); Rubin (1987) for the share of dates.
 */
export function chancesAhead(
	dated: readonly DatedFit[],
	terms: readonly Term[],
	units: number,
	{ horizon, seed, progress }: { horizon: number; seed: number; progress?: Progress }
): Chances {
	const { atRisk } = dated[0]!.standing;
	const lots = drawLots(RUNS.model, horizon, atRisk.length, seed);
	const share = Math.max(1, Math.floor(lots.runs / dated.length));
	const byDraw = dated.map(({ model, standing }, k) =>
		runAhead(model, terms, standing, lots, (k * share) % lots.runs, share)
	);
	const value = Float64Array.from(atRisk, (_, at) => meanOf(byDraw.map(({ chance }) => chance[at]!)));
	const meanAdopters = value.reduce((sum, one) => sum + one, 0);

	const each = Math.min(RUNS.each, lots.runs);
	const drawn = bootstrap(dated, terms, units, lots, each, seed, progress);
	const chance = Array.from(value, (one, at) =>
		widened(
			one,
			drawn.fits.map((fit) => fit.chance[at]!)
		)
	);
	const runs = drawn.fits.flatMap(({ adopters }) => [...adopters]);
	return {
		units: [...atRisk],
		chance,
		adopters: widened(meanAdopters, runs),
		fromDates: shareOfDates(
			dated.map(({ model, standing }) => {
				reportProgress(progress, 1, 1);
				return runAhead(model, terms, standing, lots).chance;
			}),
			drawn.fits
		),
		runs: { model: share * dated.length, each, fits: drawn.fits.length },
		redrawn: drawn.redrawn
	};
}

/** The interval of draws, which holds the value. */
function widened(value: number, draws: readonly number[]): WithInterval {
	const { lower, upper } = intervalOf(value, draws);
	return { value, lower: Math.min(lower, value), upper: Math.max(upper, value) };
}

interface BootstrapFit {
	chance: Float64Array;
	adopters: Int32Array;
}

function bootstrap(
	dated: readonly DatedFit[],
	terms: readonly Term[],
	units: number,
	lots: Lots,
	each: number,
	seed: number,
	progress?: Progress
): { fits: BootstrapFit[]; redrawn: number } {
	const random = seededRandom(seed + 1);
	const fits: BootstrapFit[] = [];
	const weights = new Float64Array(units);
	let redrawn = 0;
	while (fits.length < RUNS.fits) {
		reportProgress(progress, fits.length, RUNS.fits);
		const { prepared, model, standing } = dated[fits.length % dated.length]!;
		weights.fill(0);
		for (let unit = 0; unit < units; unit += 1) weights[random.below(units)]! += 1;
		const hasEvent = prepared.outcome.some(
			(outcome, row) => outcome === 1 && weights[prepared.unitOfRow[row]!]! > 0
		);
		if (!hasEvent && redrawn < RUNS.fits) {
			redrawn += 1;
			continue;
		}
		const fit = fitPrepared(prepared, model.penalty, {
			unitWeights: weights,
			start: model.coefficients,
			settled: 1e-7
		});
		const from = (fits.length * each) % Math.max(lots.runs - each + 1, 1);
		fits.push(runAhead(fit, terms, standing, lots, from, each));
	}
	return { fits, redrawn };
}

/** Rubin's share of the variance that lies between draws of dates, on the scale of chances, averaged over units. */
function shareOfDates(byDraw: readonly Float64Array[], fits: readonly BootstrapFit[]): number {
	if (byDraw.length < 2) return 0;
	const units = byDraw[0]!.length;
	let [between, total] = [0, 0];
	for (let at = 0; at < units; at += 1) {
		const values = byDraw.map((chance) => chance[at]!);
		const added = betweenOf(values, meanOf(values));
		between += added;
		total += added + withinDraws(fits, byDraw.length, at);
	}
	return total > 0 ? between / total : 0;
}

/** Variance of bootstrap fits about the mean of their own draw of dates. */
function withinDraws(fits: readonly BootstrapFit[], draws: number, at: number): number {
	let [squares, freedom] = [0, 0];
	for (let draw = 0; draw < draws; draw += 1) {
		const values = fits.filter((_, k) => k % draws === draw).map(({ chance }) => chance[at]!);
		const mean = meanOf(values);
		squares += values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
		freedom += values.length - 1;
	}
	return freedom > 0 ? squares / freedom : 0;
}

function meanOf(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}
