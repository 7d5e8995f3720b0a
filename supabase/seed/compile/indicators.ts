import { INDICATORS } from '../../../src/lib/domain/indicators/catalogue.ts';
import { indicatorKey, THEME_WORDS } from '../../../src/lib/domain/indicators/indicator.ts';
import type { Inputs } from './inputs.ts';
import type { Table } from './table.ts';

/** What the indicators are, and their values with one column per indicator. */
export function indicatorTables({ authorities }: Inputs): Table[] {
	const unknown = INDICATORS.find(({ column }) => authorities.some((row) => row[column] === undefined));
	if (unknown !== undefined) throw new Error(`the figures have no column ${unknown.column}`);
	return [
		{
			name: 'indicators',
			columns: [
				'slug', 'label', 'description', 'unit', 'theme', 'transform', 'decimals', 'position', 'period', 'vintage',
				'source', 'source_url', 'licence', 'denominator', 'aggregation'
			],
			rows: INDICATORS.map((indicator, index) => ({
				slug: indicatorKey(indicator.column),
				label: indicator.label,
				description: indicator.description,
				unit: indicator.unit,
				theme: THEME_WORDS[indicator.theme],
				transform: indicator.log ? 'log' : 'none',
				decimals: indicator.decimals,
				position: index + 1,
				period: indicator.period,
				vintage: indicator.vintage,
				source: indicator.source,
				source_url: indicator.sourceUrl,
				licence: indicator.licence,
				denominator: indicator.denominator,
				aggregation: indicator.aggregation.how
			}))
		},
		{
			name: 'indicator_values',
			columns: ['area_code', ...INDICATORS.map(({ column }) => indicatorKey(column))],
			rows: authorities.map((row) => ({
				area_code: row['gss_code'] ?? null,
				...Object.fromEntries(
					INDICATORS.map(({ column }) => [indicatorKey(column), row[column] || null] as const)
				)
			}))
		}
	];
}
