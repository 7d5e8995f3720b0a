import type { CouncilFacts } from '#lib/peers/council-facts.ts';
import { figure } from '#lib/peers/feature-table.ts';

/** One indicator of a comparison group, for a small picture: everyone's figures and one's own. */
export interface IndicatorStrip {
	key: string;
	label: string;
	log: boolean;
	/** Known figures of the group in rising order. */
	all: number[];
	/** The asking council's own; null where it is not published. */
	own: number | null;
}

/**
 * The figures of a group, indicator by indicator.
 *
 * @param rows of the group in the facts
 * @param own row of the asking council
 */
export function indicatorStrips(
	{ table, indicators }: CouncilFacts,
	rows: readonly number[],
	own: number
): IndicatorStrip[] {
	return indicators.map(({ key, label, log, column }) => {
		const at = table.columns.indexOf(column);
		const all = rows.flatMap((row) => figure(table, row, at) ?? []).sort((a, b) => a - b);
		return { key, label, log, all, own: figure(table, own, at) };
	});
}
