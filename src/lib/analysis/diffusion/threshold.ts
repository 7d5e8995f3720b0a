import { NEVER, type Panel } from '../panel/panel.ts';
import type { PeriodTable } from './exposure.ts';

/**
 * Threshold: how exposed each unit was when it adopted.
 *
 * threshold_i = E_i at T_i - lag.
 *
 * @param table exposure of the same panel
 * @param lag 1 (default): exposure one period before adopting, so that units adopting together do
 *   not inflate each other's threshold; 0: in the period of adoption, as netdiffuseR does by default
 * @returns one value a unit, from 0 to 1; `null` for units that have not adopted, adopted *by* a date,
 *   had no contacts, or adopted before there was an earlier period to look at
 *
 * Source: Valente, Social network thresholds in the diffusion of innovations (Social Networks 1996).
 */
export function thresholds(panel: Panel, table: PeriodTable, lag: 0 | 1 = 1): (number | null)[] {
	return panel.ids.map((_, unit) => {
		const adopted = panel.adoptedAt[unit]!;
		if (adopted === NEVER || panel.startKnown[unit] === 0) return null;
		return table[unit]?.[adopted - lag] ?? null;
	});
}
