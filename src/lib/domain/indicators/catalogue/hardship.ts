import type { Indicator } from '../indicator.ts';
import { explorer, UK_DEPRIVATION } from './sources.ts';

/** Who goes without. */
export const HARDSHIP: readonly Indicator[] = [
	{
		...UK_DEPRIVATION,
		column: 'uk_deprivation_score',
		label: 'Deprivation score across the UK',
		description: 'A higher score means more deprivation. Made to compare the four nations.',
		unit: 'points',
		theme: 'hardship',
		log: false,
		decimals: 1,
		comparison: {
			weight: 1,
			reason:
				'The one deprivation measure made to compare across the four nations; each nation’s own index compares only within it and is left out.'
		}
	},
	{
		...UK_DEPRIVATION,
		column: 'pct_pop_high_deprivation',
		label: 'Residents in the most deprived neighbourhoods',
		description: 'Neighbourhoods among the most deprived fifth of the United Kingdom.',
		unit: '% of residents',
		theme: 'hardship',
		log: false,
		decimals: 1,
		comparison: {
			weight: 0.5,
			reason:
				'Whether hardship is gathered or spread: two councils with one average can differ here. Half weight each for the two ends, as both are cut from the score above.'
		}
	},
	{
		...UK_DEPRIVATION,
		column: 'pct_pop_low_deprivation',
		label: 'Residents in the least deprived neighbourhoods',
		description: 'Neighbourhoods among the two least deprived fifths of the United Kingdom.',
		unit: '% of residents',
		theme: 'hardship',
		log: false,
		decimals: 1,
		comparison: {
			weight: 0.5,
			reason: 'The other end: a divided place has much of both. Half weight, as above.'
		}
	},
	{
		...explorer('ONS and Department for Work and Pensions, claimant count (Nomis)'),
		column: 'claimant_count_pct',
		label: 'Residents claiming out-of-work benefits',
		description: null,
		unit: '% of residents aged 16 to 64',
		theme: 'hardship',
		log: true,
		decimals: 1,
		period: '2025',
		vintage: '2025',
		denominator: 'residents aged 16 to 64',
		aggregation: { how: 'mean', by: 'working_age' },
		comparison: {
			weight: 1,
			reason:
				'Present hardship, a count and not a survey, for all four nations; used in place of modelled unemployment, which repeats it and has blanks. Log scale, as it is skewed.'
		}
	},
	{
		...explorer('Department for Work and Pensions'),
		column: 'child_poverty_bhc_pct',
		label: 'Children in low-income families',
		description: 'Relative low income before housing costs.',
		unit: '% of children',
		theme: 'hardship',
		log: false,
		decimals: 1,
		period: '2025',
		vintage: 'Year ending March 2025',
		denominator: 'residents aged under 16',
		aggregation: { how: 'mean', by: 'children' },
		comparison: {
			weight: 1,
			reason: 'Poverty in families, in and out of work, newer than the deprivation score and UK-wide.'
		}
	}
];
