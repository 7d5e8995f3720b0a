import { exists, isAtRisk, NEVER, type Panel } from '../panel/panel.ts';
import { adoptionSeries, type AdoptionSpan } from './adoption-series.ts';

/** One period of the adoption curve. */
export interface AdoptionPeriod {
	period: number;
	/** Bodies that existed in the period (count): the denominator of `share`. */
	existing: number;
	/** Bodies whose first period as an adopter this is (count); those adopted *by* a date are not among them. */
	adopting: number;
	/** Bodies that ended it, or closed while adopters, as this period began (count). */
	ending: number;
	/** Adopters in the period, q_t (count). Falls only where spells end. */
	adopters: number;
	/** q_t / existing, from 0 to 1; `null` when no body exists. */
	share: number | null;
	/** Growth (q_t - q_{t-1}) / q_{t-1}; `null` in the first period and after a period without adopters. */
	rate: number | null;
	/** Bodies that could still adopt as the period began (count). */
	atRisk: number;
	/** Discrete hazard, adopting / atRisk, from 0 to 1; `null` in the first period and when none is at risk. */
	hazard: number | null;
}

/**
 * Cumulative adoption, its growth and the hazard of adopting, period by period: the counts are those of
 * `adoptionSeries` over periods.
 *
 * share_t = q_t / n_t; rate_t = (q_t - q_{t-1}) / q_{t-1};
 * hazard_t = adopting_t / atRisk_t, where the risk set loses bodies that adopt, close or leave and
 * gains bodies that are founded. Without founding, closing and ending this is
 * (q_t - q_{t-1}) / (n - q_{t-1}).
 *
 * The first period has no hazard: its adopters may have adopted at any time before it ended.
 *
 * Source: netdiffuseR `cumulative_adopt_count`, `hazard_rate`; Allison, Event History Analysis (1984).
 */
export function adoptionCurve(panel: Panel): AdoptionPeriod[] {
	const steps = new Map(adoptionSeries(spansOf(panel)).map((step) => [step.day, step]));
	const curve: AdoptionPeriod[] = [];
	for (let t = 0; t < panel.periods.length; t++) {
		const step = steps.get(t);
		const before = curve[t - 1]?.adopters ?? 0;
		const counts = {
			...countPresent(panel, t),
			adopting: step === undefined ? 0 : step.begun - step.begunBy,
			ending: step?.ended ?? 0,
			adopters: step?.inPlace ?? before
		};
		curve.push({
			period: panel.periods[t]!,
			...counts,
			share: counts.existing === 0 ? null : counts.adopters / counts.existing,
			rate: before === 0 ? null : (counts.adopters - before) / before,
			hazard: t === 0 || counts.atRisk === 0 ? null : counts.adopting / counts.atRisk
		});
	}
	return curve;
}

/** When each unit was an adopter, in periods from 0; one that was in none has no span. */
function spansOf({
	ids,
	periods,
	adoptedAt,
	startKnown,
	stoppedAt,
	entersAt,
	leavesAt
}: Panel): AdoptionSpan[] {
	return ids.flatMap((_, unit) => {
		if (adoptedAt[unit] === NEVER) return [];
		const from = Math.max(adoptedAt[unit]!, entersAt[unit]!);
		const until = Math.min(stoppedAt[unit]!, leavesAt[unit]!);
		if (from >= until) return [];
		const endedOn = until < periods.length ? until : null;
		return [{ startedOn: from, isBy: startKnown[unit] === 0, endedOn }];
	});
}

function countPresent(panel: Panel, t: number): Pick<AdoptionPeriod, 'existing' | 'atRisk'> {
	const counts = { existing: 0, atRisk: 0 };
	for (let unit = 0; unit < panel.ids.length; unit++) {
		if (exists(panel, unit, t)) counts.existing++;
		if (isAtRisk(panel, unit, t)) counts.atRisk++;
	}
	return counts;
}
