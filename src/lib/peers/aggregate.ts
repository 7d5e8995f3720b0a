import { aggregate } from '#lib/domain/indicators/aggregate.ts';
import type { Indicator } from '#lib/domain/indicators/indicator.ts';
import { figure, featureTable, type FeatureTable } from './feature-table.ts';

/** Figures of larger areas made from those of their districts. */
export interface AggregatedTable {
	/** One row a parent; the columns that can be aggregated, in the order of the indicators. */
	table: FeatureTable;
	/** Indicators that cannot be had from districts, and why. */
	leftOut: { column: string; reason: string }[];
	/** Districts of each row of the table, by code. */
	districts: string[][];
}

/**
 * Figures for counties and combined authorities from the districts that lie in them, by the rule of each
 * indicator (see `aggregate`). A figure is missing when it or its weight is missing for any district.
 *
 * @param districts figures of districts, with the indicators and the columns that weigh them
 * @param parents code of the county or combined authority of each row; null where it has none
 * @param indicators what to aggregate
 */
export function aggregateDistricts(
	districts: FeatureTable,
	parents: readonly (string | null)[],
	indicators: readonly Pick<Indicator, 'column' | 'label' | 'aggregation'>[]
): AggregatedTable {
	const rowsOf = new Map<string, number[]>();
	parents.forEach((parent, row) => {
		if (parent !== null) rowsOf.set(parent, [...(rowsOf.get(parent) ?? []), row]);
	});
	const usable = indicators.filter(
		({ aggregation, column }) => aggregation.how !== 'none' && districts.columns.includes(column)
	);
	const at = new Map(districts.columns.map((column, index) => [column, index]));
	const figuresOf = (row: number) => (column: string) => figure(districts, row, at.get(column) ?? -1);
	const cells = [...rowsOf.values()].map((rows) => {
		const councils = rows.map(figuresOf);
		return usable.map((indicator) => aggregate(indicator, councils));
	});
	return {
		table: featureTable(
			[...rowsOf.keys()],
			usable.map(({ column }) => column),
			cells
		),
		leftOut: indicators
			.filter((indicator) => !usable.includes(indicator))
			.map(({ column, label, aggregation }) => ({
				column,
				reason:
					aggregation.how === 'none'
						? `${label} ${aggregation.why}.`
						: `${label} is not in the figures of the districts.`
			})),
		districts: [...rowsOf.values()].map((rows) => rows.map((row) => districts.codes[row] ?? ''))
	};
}
