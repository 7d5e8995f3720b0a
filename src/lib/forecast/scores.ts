import { ridgeLogit } from './ridge-logit.ts';

/** Predictions held against what happened, one entry a unit-period. */
export interface Scored {
	unit: Int32Array;
	period: Int32Array;
	/** 1 where it happened. */
	outcome: Uint8Array;
	/** Chance that was given, strictly between 0 and 1. */
	chance: Float64Array;
}

/** Chances this near to 0 or 1 are held there, so that one surprise does not weigh without end. */
const NEAREST = 1e-6;

/** A chance as it is scored. */
export function bounded(chance: number): number {
	return Math.min(Math.max(chance, NEAREST), 1 - NEAREST);
}

/** Minus the log of the chance given to what happened (nats): smaller is better. */
export function logLoss(chance: number, outcome: number): number {
	return -Math.log(outcome === 1 ? bounded(chance) : 1 - bounded(chance));
}

/** Mean log score and Brier score over all unit-periods; `null` without any. Smaller is better. */
export function overallScores({ outcome, chance }: Scored): {
	logScore: number | null;
	brier: number | null;
} {
	if (outcome.length === 0) return { logScore: null, brier: null };
	let log = 0;
	let square = 0;
	outcome.forEach((happened, at) => {
		log += logLoss(chance[at]!, happened);
		square += (chance[at]! - happened) ** 2;
	});
	return { logScore: log / outcome.length, brier: square / outcome.length };
}

/** Rows sorted by period and then by falling chance, with where each period and each group of equal chances begins. */
export interface RankedRows {
	order: Int32Array;
	/** Starts of the groups of equal chance within a period, and the end behind the last. */
	groups: Int32Array;
	/** 1 where a group is the first of its period. */
	opens: Uint8Array;
}

/** Ranks predictions within their periods, for {@link concordanceWithin}. */
export function rankWithin({ period, chance }: Scored): RankedRows {
	const order = Int32Array.from(period, (_, at) => at).sort(
		(a, b) => period[a]! - period[b]! || chance[b]! - chance[a]! || a - b
	);
	const groups: number[] = [];
	const opens: number[] = [];
	order.forEach((row, at) => {
		const before = at === 0 ? -1 : order[at - 1]!;
		const isNewPeriod = before < 0 || period[before] !== period[row];
		if (!isNewPeriod && chance[before] === chance[row]) return;
		groups.push(at);
		opens.push(isNewPeriod ? 1 : 0);
	});
	return { order, groups: Int32Array.from([...groups, order.length]), opens: Uint8Array.from(opens) };
}

/**
 * Of the pairs of one who adopted in a period and one at risk who did not, the share in which the former had the
 * higher chance; equal chances count half. Pairs are formed within periods only, so that a clock gains nothing.
 *
 * @param weights how often each unit counts (a bootstrap's draw); once where absent
 * @returns 0 to 1; `null` without a pair
 *
 * Source: Harrell et al. (1982); within strata: Gönen & Heller, Biometrika (2005), section 1.
 */
export function concordanceWithin(
	{ unit, outcome }: Scored,
	{ order, groups, opens }: RankedRows,
	weights?: ArrayLike<number>
): number | null {
	let pairs = 0;
	let right = 0;
	// Higher in the period so far: events and others.
	let eventsAbove = 0;
	let othersAbove = 0;
	for (let group = 0; group < opens.length; group += 1) {
		if (opens[group] === 1) {
			pairs += eventsAbove * othersAbove;
			eventsAbove = 0;
			othersAbove = 0;
		}
		let events = 0;
		let others = 0;
		for (let at = groups[group]!; at < groups[group + 1]!; at += 1) {
			const row = order[at]!;
			const weight = weights === undefined ? 1 : weights[unit[row]!]!;
			if (outcome[row] === 1) events += weight;
			else others += weight;
		}
		right += eventsAbove * others + 0.5 * events * others;
		eventsAbove += events;
		othersAbove += others;
	}
	pairs += eventsAbove * othersAbove;
	return pairs === 0 ? null : right / pairs;
}

/**
 * Average precision within periods: at each adopter, the share of adopters among those with at least its chance;
 * averaged over adopters. Beside it what a list in random order gives.
 *
 * @returns `null` without an adopter
 */
export function averagePrecision(
	{ outcome }: Scored,
	{ order, groups, opens }: RankedRows
): { value: number; atRandom: number } | null {
	let sum = 0;
	let count = 0;
	let random = 0;
	let [events, all] = [0, 0];
	const close = (): void => {
		if (all > 0) random += (events * events) / all;
		[events, all] = [0, 0];
	};
	for (let group = 0; group < opens.length; group += 1) {
		if (opens[group] === 1) close();
		let here = 0;
		for (let at = groups[group]!; at < groups[group + 1]!; at += 1) here += outcome[order[at]!]!;
		events += here;
		all += groups[group + 1]! - groups[group]!;
		sum += (here * events) / all;
		count += here;
	}
	close();
	return count === 0 ? null : { value: sum / count, atRandom: random / count };
}

/** A tenth of the predictions, by rising chance. */
export interface CalibrationGroup {
	/** Unit-periods and adopters in it (count). */
	n: number;
	events: number;
	/** Mean chance given, and share that adopted (0–1). */
	given: number;
	happened: number;
}

/** Calibration by tenths of the predictions; equal chances stay together, so that there may be fewer groups. */
export function calibrationByTenths({ outcome, chance }: Scored): CalibrationGroup[] {
	const order = Array.from(outcome, (_, at) => at).sort((a, b) => chance[a]! - chance[b]! || a - b);
	const found: CalibrationGroup[] = [];
	let from = 0;
	for (let tenth = 1; tenth <= 10; tenth += 1) {
		let to = Math.max(from, Math.round((tenth * order.length) / 10));
		while (to > 0 && to < order.length && chance[order[to]!] === chance[order[to - 1]!]) to += 1;
		if (to === from) continue;
		const rows = order.slice(from, to);
		const events = rows.reduce((sum, row) => sum + outcome[row]!, 0);
		const given = rows.reduce((sum, row) => sum + chance[row]!, 0) / rows.length;
		found.push({ n: rows.length, events, given, happened: events / rows.length });
		from = to;
	}
	return found;
}

/**
 * Slope of what happened on the log odds that were given: 1 where chances mean what they say, below 1 where they are
 * too bold.
 *
 * @returns `null` where the chances do not vary or the outcome is one throughout
 *
 * Source: Cox, Two further applications of a model for binary regression (Biometrika 1958).
 */
export function calibrationSlope({ outcome, chance }: Scored): number | null {
	const odds = Array.from(chance, (value) => Math.log(bounded(value) / (1 - bounded(value))));
	const mean = odds.reduce((sum, value) => sum + value, 0) / Math.max(odds.length, 1);
	const variance = odds.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(odds.length, 1);
	const events = outcome.reduce((sum, value) => sum + value, 0);
	if (!(variance > 1e-12) || events === 0 || events === outcome.length) return null;
	const x = Float64Array.from(odds.flatMap((value) => [1, value - mean]));
	// A whiff of penalty keeps separated chances finite.
	const fit = ridgeLogit({ rows: outcome.length, columns: 2, x }, outcome, [0, 1e-6]);
	return fit.coefficients[1]!;
}
