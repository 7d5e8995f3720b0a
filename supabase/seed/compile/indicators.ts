import type { Inputs } from './inputs.ts';
import type { Table } from './table.ts';

interface Indicator {
	/** Column of the input; its slug here has hyphens. */
	column: string;
	label: string;
	description?: string;
	unit: string;
	theme: string;
	transform?: 'log';
	decimals?: number;
	/** Period the values describe. */
	period: string;
	vintage: string;
	source: string;
	source_url: string;
	licence: string;
}

const EXPLORER = 'https://github.com/ONSdigital/explore-local-statistics-app';
const EXPLORER_DATA = 'https://github.com/ONSdigital/explore-local-statistics-data';
const OGL = 'Open Government Licence v3.0';
const CC_BY = 'CC BY 4.0';

const ESTIMATES = { source: 'ONS mid-year population estimates', source_url: EXPLORER, licence: OGL };
const CENSUS = {
	unit: '% of residents',
	theme: 'Ethnic group',
	period: '2021',
	vintage: 'Census 2021; Scotland 2022',
	source: 'ONS, NISRA and National Records of Scotland censuses',
	source_url: 'https://github.com/humaniverse/demographr',
	licence: OGL,
	description: 'Detailed groups added up to five; the questions differ slightly between the nations.'
};
const DEPRIVATION = {
	theme: 'Deprivation',
	period: '2019',
	vintage: 'England 2019, Scotland 2020, Wales 2019, Northern Ireland 2017',
	source: 'mySociety, composite UK index of multiple deprivation',
	source_url: 'https://github.com/mysociety/composite_uk_imd',
	licence: CC_BY
};
const RURALITY = {
	unit: '% of residents',
	theme: 'Town and country',
	period: '2011',
	vintage: 'Rural-urban classification 2011, Scotland 2016, Northern Ireland 2015',
	source: 'mySociety, UK rural-urban classification',
	source_url: 'https://github.com/mysociety/uk_ruc',
	licence: CC_BY
};
const LABOUR = { theme: 'Work and pay', source_url: EXPLORER_DATA, licence: OGL };

