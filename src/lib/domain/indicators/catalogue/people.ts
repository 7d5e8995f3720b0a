import type { Indicator } from '../indicator.ts';
import { CENSUS_UK, ESTIMATES } from './sources.ts';

const AGES = {
	...CENSUS_UK,
	theme: 'people',
	unit: '% of residents',
	source: 'ONS, NISRA and National Records of Scotland censuses',
	sourceUrl: 'https://github.com/humaniverse/demographr',
	log: false,
	decimals: 1,
	description: null,
	denominator: 'residents',
	aggregation: { how: 'mean', by: 'census_residents' }
} as const;

const ESTIMATED = {
	...ESTIMATES,
	theme: 'people',
	period: '2024',
	vintage: 'Mid-2024',
	decimals: 1
} as const;

/** How many live there, of what age, and in what households. */
export const PEOPLE: readonly Indicator[] = [
	{
		...ESTIMATED,
		column: 'population_2024',
		label: 'Residents',
		description: null,
		unit: 'people',
		log: true,
		decimals: 0,
		denominator: null,
		aggregation: { how: 'sum' },
		comparison: {
			aspect: 'size',
			reason:
				'On a log scale, because twice the residents is the same step for a small council as for a large one.'
		}
	},
	{
		...ESTIMATED,
		column: 'pop_change_10y_pct',
		label: 'Change in residents over ten years',
		description: null,
		unit: '%',
		vintage: 'Mid-2014 to mid-2024',
		log: false,
		denominator: 'residents ten years earlier',
		aggregation: { how: 'mean', by: 'residents_2014' },
		comparison: { aspect: 'growth', reason: 'Ten years even out single years.' }
	},
	{
		...ESTIMATED,
		column: 'population_2014',
		label: 'Residents ten years earlier',
		description: 'Weighs councils when growth is worked out for a larger area.',
		unit: 'people',
		period: '2014',
		vintage: 'Mid-2014',
		log: true,
		decimals: 0,
		denominator: null,
		aggregation: { how: 'sum' },
		comparison: { aspect: null, reason: 'It is what growth starts from.' }
	},
	{
		...ESTIMATED,
		column: 'pct_age_0_15',
		label: 'Residents aged under 16',
		description: null,
		unit: '% of residents',
		log: false,
		denominator: 'residents',
		aggregation: { how: 'mean', by: 'residents' },
		comparison: { aspect: 'children', reason: 'Newer than the census, and for all four nations.' }
	},
	{
		...ESTIMATED,
		column: 'pct_age_65_plus',
		label: 'Residents aged 65 and over',
		description: null,
		unit: '% of residents',
		log: false,
		denominator: 'residents',
		aggregation: { how: 'mean', by: 'residents' },
		comparison: {
			aspect: 'older',
			reason: 'Newer than the census. Those aged 80 and over follow it closely.'
		}
	},
	{
		...ESTIMATED,
		column: 'median_age',
		label: 'Median age',
		description: null,
		unit: 'years',
		log: false,
		decimals: 0,
		denominator: 'residents',
		aggregation: { how: 'none', why: 'is a median, which does not follow from the medians of parts' },
		comparison: { aspect: null, reason: 'It repeats the shares of ages.' }
	},
	{
		...AGES,
		column: 'pct_age_0_4',
		label: 'Residents aged 0 to 4',
		comparison: { aspect: null, reason: 'It lies within the residents aged under 16, which are newer.' }
	},
	{
		...AGES,
		column: 'pct_age_5_15',
		label: 'Residents aged 5 to 15',
		comparison: { aspect: null, reason: 'It lies within the residents aged under 16, which are newer.' }
	},
	{
		...AGES,
		column: 'pct_age_16_24',
		label: 'Residents aged 16 to 24',
		description: 'Students are counted at their term-time address, in England and Wales in a lockdown year.',
		log: true,
		comparison: {
			aspect: 'young_adults',
			reason: 'On a log scale: a few university towns stand far above the rest. Students follow it closely.'
		}
	},
	{
		...AGES,
		column: 'pct_age_25_44',
		label: 'Residents aged 25 to 44',
		comparison: { aspect: null, reason: 'Nearly the mirror of the residents aged 65 and over.' }
	},
	{
		...AGES,
		column: 'pct_age_45_64',
		label: 'Residents aged 45 to 64',
		comparison: { aspect: null, reason: 'It is what the other ages leave of 100.' }
	},
	{
		...AGES,
		column: 'pct_age_65_79',
		label: 'Residents aged 65 to 79',
		comparison: { aspect: null, reason: 'It lies within the residents aged 65 and over, which are newer.' }
	},
	{
		...AGES,
		column: 'pct_age_80_plus',
		label: 'Residents aged 80 and over',
		comparison: { aspect: null, reason: 'It lies within the residents aged 65 and over.' }
	},
	{
		...CENSUS_UK,
		column: 'residents_per_household',
		label: 'Residents per household',
		description: 'Residents of halls, prisons and barracks are among them and push it up.',
		unit: 'residents',
		theme: 'people',
		log: true,
		decimals: 2,
		source: 'ONS, NISRA and National Records of Scotland censuses',
		sourceUrl: 'https://github.com/humaniverse/demographr',
		denominator: 'households',
		aggregation: { how: 'mean', by: 'households' },
		comparison: {
			aspect: 'households',
			reason: 'A stand-in: the share of people who live alone could not be had.'
		}
	},
	{
		...CENSUS_UK,
		column: 'households_census',
		label: 'Households',
		description: 'Occupied; the total of the table of tenure. Weighs councils in averages over homes.',
		unit: 'households',
		theme: 'people',
		log: true,
		decimals: 0,
		source: 'ONS, NISRA and National Records of Scotland censuses',
		sourceUrl: 'https://github.com/humaniverse/demographr',
		denominator: null,
		aggregation: { how: 'sum' },
		comparison: { aspect: null, reason: 'It repeats the number of residents.' }
	}
];
