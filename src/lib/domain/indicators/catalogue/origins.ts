import type { Indicator } from '../indicator.ts';
import { CENSUS_2021, CENSUS_UK } from './sources.ts';

const ETHNIC_GROUPS = {
	...CENSUS_UK,
	theme: 'people',
	unit: '% of residents',
	source: 'ONS, NISRA and National Records of Scotland censuses',
	sourceUrl: 'https://github.com/humaniverse/demographr',
	description: 'Detailed groups added up to five; the questions differ slightly between the nations.',
	decimals: 1,
	denominator: 'residents',
	aggregation: { how: 'mean', by: 'census_residents' }
} as const;

/** Where the residents come from, and who has just come. */
export const ORIGINS: readonly Indicator[] = [
	{
		...ETHNIC_GROUPS,
		column: 'pct_ethnic_white',
		label: 'White residents',
		log: false,
		comparison: { aspect: null, reason: 'It is 100 less the other groups.' }
	},
	{
		...ETHNIC_GROUPS,
		column: 'pct_ethnic_asian',
		label: 'Asian residents',
		log: true,
		comparison: {
			aspect: 'origins',
			reason:
				'On a log scale, because the step from 1% to 4% changes a service more than the step from 31% to 34%.'
		}
	},
	{
		...ETHNIC_GROUPS,
		column: 'pct_ethnic_black',
		label: 'Black residents',
		log: true,
		comparison: {
			aspect: 'origins',
			reason: 'Sets London and a few large cities apart from other diverse places. Log scale as above.'
		}
	},
	{
		...ETHNIC_GROUPS,
		column: 'pct_ethnic_mixed',
		label: 'Residents of mixed ethnic groups',
		log: true,
		comparison: { aspect: null, reason: 'It follows the Black share closely.' }
	},
	{
		...ETHNIC_GROUPS,
		column: 'pct_ethnic_other',
		label: 'Residents of other ethnic groups',
		log: true,
		comparison: { aspect: null, reason: 'A remainder whose meaning differs between the nations’ censuses.' }
	},
	{
		...CENSUS_2021,
		column: 'pct_born_outside_uk',
		label: 'Residents born outside the United Kingdom',
		description:
			'Not published here for Scotland. In Northern Ireland, residents born in the Republic of Ireland count as outside.',
		unit: '% of residents',
		theme: 'people',
		log: true,
		decimals: 1,
		source: 'ONS and NISRA censuses',
		sourceUrl: 'https://github.com/humaniverse/demographr',
		denominator: 'residents',
		aggregation: { how: 'mean', by: 'census_residents' },
		comparison: {
			aspect: 'origins',
			reason: 'Tells new arrivals, from Europe too, whom ethnic groups do not show. Blank in Scotland.'
		}
	},
	{
		...CENSUS_2021,
		column: 'pct_moved_within_year',
		label: 'Residents who moved within a year',
		description:
			'Their address a year before was elsewhere; people then at a student or boarding school address are not counted. England and Wales only, in a lockdown year.',
		unit: '% of residents aged 1 and over',
		theme: 'people',
		log: true,
		decimals: 1,
		source: 'ONS Census 2021, table TS019',
		sourceUrl: 'https://github.com/humaniverse/demographr',
		denominator: 'residents aged 1 and over',
		aggregation: { how: 'mean', by: 'census_residents_over_0' },
		comparison: { aspect: 'turnover', reason: 'England and Wales only.' }
	},
	{
		...CENSUS_2021,
		column: 'pct_students',
		label: 'Full-time students',
		description: 'Aged 16 and over, in work or not, sixth-formers among them. England and Wales only.',
		unit: '% of residents aged 16 and over',
		theme: 'people',
		log: true,
		decimals: 1,
		source: 'ONS Census 2021, table TS066 (copy at github.com/yazbap/MY472_final_assignment)',
		sourceUrl: 'https://github.com/yazbap/MY472_final_assignment',
		denominator: 'residents aged 16 and over',
		aggregation: { how: 'mean', by: 'census_adults' },
		comparison: {
			aspect: null,
			reason: 'It follows the residents aged 16 to 24, who are known for all four nations.'
		}
	}
];
