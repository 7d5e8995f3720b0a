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
		theme: 'need',
		log: false,
		decimals: 1,
		comparison: { aspect: 'deprivation', reason: 'The one measure made to compare across the four nations.' }
	},
	{
		...UK_DEPRIVATION,
		column: 'pct_pop_high_deprivation',
		label: 'Residents in the most deprived neighbourhoods',
		description: 'Neighbourhoods among the most deprived fifth of the United Kingdom.',
		unit: '% of residents',
		theme: 'need',
		log: false,
		decimals: 1,
		comparison: {
			aspect: 'deprivation',
			reason: 'Hardship that is gathered: two councils with one average can differ here.'
		}
	},
	{
		...UK_DEPRIVATION,
		column: 'pct_pop_low_deprivation',
		label: 'Residents in the least deprived neighbourhoods',
		description: 'Neighbourhoods among the two least deprived fifths of the United Kingdom.',
		unit: '% of residents',
		theme: 'need',
		log: false,
		decimals: 1,
		comparison: { aspect: 'deprivation', reason: 'The other end: a divided place has much of both.' }
	},
	{
		...explorer('ONS and Department for Work and Pensions, claimant count (Nomis)'),
		column: 'claimant_count_pct',
		label: 'Residents claiming out-of-work benefits',
		description: null,
		unit: '% of residents aged 16 to 64',
		theme: 'need',
		log: true,
		decimals: 1,
		period: '2025',
		vintage: '2025',
		denominator: 'residents aged 16 to 64',
		aggregation: { how: 'mean', by: 'working_age' },
		comparison: { aspect: 'out_of_work', reason: 'For all four nations. Log scale, as it is skewed.' }
	},
	{
		...explorer('Department for Work and Pensions'),
		column: 'child_poverty_bhc_pct',
		label: 'Children in low-income families',
		description: 'Relative low income before housing costs.',
		unit: '% of children',
		theme: 'need',
		log: false,
		decimals: 1,
		period: '2025',
		vintage: 'Year ending March 2025',
		denominator: 'residents aged under 16',
		aggregation: { how: 'mean', by: 'children' },
		comparison: {
			aspect: 'child_poverty',
			reason: 'Newer than the deprivation score, and for all four nations.'
		}
	}
];
