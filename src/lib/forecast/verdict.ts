import { seededRandom } from '#lib/analysis/numeric/random.ts';
import { quantile } from '#lib/analysis/numeric/quantile.ts';
import { reportProgress, type Progress } from '#lib/analysis/progress.ts';
import type { RollingOrigin } from './back-test.ts';
import type { Contender, ContenderKey } from './contenders.ts';
import {
	averagePrecision,
	calibrationByTenths,
	calibrationSlope,
	concordanceWithin,
	logLoss,
	overallScores,
	rankWithin,
	type CalibrationGroup,
	type Scored
} from './scores.ts';

/** A figure with its 90 % interval. */
export interface WithInterval {
	value: number;
	lower: number;
	upper: number;
}

/** How one contender did on the held-out part. */
export interface ContenderScore {
	key: ContenderKey;
	knows: string;
	/** Mean log score and Brier score over unit-periods: smaller is better; `null` where nothing was held out. */
	logScore: number | null;
	brier: number | null;
	/** Within periods, 0–1; `null` without a pair or an adopter. */
	concordance: number | null;
	averagePrecision: number | null;
	/** Log score before the held-out part, by which the best rule is chosen. */
	logScoreBefore: number | null;
	penalty: number;
}

export type VerdictKind = 'better' | 'no better' | 'worse than constant' | 'not tested';

/** Whether the forecast may be used, and by how much it beats the best simple rule. */
export interface Verdict {
	kind: VerdictKind;
	sentence: string;
	/** Whether the list by organisation may stand open. */
	isListOpen: boolean;
	/** The rule held against, chosen before the held-out part; `null` where nothing was tested. */
	against: ContenderKey | null;
	/** Log score of the rule less that of the model, and concordance of the model less that of the rule: above 0 is better. */
	logScoreGain: WithInterval | null;
	concordanceGain: WithInterval | null;
}

/** The back-test: how each contender did, and what follows. */
export interface BackTest {
	/** Unit-periods and adoptions held out (count). */
	n: number;
	events: number;
	scores: ContenderScore[];
	averagePrecisionAtRandom: number | null;
	calibration: CalibrationGroup[];
	calibrationSlope: number | null;
	verdict: Verdict;
}

/** Draws of organisations behind each interval of a difference. */
export const VERDICT_DRAWS = 1000;
/** Adoptions that must be held out: below, one body makes the difference. */
export const FEWEST_HELD_OUT = 5;

/**
 * Scores every contender on the same held-out rows and says whether the model beats the best simple rule: only where
 * the intervals of the gain in log score and of that in concordance within periods both lie above 0.
 *
 * @param units number of organisations, which the bootstrap draws from
 */
export function backTest(
	rolled: RollingOrigin | null,
	contenders: readonly Contender[],
	units: number,
	options: { seed: number; progress?: Progress }
): BackTest {
	const model = rolled?.heldOut.get('model');
	const events = model?.outcome.reduce((sum, value) => sum + value, 0) ?? 0;
	if (rolled === null || model === undefined) return untested(NOTHING_BEFORE);
	const scores = contenders.map((contender) => scoreOf(contender, rolled));
	const ranked = rankWithin(model);
	const tested: Omit<BackTest, 'verdict'> = {
		n: model.outcome.length,
		events,
		scores,
		averagePrecisionAtRandom: averagePrecision(model, ranked)?.atRandom ?? null,
		calibration: calibrationByTenths(model),
		calibrationSlope: calibrationSlope(model)
	};
	if (events < FEWEST_HELD_OUT)
		return { ...untested(tooFew(events)), ...tested, verdict: notTested(tooFew(events)) };
	const best = bestRule(scores);
	const gains = gainsOver(
		model,
		rolled.heldOut.get(best.key)!,
		rolled.heldOut.get('constant')!,
		units,
		options
	);
	return { ...tested, verdict: verdictOf(best, gains) };
}

const NOTHING_BEFORE =
	'The forecast could not be tested: before the last third of the record fewer than 10 adoptions are known, too few to fit anything. Do not use this to choose who to contact.';

function tooFew(events: number): string {
	const adoptions = events === 1 ? '1 adoption falls' : `${events} adoptions fall`;
	return `The forecast could not be tested: only ${adoptions} into the last third of the record, and at least ${FEWEST_HELD_OUT} are needed. Do not use this to choose who to contact.`;
}

function notTested(sentence: string): Verdict {
	return {
		kind: 'not tested',
		sentence,
		isListOpen: false,
		against: null,
		logScoreGain: null,
		concordanceGain: null
	};
}

function untested(sentence: string): BackTest {
	return {
		n: 0,
		events: 0,
		scores: [],
		averagePrecisionAtRandom: null,
		calibration: [],
		calibrationSlope: null,
		verdict: notTested(sentence)
	};
}

