import { AnalysisError } from '#lib/analysis/analysis-error.ts';
import { NEVER } from '#lib/analysis/panel/panel.ts';
import { reportProgress, type Progress } from '#lib/analysis/progress.ts';
import { rollOrigin } from './back-test.ts';
import { chanceWords } from './chance-words.ts';
import { chancesAhead, type Chances, type DatedFit } from './chances.ts';
import { joinedCoefficients, separatedTerms, type Coefficient } from './coefficients.ts';
import { contendersOf } from './contenders.ts';
import type { ForecastData } from './forecast-data.ts';
import { fitPrepared, prepareFit } from './hazard-model.ts';
import { NO_REASON, reasonsAtEnd, type Reason } from './reasons.ts';
import { countsOf, refusalOf, type RecordClaim, type RecordCounts, type Refusal } from './refusal.ts';
import { riskRows } from './risk-rows.ts';
import { standingAtEnd } from './run-ahead.ts';
import { termsOf } from './terms.ts';
import { backTest, type BackTest, type WithInterval } from './verdict.ts';

/** What a reader chooses. */
export interface ForecastChoice {
	/** Periods after the record (count, at least 1). */
	horizon: number;
	seed: number;
	claim: RecordClaim;
}

/** The forecast of one organisation. */
export interface UnitForecast {
	id: string;
	name: string;
	/** Chance to adopt within the horizon (0–1), with its 90 % interval. */
	chance: WithInterval;
	/** "about 1 in 10, 1 in 20 to 1 in 5". */
	inWords: string;
	/** Empty: for no reason in the data. */
	reasons: Reason[];
	because: string;
}

/** The model as it was fitted to the whole record. */
export interface FittedModel {
	n: number;
	events: number;
	penalty: number;
	/** Knots of the course of time and the period from which it is held, in period labels. */
	knots: number[];
	heldAt: number;
	coefficients: Coefficient[];
	/** Draws of dates that were joined (count; 1 where all are known). */
	draws: number;
}

/** A forecast, its test, or why there is none. */
export interface Forecast {
	refusal: Refusal | null;
	counts: RecordCounts;
	/** Label of the last period of the record, and periods ahead. */
	until: number;
	horizon: number;
	/** `null` where everything is refused. */
	model: FittedModel | null;
	test: BackTest | null;
	/** Expected adopters among those at risk; `null` where refused. */
	adopters: WithInterval | null;
	/** Sorted by name; `null` where refused. Shown only where `test.verdict.isListOpen`. */
	units: UnitForecast[] | null;
	fromDates: number;
	runs: Chances['runs'] | null;
	/** What to know beside: what was counted how, and limits. */
	notes: string[];
}

/** Shares of the work, for its progress. */
const [ROLLING, TESTING] = [0.5, 0.6];

/**
 * The chance of each organisation that has not adopted to do so within the horizon, and whether to trust it.
 *
 * Everything is drawn from the seed: the same data, choice and seed give the same numbers on every machine.
 *
 * @throws {AnalysisError} if a trait or the horizon cannot be used
 * @throws {AnalysisCancelled} where the caller asked to stop
 */
export function forecast(data: ForecastData, choice: ForecastChoice, progress?: Progress): Forecast {
	const { panel } = data;
	const periods = panel.periods.length;
	assertHorizon(choice.horizon, periods);
	const refusal = refusalOf(panel, choice.claim);
	const common = {
		refusal,
		counts: countsOf(panel),
		until: panel.periods[periods - 1]!,
		horizon: choice.horizon
	};
	if (refusal?.refuses === 'all')
		return {
			...common,
			model: null,
			test: null,
			adopters: null,
			units: null,
			fromDates: 0,
			runs: null,
			notes: []
		};

	const terms = termsOf(data);
	const contenders = contendersOf(terms);
	const spec = contenders[0]!.spec;
	const rows = riskRows(panel, data.networks, terms);
	const rolled = rollOrigin(rows, contenders, within(progress, 0, ROLLING));
	const test = backTest(rolled, contenders, panel.ids.length, {
		seed: choice.seed,
		...listening(within(progress, ROLLING, TESTING))
	});
	const penalty = rolled?.penalty.get('model') ?? 16;
	const dated = datedFits(data, terms, spec, penalty, progress);
	const first = dated[0]!;
	const separated = separatedTerms(first.prepared);
	const model: FittedModel = {
		n: first.model.rows,
		events: first.model.events,
		penalty,
		knots: first.model.course.knots.map((knot) => panel.periods[knot]!),
		heldAt: panel.periods[first.model.course.heldAt]!,
		coefficients: joinedCoefficients(
			dated.map(({ model: fit }) => fit),
			terms,
			separated
		),
		draws: dated.length
	};
	const notes = notesOf(data, rows.withoutTies, model, choice.horizon);
	if (refusal !== null)
		return { ...common, model, test, adopters: null, units: null, fromDates: 0, runs: null, notes };
	const chances = chancesAhead(dated, terms, panel.ids.length, {
		horizon: choice.horizon,
		seed: choice.seed,
		...listening(within(progress, TESTING, 1))
	});
	const reasons = reasonsAtEnd(data, terms, first.model, first.standing);
	return {
		...common,
		model,
		test,
		adopters: chances.adopters,
		units: unitForecasts(data, chances, reasons),
		fromDates: chances.fromDates,
		runs: chances.runs,
		notes
	};
}

