import { denominatorOf } from './denominators.ts';
import type { Aggregation } from './indicator.ts';

/** Figures of one council by column; null where one is not published. */
export type FigureOf = (column: string) => number | null;

/**
 * The figure of an area that is made up of whole councils.
 *
 * sum: Σ x_c; mean: Σ m_c x_c / Σ m_c, with m the denominator of council c. The mean of a share, rate or average
 * weighed by its own denominator is exact; `DENOMINATORS` says where another count stands in.
 *
 * @param column of the indicator
 * @param councils those that make up the area, each once
 * @returns in the indicator's unit; null where it cannot be had this way, where there are no councils, and where
 *   the figure or the weight of one of them is not published
 */
export function aggregate(
	{ column, aggregation }: { column: string; aggregation: Aggregation },
	councils: readonly FigureOf[]
): number | null {
	if (aggregation.how === 'none' || councils.length === 0) return null;
	let sum = 0;
	let weights = 0;
	for (const figureOf of councils) {
		const figure = figureOf(column);
		const weight = aggregation.how === 'sum' ? 1 : denominatorOf(aggregation.by, figureOf);
		if (figure === null || weight === null) return null;
		sum += weight * figure;
		weights += weight;
	}
	if (aggregation.how === 'sum') return sum;
	return weights > 0 ? sum / weights : null;
}
