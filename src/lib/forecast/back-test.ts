import { reportProgress, type Progress } from '#lib/analysis/progress.ts';
import type { Contender, ContenderKey } from './contenders.ts';
import { fitPrepared, prepareFit, rowOdds, type HazardModel } from './hazard-model.ts';
import { logistic } from './ridge-logit.ts';
import { scoredRows, type RiskRows } from './risk-rows.ts';
import { logLoss, type Scored } from './scores.ts';

/** Penalties tried: from hardly any to nearly all. */
export const PENALTIES = [1, 16, 256] as const;
/** The penalty before anything has been tried out. */
const FIRST_PENALTY = 16;
/** Adoptions that must be known before the first fit. */
export const FIRST_EVENTS = 10;
/** A fit among hundreds may stop when its log-likelihood stands to seven digits: a step more moves no chance. */
const GOOD_ENOUGH = 1e-7;
/** Fits a record of any length asks for, at most; beyond, one serves several periods. */
const MOST_ORIGINS = 60;

/** Predictions one period ahead, each by a fit of what was known before. */
export interface RollingOrigin {
	/** First period that is predicted, and first that counts as held out. */
	first: number;
	heldOutFrom: number;
	/** Predictions of the held-out periods by each contender, on the same rows. */
	heldOut: Map<ContenderKey, Scored>;
	/** Mean log score of each contender before the held-out part (nats a unit-period); `null` where nothing came before. */
	before: Map<ContenderKey, number | null>;
	/** Penalty that each contender ended with: the best up to the end of the record. */
	penalty: Map<ContenderKey, number>;
}

/** First period of the last third. */
export function heldOutFrom(periods: number): number {
	return Math.max(2, Math.floor((periods * 2) / 3));
}

/**
 * Rolls the origin through the record: at each period every contender is fitted to what was known before it and
 * predicts who adopts in it. Its penalty is the one that predicted best up to then, so that no number rests on
 * anything later.
 *
 * @returns `null` where fewer than {@link FIRST_EVENTS} adoptions are known before the last third
 *
 * Source: Tashman, Out-of-sample tests of forecasting accuracy (2000); Dawid, prequential analysis (1984).
 */
export function rollOrigin(
	rows: RiskRows,
	contenders: readonly Contender[],
	progress?: Progress
): RollingOrigin | null {
	const periods = rows.firstOf.length - 1;
	const split = heldOutFrom(periods);
	const first = firstOrigin(rows, periods);
	if (first === null || first > split || split >= periods) return null;
	const stride = Math.max(1, Math.ceil(periods / MOST_ORIGINS));
	const runs = contenders.map((contender) => new Run(contender));
	for (let origin = first; origin < periods; origin += stride) {
		const until = Math.min(origin + stride, periods);
		for (const run of runs) {
			reportProgress(progress, origin - first, periods - first);
			run.step(rows, origin, until, split, () => reportProgress(progress, origin - first, periods - first));
		}
	}
	return {
		first,
		heldOutFrom: split,
		heldOut: new Map(runs.map((run) => [run.contender.key, run.scored()])),
		before: new Map(runs.map((run) => [run.contender.key, run.meanBefore()])),
		penalty: new Map(runs.map((run) => [run.contender.key, run.bestPenalty()]))
	};
}

function firstOrigin(rows: RiskRows, periods: number): number | null {
	let events = 0;
	for (let period = 1; period < periods; period += 1) {
		if (events >= FIRST_EVENTS) return period;
		for (let row = rows.firstOf[period]!; row < rows.firstOf[period + 1]!; row += 1)
			events += rows.outcome[row]!;
	}
	return null;
}

/** A penalty that is tried, what it has lost so far and its latest fit. */
interface Try {
	penalty: number;
	loss: number;
	model: HazardModel | null;
}

/** One contender on its way through the record. */
class Run {
	readonly contender: Contender;
	readonly #tries: Try[];
	#before = { loss: 0, count: 0 };
	readonly #found: { unit: number; period: number; outcome: number; chance: number }[] = [];

	constructor(contender: Contender) {
		this.contender = contender;
		const penalties = contender.spec.terms.length === 0 ? [FIRST_PENALTY] : PENALTIES;
		this.#tries = penalties.map((penalty) => ({ penalty, loss: 0, model: null }));
	}

	/** @param listen called between fits, so that a stop is heard */
	step(rows: RiskRows, origin: number, until: number, split: number, listen: () => void): void {
		const prepared = prepareFit(rows, this.contender.spec, origin);
		const chosen = this.#best();
		for (const one of this.#tries) {
			listen();
			const held = one.model;
			const start =
				held !== null && String(held.course.knots) === String(prepared.course.knots)
					? { start: held.coefficients }
					: {};
			one.model = fitPrepared(prepared, one.penalty, { ...start, settled: GOOD_ENOUGH });
		}
		for (let period = origin; period < until; period += 1) {
			for (const row of scoredRows(rows, period)) {
				const outcome = rows.outcome[row]!;
				for (const one of this.#tries) {
					const chance = logistic(rowOdds(one.model!, rows, row));
					const loss = logLoss(chance, outcome);
					one.loss += loss;
					if (one !== chosen) continue;
					if (period >= split) this.#found.push({ unit: rows.unit[row]!, period, outcome, chance });
					else this.#before = { loss: this.#before.loss + loss, count: this.#before.count + 1 };
				}
			}
		}
	}

	#best(): Try {
		const least = Math.min(...this.#tries.map(({ loss }) => loss));
		// Nothing tried yet, or a draw: the usual one.
		const usual = this.#tries.find(({ penalty, loss }) => penalty === FIRST_PENALTY && loss === least);
		return usual ?? this.#tries.find(({ loss }) => loss === least)!;
	}

	bestPenalty(): number {
		return this.#best().penalty;
	}

	meanBefore(): number | null {
		return this.#before.count === 0 ? null : this.#before.loss / this.#before.count;
	}

	scored(): Scored {
		return {
			unit: Int32Array.from(this.#found, ({ unit }) => unit),
			period: Int32Array.from(this.#found, ({ period }) => period),
			outcome: Uint8Array.from(this.#found, ({ outcome }) => outcome),
			chance: Float64Array.from(this.#found, ({ chance }) => chance)
		};
	}
}