function assertHorizon(horizon: number, periods: number): void {
	if (!Number.isInteger(horizon) || horizon < 1)
		throw new AnalysisError(`the horizon is ${horizon}; it is a whole number of periods of at least 1`);
	if (horizon > periods)
		throw new AnalysisError(
			`the horizon of ${horizon} periods is longer than the record of ${periods}; nothing can be said of so far ahead`
		);
}

function datedFits(
	data: ForecastData,
	terms: ReturnType<typeof termsOf>,
	spec: Parameters<typeof prepareFit>[1],
	penalty: number,
	progress?: Progress
): DatedFit[] {
	const panels = data.draws.length > 0 ? data.draws : [data.panel];
	return panels.map((panel) => {
		reportProgress(progress, TESTING, 1);
		const prepared = prepareFit(riskRows(panel, data.networks, terms), spec, panel.periods.length);
		const model = fitPrepared(prepared, penalty, { withCovariance: true });
		return { prepared, model, standing: standingAtEnd(panel, data.networks) };
	});
}

function unitForecasts(
	{ names, panel }: ForecastData,
	chances: Chances,
	reasons: Reason[][]
): UnitForecast[] {
	return chances.units
		.map((unit, at) => ({
			id: panel.ids[unit]!,
			name: names[unit]!,
			chance: chances.chance[at]!,
			inWords: chanceWords(chances.chance[at]!),
			reasons: reasons[at]!,
			because: reasons[at]!.length === 0 ? NO_REASON : reasons[at]!.map(({ words }) => words).join('; ')
		}))
		.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1));
}

function notesOf(data: ForecastData, withoutTies: number[], model: FittedModel, horizon: number): string[] {
	const { panel } = data;
	const stopped = panel.adoptedAt.filter(
		(adopted, unit) => adopted !== NEVER && panel.startKnown[unit] === 0
	).length;
	const separated = model.coefficients.filter(({ isSeparated }) => isSeparated).map(({ term }) => term);
	return [
		...data.notes,
		...(stopped > 0
			? [
					`${stopped} adopted by a date, not on one: not counted as adopting, but as an example to others from that date.`
				]
			: []),
		...data.networks.flatMap(({ name }, k) =>
			withoutTies[k]! > 0
				? [`No contacts in ${name}: ${withoutTies[k]} unit-periods, counted as exposed to nobody.`]
				: []
		),
		...data.traits
			.filter(({ values }) => values.includes(null))
			.map(
				({ name, values }) =>
					`${name} is not known for ${values.filter((value) => value === null).length}, who count as the average.`
			),
		...separated.map(
			(term) =>
				`${term} separates who adopts completely: its coefficient is shrunk by the penalty and has no interval.`
		),
		`The course of time is held as it was at the last adoption (${model.heldAt}) for the ${horizon} periods ahead.`,
		'Intervals are over organisations drawn with replacement, each with its own history; dependence between organisations is not in them.'
	];
}

/** The part of the whole that a step reports. */
function within(progress: Progress | undefined, from: number, to: number): Progress | undefined {
	if (progress === undefined) return undefined;
	return {
		onProgress: (share) => progress.onProgress?.(from + share * (to - from)),
		...(progress.signal === undefined ? {} : { signal: progress.signal })
	};
}

function listening(progress: Progress | undefined): { progress?: Progress } {
	return progress === undefined ? {} : { progress };
}
