import { listOf, pWords } from '#lib/domain/number-words.ts';
import { AnalysisError } from '../analysis-error.ts';
import { exposure } from '../diffusion/exposure.ts';
import type { Panel } from '../panel/panel.ts';
import type { Network } from '../sparse/sparse-matrix.ts';
import { separationSentence, type Estimate } from './estimate.ts';
import {
	discreteTimeHazard,
	eventHistory,
	type EventHistory,
	type EventHistoryRow,
	type TimeTerm
} from './event-history.ts';

/** A network that may have carried the spread. */
export interface NamedNetwork {
	name: string;
	network: Network;
}

/** How well exposure through one network goes with adopting. */
export interface NetworkEvidence {
	name: string;
	/** Log odds ratio of adopting with all contacts adopted against none; `null`s where separated. */
	exposure: Estimate;
	loglik: number;
	/** Akaike's criterion; compare only within one comparison. */
	aic: number;
	/** AIC less that of the best network: 0 for the best, above 2 noticeably worse. */
	behindBest: number;
	/** What to be careful about; `null` when nothing. */
	caution: string | null;
	/** The same under each further choice, in the order of the strata. */
	choices: ChoiceEvidence[];
}

/** A further way of asking: the same model with a level of its own for each group of bodies. */
export interface Stratum {
	/** "type of body". */
	name: string;
	/** Group of each unit. */
	labels: readonly (string | null)[];
}

/** Exposure through one network where a grouping is added to the model. */
export interface ChoiceEvidence {
	/** What is added: "type of body". */
	added: string;
	/** `null` where the data cannot tell exposure from the groups. */
	exposure: Estimate | null;
}

/** The same spread seen through several networks, on the same rows. */
export interface NetworkComparison {
	/** Unit-periods and adoptions that all models use (count). */
	n: number;
	events: number;
	/** Adoptions from the second period on, whether or not the networks cover them (count). */
	eventsTotal: number;
	/** Unit-periods at risk left out because some network has no contacts for the unit (count). */
	leftOut: number;
	/** Unit-periods left out because nobody adopted in the period: with one level a period they say nothing (count). */
	quiet: number;
	/** AIC of the same rows without any exposure. */
	aicWithoutExposure: number;
	networks: NetworkEvidence[];
	/** What was added to the model in turn; empty where nothing was. */
	choices: string[];
	/** What the evidence supports under every choice, carefully. */
	sentence: string;
}

/** Fewest adoptions that all networks must cover: below, one body makes the difference. */
export const FEWEST_SHARED = 10;

/**
 * Fits the discrete-time hazard under each network in turn, on the unit-periods that every network covers,
 * so that the fits compare.
 *
 * Each model is fitted again with each of the strata added, on the same rows: a network that goes with adopting
 * only until like is compared with like has not been shown to matter, and the sentence is the conjunction of all.
 *
 * With one level a period, periods without adopters are left out first: their level runs off to minus infinity
 * and the other estimates are the same without them.
 *
 * @param time how the hazard changes with time: by default one level a period, so that a wave which reaches
 *   everyone at once does not make every network seem to matter
 * @throws {AnalysisError} if there is no network, or all of them together cover fewer than {@link FEWEST_SHARED}
 *   adoptions; the message names the network that costs most of them
 *
 * Source: Strang & Tuma (1993); Burnham & Anderson, Model Selection (2002) for differences in AIC.
 */
export function compareNetworks(
	panel: Panel,
	networks: readonly NamedNetwork[],
	time: TimeTerm = 'factor',
	strata: readonly Stratum[] = []
): NetworkComparison {
	if (networks.length === 0) throw new AnalysisError('there is no network to compare');
	const histories = networks.map(({ network }) => eventHistory(panel, exposure(panel, network)));
	const covered = histories.map(({ rows }) => new Set(rows.map(keyOf)));
	const shared = sharedRows(histories[0]!, covered);
	const eventsTotal = eventsAtRisk(panel);
	const events = shared.filter(({ adopted }) => adopted).length;
	if (events < FEWEST_SHARED)
		throw new AnalysisError(tooFew(networks, histories, covered, events, eventsTotal));

	const busy = new Set(shared.flatMap(({ period, adopted }) => (adopted ? [period] : [])));
	const used = new Set(shared.filter(({ period }) => time !== 'factor' || busy.has(period)).map(keyOf));
	const common = histories.map((history) => ({
		...history,
		rows: history.rows.filter((row) => used.has(keyOf(row)))
	}));
	const models = common.map((history) => discreteTimeHazard(history, time));
	const best = Math.min(...models.map((model) => model.aic));
	const evidence = models.map((model, k): NetworkEvidence => ({
		name: networks[k]!.name,
		exposure: model.terms.find(({ term }) => term === 'exposure')!,
		loglik: model.loglik,
		aic: model.aic,
		behindBest: model.aic - best,
		caution: model.separated.includes('exposure') ? separationSentence(['exposure']) : null,
		choices: strata.map((stratum) => ({
			added: stratum.name,
			exposure: exposureWithin(common[k]!, time, stratum)
		}))
	}));
	const aicWithoutExposure = discreteTimeHazard(common[0]!, time, [], false).aic;
	return {
		n: used.size,
		events,
		eventsTotal,
		leftOut: histories[0]!.rows.length + histories[0]!.withoutExposure - shared.length,
		quiet: shared.length - used.size,
		aicWithoutExposure,
		networks: evidence,
		choices: strata.map(({ name }) => name),
		sentence: careful(evidence, aicWithoutExposure)
	};
}

