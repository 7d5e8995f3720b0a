import type { PeriodTable } from '../diffusion/exposure.ts';
import { adoptsIn, isAtRisk, type Panel } from '../panel/panel.ts';
import { logit, type LogitModel } from './logit.ts';
import type { Covariate } from './cox.ts';

/** One unit in one period in which it could adopt. */
export interface EventHistoryRow {
	unit: number;
	/** Label of the period. */
	period: number;
	/** Exposure one period before. */
	exposure: number;
	/** Whether the unit adopted in the period. */
	adopted: boolean;
}

/** Unit-periods at risk, and what was left out. */
export interface EventHistory {
	rows: EventHistoryRow[];
	/** Unit-periods at risk left out because the unit had no contacts, or did not exist, one period before (count). */
	withoutExposure: number;
}

/** What to do with a unit that has no contacts: leave its rows out (default), or count it as exposure 0. */
export type WithoutTies = 'leave out' | 'zero';

/**
 * Lays adoption out as unit-periods at risk: from the second period on, each unit until it adopts, closes
 * or leaves. Units that adopted *by* a date are left out; units without contacts are left out or counted
 * as exposure 0, as netdiffuseR does.
 *
 * @param table exposure without lag, of the same panel
 *
 * Source: Allison, Event History Analysis (1984); Jenkins (1995); netdiffuseR `diffreg`.
 */
export function eventHistory(
	panel: Panel,
	table: PeriodTable,
	withoutTies: WithoutTies = 'leave out'
): EventHistory {
	const rows: EventHistoryRow[] = [];
	let left = 0;
	for (let unit = 0; unit < panel.ids.length; unit++) {
		for (let t = 1; t < panel.periods.length; t++) {
			if (!isAtRisk(panel, unit, t)) continue;
			const exposure = table[unit]?.[t - 1] ?? (withoutTies === 'zero' ? 0 : null);
			if (exposure === null) left++;
			else rows.push({ unit, period: panel.periods[t]!, exposure, adopted: adoptsIn(panel, unit, t) });
		}
	}
	return { rows, withoutExposure: left };
}

/** How the hazard changes with time: a straight line, one level a period, or not at all. */
export type TimeTerm = 'linear' | 'factor' | 'none';

/**
 * Discrete-time hazard of adopting as a logit of exposure and time.
 *
 * logit P(adopts in t | not before) = α(t) + γ E_{i,t-1} + β'x_i.
 *
 * @param time `factor` has one term a period after the first at risk; periods without adopters are separated,
 *   which the model says
 * @param covariates one value a unit of the panel
 * @param withExposure false: the same rows without exposure, to compare with
 * @throws {AnalysisError} if nobody, or everybody at risk, adopts, or a term cannot be told from others
 *
 * Source: Allison (1984); Jenkins (1995); Marsden & Podolny (1990) for exposure.
 */
export function discreteTimeHazard(
	{ rows }: EventHistory,
	time: TimeTerm = 'linear',
	covariates: readonly Covariate[] = [],
	withExposure = true
): LogitModel {
	const periods = [...new Set(rows.map((row) => row.period))].sort((a, b) => a - b);
	const terms: Covariate[] = withExposure
		? [{ name: 'exposure', values: rows.map((row) => row.exposure) }]
		: [];
	if (time === 'linear') terms.push({ name: 'per', values: rows.map((row) => row.period) });
	if (time === 'factor') {
		for (const period of periods.slice(1)) {
			terms.push({
				name: `factor(per)${period}`,
				values: rows.map((row) => (row.period === period ? 1 : 0))
			});
		}
	}
	for (const { name, values } of covariates)
		terms.push({ name, values: rows.map((row) => values[row.unit]!) });
	return logit(
		rows.map((row) => row.adopted),
		terms
	);
}
