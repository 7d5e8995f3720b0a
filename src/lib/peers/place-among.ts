import { midRanks } from './mid-ranks.ts';
import type { FeatureTable } from './feature-table.ts';

/** Where areas stand in one indicator among all of their universe: for a small picture, not a ranking of worth. */
export interface IndicatorPlaces {
	column: string;
	/** Known figures in rising order, original units. */
	sorted: Float64Array;
	/** One share a row: 0 the lowest figure, 1 the highest, 0.5 the middle; null where it is missing or alone. */
	places: (number | null)[];
}

/**
 * Place of every area in every indicator: (mid-rank - 1) / (n - 1) over the n areas with a figure.
 *
 * Source: Conover, Practical Nonparametric Statistics (1999), section 5.1, for mid-ranks.
 */
export function indicatorPlaces(table: FeatureTable): IndicatorPlaces[] {
	const width = table.columns.length;
	return table.columns.map((column, at) => {
		const values = Float64Array.from(table.codes, (_, row) => table.values[row * width + at] ?? Number.NaN);
		const sorted = values.filter((value) => !Number.isNaN(value)).sort();
		const places = Array.from(midRanks(values), (rank) =>
			Number.isNaN(rank) || sorted.length < 2 ? null : (rank - 1) / (sorted.length - 1)
		);
		return { column, sorted, places };
	});
}