/** Adoptions from the second period on: the first has nothing before it to be exposed to. */
function eventsAtRisk(panel: Panel): number {
	return panel.ids.filter((_, unit) => panel.adoptedAt[unit]! > 0 && panel.startKnown[unit] === 1).length;
}

function tooFew(
	networks: readonly NamedNetwork[],
	histories: readonly EventHistory[],
	covered: readonly ReadonlySet<number>[],
	events: number,
	total: number
): string {
	const found = `Networks are compared on bodies that have contacts in every one of them, and only ${events} of ${total} adoptions are of such bodies; ${FEWEST_SHARED} are needed.`;
	if (networks.length === 1) return found;
	const without = networks.map((_, k) => {
		const at = k === 0 ? 1 : 0;
		const others = covered.filter((_rows, other) => other !== k);
		return sharedRows(histories[at]!, others).filter(({ adopted }) => adopted).length;
	});
	const most = without.indexOf(Math.max(...without));
	return without[most] === events
		? found
		: `${found} “${networks[most]!.name}” costs most: without it there would be ${without[most]}.`;
}

/** Rows of one history that every set of keys covers. */
function sharedRows({ rows }: EventHistory, covered: readonly ReadonlySet<number>[]): EventHistoryRow[] {
	return rows.filter((row) => covered.every((keys) => keys.has(keyOf(row))));
}

/** One number for a unit and period; labels of periods, years or months, stay below a million. */
function keyOf({ unit, period }: { unit: number; period: number }): number {
	return unit * 1_000_000 + period;
}

/** Exposure where each group of bodies has a level of its own; `null` where it cannot be told from the groups. */
function exposureWithin(
	{ rows, withoutExposure }: EventHistory,
	time: TimeTerm,
	{ name, labels }: Stratum
): Estimate | null {
	// A group in which nobody adopted has a level that runs off to minus infinity, and says nothing of exposure.
	const busy = new Set(rows.flatMap(({ unit, adopted }) => (adopted ? [labels[unit] ?? ''] : [])));
	const used = rows.filter(({ unit }) => busy.has(labels[unit] ?? ''));
	const [, ...others] = [...busy].sort();
	const levels = others.map((level) => ({
		name: `${name} ${level}`,
		values: labels.map((label) => ((label ?? '') === level ? 1 : 0))
	}));
	try {
		const model = discreteTimeHazard({ rows: used, withoutExposure }, time, levels);
		const found = model.terms.find(({ term }) => term === 'exposure')!;
		return found.coefficient === null ? null : found;
	} catch (cause) {
		if (cause instanceof AnalysisError) return null;
		throw cause;
	}
}

/** Whether exposure goes with adopting sooner, beyond what chance allows. */
function isClear(exposure: Pick<Estimate, 'lower'> | null): boolean {
	return exposure?.lower != null && exposure.lower > 0;
}

/** Whether a network goes with adopting by the calendar alone, and better than the calendar does. */
export function holdsAlone({ exposure, aic }: NetworkEvidence, aicWithoutExposure: number): boolean {
	return isClear(exposure) && aic <= aicWithoutExposure - 2;
}

/** Whether it does so under every choice. */
export function holdsThroughout(evidence: NetworkEvidence, aicWithoutExposure: number): boolean {
	return (
		holdsAlone(evidence, aicWithoutExposure) && evidence.choices.every(({ exposure }) => isClear(exposure))
	);
}

function careful(evidence: readonly NetworkEvidence[], aicWithout: number): string {
	const alone = evidence.filter((network) => holdsAlone(network, aicWithout));
	if (alone.length === 0) {
		return 'Exposure through none of these networks is clearly tied to adopting; this does not show that nobody learnt from anybody.';
	}
	const added = alone[0]!.choices.map((choice) => choice.added);
	const holding = alone.filter((network) => holdsThroughout(network, aicWithout));
	const failing = alone.filter((network) => !holding.includes(network));
	const everyWay =
		added.length === 0 ? '' : `, by the calendar alone and with ${listOf(added, 'or')} added to it`;
	const held =
		holding.length === 0
			? `Through no network did exposed bodies adopt sooner under every choice${added.length === 0 ? '' : ` (the calendar alone; with ${listOf(added, 'or')} added)`}.`
			: `Bodies exposed through ${listOf(holding.map(({ name }) => name))} adopted sooner than others at risk${everyWay}.`;
	const failed = failing.map(
		({ name, exposure, choices }) =>
			`Through ${name} they did by the calendar alone (${pWords(exposure.p)}), but not with ${listOf(
				choices.filter((choice) => !isClear(choice.exposure)).map(failureWords),
				'nor with'
			)}.`
	);
	const close = evidence.filter(({ behindBest }) => behindBest < 2).map(({ name }) => name);
	const rivals =
		close.length > 1 ? `The networks ${listOf(close)} fit about equally well and cannot be told apart.` : '';
	return [held, ...failed, 'Likeness of connected bodies or a common cause could do the same.', rivals]
		.filter((sentence) => sentence !== '')
		.join(' ');
}

function failureWords({ added, exposure }: ChoiceEvidence): string {
	return `${added} added (${exposure === null ? 'no estimate' : pWords(exposure.p)})`;
}