function scoreOf({ key, knows }: Contender, rolled: RollingOrigin): ContenderScore {
	const scored = rolled.heldOut.get(key)!;
	const ranked = rankWithin(scored);
	return {
		key,
		knows,
		...overallScores(scored),
		concordance: concordanceWithin(scored, ranked),
		averagePrecision: averagePrecision(scored, ranked)?.value ?? null,
		logScoreBefore: rolled.before.get(key) ?? null,
		penalty: rolled.penalty.get(key)!
	};
}

/** The rule that predicted best before the held-out part; where nothing came before, the first with a clock. */
function bestRule(scores: readonly ContenderScore[]): ContenderScore {
	const rules = scores.filter(({ key }) => key !== 'model');
	const known = rules.filter(({ logScoreBefore }) => logScoreBefore !== null);
	if (known.length === 0) return rules.find(({ key }) => key === 'time') ?? rules[0]!;
	return known.reduce((best, one) => (one.logScoreBefore! < best.logScoreBefore! ? one : best));
}

interface Gains {
	logScore: WithInterval;
	concordance: WithInterval | null;
	overConstant: WithInterval;
}

/** Differences over draws of organisations, each with all its unit-periods. */
function gainsOver(
	model: Scored,
	rule: Scored,
	constant: Scored,
	units: number,
	{ seed, progress }: { seed: number; progress?: Progress }
): Gains {
	const random = seededRandom(seed);
	const perUnit = (other: Scored): Float64Array => {
		const sums = new Float64Array(units);
		model.unit.forEach((unit, at) => {
			sums[unit]! +=
				logLoss(other.chance[at]!, model.outcome[at]!) - logLoss(model.chance[at]!, model.outcome[at]!);
		});
		return sums;
	};
	const [gains, constantGains] = [perUnit(rule), perUnit(constant)];
	const counts = new Float64Array(units);
	for (const unit of model.unit) counts[unit]! += 1;
	const [ours, theirs] = [rankWithin(model), rankWithin(rule)];
	const weights = new Float64Array(units).fill(1);
	const mean = (sums: Float64Array): number => {
		let [sum, count] = [0, 0];
		for (let unit = 0; unit < units; unit += 1) {
			sum += weights[unit]! * sums[unit]!;
			count += weights[unit]! * counts[unit]!;
		}
		return count === 0 ? 0 : sum / count;
	};
	const concordances = (): number | null => {
		const [a, b] = [concordanceWithin(model, ours, weights), concordanceWithin(rule, theirs, weights)];
		return a === null || b === null ? null : a - b;
	};
	const [logScore, overConstant, concordance] = [mean(gains), mean(constantGains), concordances()];
	const drawn = { logScore: [] as number[], overConstant: [] as number[], concordance: [] as number[] };
	for (let draw = 0; draw < VERDICT_DRAWS; draw += 1) {
		if (draw % 50 === 0) reportProgress(progress, draw, VERDICT_DRAWS);
		weights.fill(0);
		for (let unit = 0; unit < units; unit += 1) weights[random.below(units)]! += 1;
		drawn.logScore.push(mean(gains));
		drawn.overConstant.push(mean(constantGains));
		const difference = concordances();
		if (difference !== null) drawn.concordance.push(difference);
	}
	return {
		logScore: intervalOf(logScore, drawn.logScore),
		overConstant: intervalOf(overConstant, drawn.overConstant),
		concordance: concordance === null ? null : intervalOf(concordance, drawn.concordance)
	};
}

/** The middle 90 % of draws around a value. */
export function intervalOf(value: number, draws: readonly number[]): WithInterval {
	const sorted = Float64Array.from(draws).sort();
	return {
		value,
		lower: quantile(sorted, 0.05) ?? value,
		upper: quantile(sorted, 0.95) ?? value
	};
}

function verdictOf({ key, knows }: ContenderScore, { logScore, concordance, overConstant }: Gains): Verdict {
	const common = { against: key, logScoreGain: logScore, concordanceGain: concordance };
	if (logScore.lower > 0 && concordance !== null && concordance.lower > 0) {
		const gain = `${figure(logScore.value)} in log score (${figure(logScore.lower)} to ${figure(logScore.upper)})`;
		const order = `${figure(concordance.value)} in concordance (${figure(concordance.lower)} to ${figure(concordance.upper)})`;
		return {
			kind: 'better',
			sentence: `Better than knowing ${knows} alone by ${gain} and by ${order}.`,
			isListOpen: true,
			...common
		};
	}
	if (overConstant.upper < 0) {
		return {
			kind: 'worse than constant',
			sentence:
				'Worse than giving everyone the same chance at any time; do not use this to choose who to contact.',
			isListOpen: false,
			...common
		};
	}
	return {
		kind: 'no better',
		sentence: `No better than knowing ${knows} alone; do not use this to choose who to contact.`,
		isListOpen: false,
		...common
	};
}

/** Three decimals, or two digits where that would read as nought. */
function figure(value: number): string {
	return Math.abs(value) >= 0.0005 ? value.toFixed(3) : value.toPrecision(2);
}
