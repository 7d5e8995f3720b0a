import { exposure } from '#lib/analysis/diffusion/exposure.ts';
import { NEVER, exists, type Panel } from '#lib/analysis/panel/panel.ts';
import type { ForecastNetwork } from './forecast-data.ts';
import type { Term } from './terms.ts';

/** Unit-periods at risk from the second period on, by period and then by unit. */
export interface RiskRows {
	count: number;
	unit: Int32Array;
	/** Period, counted from 0. */
	period: Int32Array;
	/** 1 where the unit adopted in the period. */
	outcome: Uint8Array;
	/**
	 * First period from which the row is no longer used: for a unit that adopted *by* a period nobody knows whether
	 * it was still at risk before, save for a fit that ends before that period. The number of periods for all others.
	 */
	usedBefore: Int32Array;
	/** `values[row * terms + k]`. */
	values: Float64Array;
	terms: number;
	/** First row of each period, and the number of rows behind the last. */
	firstOf: Int32Array;
	/** Units without contacts in a network, which count there as exposed to nobody (unit-periods, one a network). */
	withoutTies: number[];
}

/**
 * Lays a panel out for a hazard model, with exposure one period before. What a row holds is fixed by what happened
 * before its period; whether the unit adopted in it is the outcome.
 *
 * Source: Allison, Event History Analysis (1984); exposure as `exposure` of the analysis room.
 */
export function riskRows(
	panel: Panel,
	networks: readonly ForecastNetwork[],
	terms: readonly Term[]
): RiskRows {
	const length = panel.periods.length;
	const tables = networks.map(({ network }) => exposure(panel, network, { lag: 1 }));
	const withoutTies = networks.map(() => 0);
	const unit: number[] = [];
	const period: number[] = [];
	const outcome: number[] = [];
	const usedBefore: number[] = [];
	const firstOf = new Int32Array(length + 1);
	for (let t = 0; t < length; t += 1) {
		firstOf[t] = unit.length;
		for (let one = 0; t > 0 && one < panel.ids.length; one += 1) {
			const adopted = panel.adoptedAt[one]!;
			if (!exists(panel, one, t) || (adopted !== NEVER && adopted < t)) continue;
			const isKnown = adopted === NEVER || panel.startKnown[one] === 1;
			unit.push(one);
			period.push(t);
			outcome.push(isKnown && adopted === t ? 1 : 0);
			usedBefore.push(isKnown ? length : adopted);
		}
	}
	firstOf[length] = unit.length;
	const values = new Float64Array(unit.length * terms.length);
	unit.forEach((one, row) => {
		terms.forEach((term, k) => {
			values[row * terms.length + k] =
				term.values === null ? (tables[term.network!]![one]![period[row]!] ?? 0) : term.values[one]!;
		});
		tables.forEach((table, k) => {
			if (table[one]![period[row]!] === null) withoutTies[k]! += 1;
		});
	});
	return {
		count: unit.length,
		unit: Int32Array.from(unit),
		period: Int32Array.from(period),
		outcome: Uint8Array.from(outcome),
		usedBefore: Int32Array.from(usedBefore),
		values,
		terms: terms.length,
		firstOf,
		withoutTies
	};
}

/** Whether a row may teach a fit that knows what happened before the period `origin`, and nothing later. */
export function teaches(rows: RiskRows, row: number, origin: number): boolean {
	return rows.period[row]! < origin && rows.usedBefore[row]! >= origin;
}

/** Rows of a period whose outcome is known: what a prediction is held against. */
export function scoredRows(rows: RiskRows, period: number): number[] {
	const found: number[] = [];
	const length = rows.firstOf.length - 1;
	for (let row = rows.firstOf[period]!; row < rows.firstOf[period + 1]!; row += 1)
		if (rows.usedBefore[row]! >= length) found.push(row);
	return found;
}
