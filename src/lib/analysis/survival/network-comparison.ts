import { AnalysisError } from '../analysis-error.ts';
import { exposure } from '../diffusion/exposure.ts';
import type { Panel } from '../panel/panel.ts';
import type { Network } from '../sparse/sparse-matrix.ts';
import { separationSentence, type Estimate } from './estimate.ts';
import { discreteTimeHazard, eventHistory, type EventHistory, type TimeTerm } from './event-history.ts';

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
}

/** The same spread seen through several networks, on the same rows. */
export interface NetworkComparison {
	/** Unit-periods and adoptions that all models use (count). */
	n: number;
	events: number;
	/** Unit-periods at risk left out because some network has no contacts for the unit (count). */
	leftOut: number;
	/** AIC of the same rows without any exposure. */
	aicWithoutExposure: number;
	networks: NetworkEvidence[];
	/** What the evidence supports, carefully. */
	sentence: string;
}

/**
 * Fits the discrete-time hazard under each network in turn, on the unit-periods that every network covers,
 * so that the fits compare.
 *
 * @param time how the hazard changes with time: by default one level a period, so that a wave which reaches
 *   everyone at once does not make every network seem to matter
 * @throws {AnalysisError} if there is no network, no row is covered by all of them, or nobody adopts in those rows
 *
 * Source: Strang & Tuma (1993); Burnham & Anderson, Model Selection (2002) for differences in AIC.
 */
export function compareNetworks(
	panel: Panel,
	networks: readonly NamedNetwork[],
	time: TimeTerm = 'factor'
): NetworkComparison {
	if (networks.length === 0) throw new AnalysisError('there is no network to compare');
	const histories = networks.map(({ network }) => eventHistory(panel, exposure(panel, network)));
	const shared = sharedKeys(histories);
	const common = histories.map((history) => ({
		...history,
		rows: history.rows.filter((row) => shared.has(keyOf(row)))
	}));
	const models = common.map((history) => discreteTimeHazard(history, time));
	const best = Math.min(...models.map((model) => model.aic));
	const evidence = models.map((model, k) => ({
		name: networks[k]!.name,
		exposure: model.terms.find(({ term }) => term === 'exposure')!,
		loglik: model.loglik,
		aic: model.aic,
		behindBest: model.aic - best,
		caution: model.separated.includes('exposure') ? separationSentence(['exposure']) : null
	}));
	const { n, events } = models[0]!;
	const aicWithoutExposure = discreteTimeHazard(common[0]!, time, [], false).aic;
	return {
		n,
		events,
		leftOut: histories[0]!.rows.length + histories[0]!.withoutExposure - n,
		aicWithoutExposure,
		networks: evidence,
		sentence: careful(evidence, aicWithoutExposure)
	};
}

/** One number for a unit and period; labels of periods, years or months, stay below a million. */
function keyOf({ unit, period }: { unit: number; period: number }): number {
	return unit * 1_000_000 + period;
}

function sharedKeys(histories: readonly EventHistory[]): Set<number> {
	const [first, ...others] = histories.map((history) => new Set(history.rows.map(keyOf)));
	return new Set([...first!].filter((key) => others.every((keys) => keys.has(key))));
}

function careful(evidence: readonly NetworkEvidence[], aicWithout: number): string {
	const clear = evidence.filter(({ exposure: { lower } }) => lower !== null && lower > 0);
	const close = evidence.filter(({ behindBest }) => behindBest < 2).map(({ name }) => name);
	if (clear.length === 0 || clear.every(({ aic }) => aic > aicWithout - 2)) {
		return 'Exposure through none of these networks is clearly tied to adopting; this does not show that nobody learnt from anybody.';
	}
	const names = clear.map(({ name }) => name).join(', ');
	const rivals =
		close.length > 1
			? ` The networks ${close.join(', ')} fit about equally well and cannot be told apart.`
			: '';
	return `Bodies exposed through ${names} adopted sooner than others at risk. Likeness of connected bodies or a common cause could do the same.${rivals}`;
}
