import type { Aggregation, DefaultIndicator } from './default-indicators.ts';
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

/** Column of the facts that weighs districts in each way of averaging. */
const RESIDENTS = 'population_2024';
const WEIGHT_COLUMNS = {
	'by residents': [RESIDENTS],
	'by residents 10 years ago': ['population_2014'],
	'by children': [RESIDENTS, 'pct_age_0_15'],
	'by land area': ['land_area_km2']
} as const;

/** Columns that `aggregateDistricts` needs beside the indicators, to weigh districts by. */
export const AGGREGATION_COLUMNS: readonly string[] = [...new Set(Object.values(WEIGHT_COLUMNS).flat())];

/**
 * Figures for counties and combined authorities from the districts that lie in them.
 *
 * sum: Σ x_d; average: Σ m_d x_d / Σ m_d, with m the residents, the residents ten years before, the children
 * (residents × share aged 0 to 15) or the land area of district d. Averages of rates per head, of density
 * by land and of growth by earlier residents are exact; a rate of people of working age weighed by all
 * residents is close, not exact. Medians, and ratios of medians, do not follow from districts and are left
 * out. A figure is missing when it or its weight is missing for any district.
 *
 * @param districts figures of districts, with the indicators and `AGGREGATION_COLUMNS`
 * @param parents code of the county or combined authority of each row; null where it has none
 * @param indicators what to aggregate
 */
export function aggregateDistricts(
	districts: FeatureTable,
	parents: readonly (string | null)[],
	indicators: readonly Pick<DefaultIndicator, 'column' | 'label' | 'aggregation'>[]
): AggregatedTable {
	const rowsOf = new Map<string, number[]>();
	parents.forEach((parent, row) => {
		if (parent !== null) rowsOf.set(parent, [...(rowsOf.get(parent) ?? []), row]);
	});
	const usable = indicators.filter(
		({ aggregation, column }) => aggregation !== 'none' && districts.columns.includes(column)
	);
	const cells = [...rowsOf.values()].map((rows) =>
		usable.map(({ column, aggregation }) => aggregated(districts, rows, column, aggregation))
	);
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
					aggregation === 'none'
						? `${label} is a median or a ratio of medians, which cannot be worked out from districts.`
						: `${label} is not in the figures of the districts.`
			})),
		districts: [...rowsOf.values()].map((rows) => rows.map((row) => districts.codes[row] ?? ''))
	};
}

function aggregated(
	table: FeatureTable,
	rows: number[],
	column: string,
	aggregation: Aggregation
): number | null {
	if (aggregation === 'none') return null;
	const at = table.columns.indexOf(column);
	let sum = 0;
	let weights = 0;
	for (const row of rows) {
		const value = figure(table, row, at);
		const weight = aggregation === 'sum' ? 1 : weightOf(table, row, aggregation);
		if (value === null || weight === null) return null;
		sum += weight * value;
		weights += weight;
	}
	if (aggregation === 'sum') return sum;
	return weights > 0 ? sum / weights : null;
}

function weightOf(table: FeatureTable, row: number, by: keyof typeof WEIGHT_COLUMNS): number | null {
	let weight = 1;
	for (const column of WEIGHT_COLUMNS[by]) {
		const value = figure(table, row, table.columns.indexOf(column));
		if (value === null) return null;
		weight *= value;
	}
	return weight;
}