/** The indicators in the order in which a reader meets them: UK-wide first within each theme. */
const INDICATORS: readonly Indicator[] = [
	{ column: 'population_2024', label: 'Residents', unit: 'people', theme: 'Population', transform: 'log', decimals: 0, period: '2024', vintage: 'Mid-2024', ...ESTIMATES },
	{ column: 'pop_change_10y_pct', label: 'Change in residents over ten years', unit: '%', theme: 'Population', period: '2024', vintage: 'Mid-2014 to mid-2024', ...ESTIMATES },
	{ column: 'population_2014', label: 'Residents ten years earlier', unit: 'people', theme: 'Population', transform: 'log', decimals: 0, period: '2014', vintage: 'Mid-2014', ...ESTIMATES, description: 'Weighs districts when growth is worked out for a county or combined authority.' },
	{ column: 'land_area_km2', label: 'Land area', unit: 'km²', theme: 'Population', transform: 'log', decimals: 0, period: '2024', vintage: '2024', source: 'ONS population density figures; mySociety local authority areas', source_url: EXPLORER, licence: `${OGL}; ${CC_BY}`, description: 'Derived from published population and density; whole square kilometres where few people live.' },
	{ column: 'density_2024', label: 'Residents per square kilometre', unit: 'people per km²', theme: 'Population', transform: 'log', decimals: 0, period: '2024', vintage: 'Mid-2024', source: 'ONS mid-year population estimates; land area from ONS and mySociety', source_url: EXPLORER, licence: `${OGL}; ${CC_BY}` },
	{ column: 'pct_age_0_15', label: 'Residents aged under 16', unit: '% of residents', theme: 'Age', period: '2024', vintage: 'Mid-2024', ...ESTIMATES },
	{ column: 'pct_age_65_plus', label: 'Residents aged 65 and over', unit: '% of residents', theme: 'Age', period: '2024', vintage: 'Mid-2024', ...ESTIMATES },
	{ column: 'median_age', label: 'Median age', unit: 'years', theme: 'Age', decimals: 0, period: '2024', vintage: 'Mid-2024', ...ESTIMATES },
	{ column: 'pct_ethnic_white', label: 'White residents', ...CENSUS },
	{ column: 'pct_ethnic_asian', label: 'Asian residents', ...CENSUS },
	{ column: 'pct_ethnic_black', label: 'Black residents', ...CENSUS },
	{ column: 'pct_ethnic_mixed', label: 'Residents of mixed ethnic groups', ...CENSUS },
	{ column: 'pct_ethnic_other', label: 'Residents of other ethnic groups', ...CENSUS },
	{ column: 'uk_deprivation_score', label: 'Deprivation score across the UK', unit: 'score', description: 'A higher score means more deprivation. Comparable across the four nations.', ...DEPRIVATION },
	{ column: 'pct_pop_high_deprivation', label: 'Residents in highly deprived neighbourhoods', unit: '% of residents', ...DEPRIVATION },
	{ column: 'pct_pop_low_deprivation', label: 'Residents in the least deprived neighbourhoods', unit: '% of residents', ...DEPRIVATION },
	{ column: 'child_poverty_bhc_pct', label: 'Children in relative low-income families', unit: '% of children', theme: 'Deprivation', period: '2025', vintage: 'Year ending March 2025', source: 'Department for Work and Pensions', source_url: EXPLORER_DATA, licence: OGL, description: 'Before housing costs.' },
	{ column: 'pct_pop_urban', label: 'Residents in urban neighbourhoods', ...RURALITY },
	{ column: 'pct_pop_highly_rural', label: 'Residents in highly rural neighbourhoods', ...RURALITY },
	{ column: 'claimant_count_pct', label: 'Residents claiming out-of-work benefits', unit: '% of residents aged 16 to 64', period: '2025', vintage: '2025', source: 'ONS and Department for Work and Pensions, claimant count (Nomis)', ...LABOUR },
	{ column: 'median_weekly_pay_gbp', label: 'Median weekly pay', unit: '£ a week', decimals: 0, period: '2025', vintage: 'April 2025; two areas older', source: 'ONS Annual Survey of Hours and Earnings', ...LABOUR },
	{ column: 'employment_rate_pct', label: 'Employment rate', unit: '% of residents aged 16 to 64', period: '2023', vintage: '2023; two areas older', source: 'ONS Annual Population Survey', ...LABOUR, description: 'Great Britain only.' },
	{ column: 'unemployment_modelled_pct', label: 'Unemployment, modelled', unit: '% of the workforce', period: '2023', vintage: '2023; two areas older', source: 'ONS Annual Population Survey', ...LABOUR, description: 'Great Britain only.' },
	{ column: 'qual_level3plus_pct', label: 'Adults with A levels or equal and above', unit: '% of adults', theme: 'Education', period: '2023', vintage: '2023; two areas older', source: 'ONS Annual Population Survey', source_url: EXPLORER_DATA, licence: OGL, description: 'Qualifications at level 3 or above. Great Britain only.' },
	{ column: 'gdhi_per_head_gbp', label: 'Disposable household income per resident', unit: '£ a year', theme: 'Income and output', transform: 'log', decimals: 0, period: '2023', vintage: '2023', source: 'ONS gross disposable household income', source_url: EXPLORER, licence: OGL },
	{ column: 'gdp_per_head_gbp', label: 'Economic output per resident', unit: '£ a year', theme: 'Income and output', transform: 'log', decimals: 0, period: '2023', vintage: '2023; 2022 for eleven areas', source: 'ONS regional gross domestic product', source_url: EXPLORER, licence: OGL, description: 'Gross domestic product per head. The City of London stands far apart.' },
	{ column: 'house_price_to_earnings', label: 'House price as a multiple of yearly earnings', unit: 'years of earnings', theme: 'Homes', decimals: 1, period: '2025', vintage: '2025', source: 'ONS housing affordability', source_url: EXPLORER_DATA, licence: OGL, description: 'England and Wales only.' },
	{ column: 'gigabit_pct', label: 'Premises with gigabit broadband', unit: '% of premises', theme: 'Connection and climate', period: '2026', vintage: 'January 2026', source: 'Ofcom', source_url: EXPLORER_DATA, licence: OGL },
	{ column: 'ghg_tco2e_per_head', label: 'Greenhouse gases per resident', unit: 'tonnes CO₂e', theme: 'Connection and climate', transform: 'log', period: '2023', vintage: '2023', source: 'Department for Energy Security and Net Zero', source_url: EXPLORER_DATA, licence: OGL }
];

/** What the indicators are, and their values with one column per indicator. */
export function indicatorTables({ authorities }: Inputs): Table[] {
	const slug = ({ column }: Indicator) => column.replaceAll('_', '-');
	return [
		{
			name: 'indicators',
			columns: [
				'slug', 'label', 'description', 'unit', 'theme', 'transform', 'decimals', 'position', 'period', 'vintage',
				'source', 'source_url', 'licence'
			],
			rows: INDICATORS.map((indicator, index) => ({
				slug: slug(indicator),
				label: indicator.label,
				description: indicator.description ?? null,
				unit: indicator.unit,
				theme: indicator.theme,
				transform: indicator.transform ?? 'none',
				decimals: indicator.decimals ?? 1,
				position: index + 1,
				period: indicator.period,
				vintage: indicator.vintage,
				source: indicator.source,
				source_url: indicator.source_url,
				licence: indicator.licence
			}))
		},
		{
			name: 'indicator_values',
			columns: ['area_code', ...INDICATORS.map(slug)],
			rows: authorities.map((row) => ({
				area_code: row['gss_code'] ?? null,
				...Object.fromEntries(
					INDICATORS.map((indicator) => [slug(indicator), row[indicator.column] || null] as const)
				)
			}))
		}
	];
}
