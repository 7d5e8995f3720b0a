import type { Indicator } from '../indicator.ts';
import { CENSUS_2021, CENSUS_UK, explorer, WELLBEING } from './sources.ts';

/** How people are, by their own account and by the records. */
export const HEALTH: readonly Indicator[] = [
	{
		...CENSUS_UK,
		column: 'pct_disabled',
		label: 'Residents limited by a long-term condition',
		description:
			'Day-to-day activities limited a little or a lot, at all ages. The question differs between the nations: Scotland and Northern Ireland stand higher in part for that reason.',
		unit: '% of residents',
		theme: 'need',
		log: false,
		decimals: 1,
		source: 'ONS, NISRA and National Records of Scotland censuses',
		sourceUrl: 'https://github.com/humaniverse/demographr',
		denominator: 'residents',
		aggregation: { how: 'mean', by: 'census_residents' },
		comparison: {
			aspect: 'conditions',
			reason:
				'For all four nations, though the question differs. Bad health and unpaid care follow it closely.'
		}
	},
	{
		...CENSUS_2021,
		column: 'pct_bad_health',
		label: 'Residents in bad or very bad health',
		description:
			'By their own account, at all ages. Not published here for Scotland, nor for the four English councils made in 2023.',
		unit: '% of residents',
		theme: 'need',
		log: false,
		decimals: 1,
		source: 'ONS and NISRA censuses (copy at github.com/mbuchala2-dash/main)',
		sourceUrl: 'https://github.com/mbuchala2-dash/main',
		denominator: 'residents',
		aggregation: { how: 'mean', by: 'census_residents' },
		comparison: {
			aspect: null,
			reason:
				'It follows the residents limited by a condition, and is blank in Scotland and in four new councils.'
		}
	},
	{
		...CENSUS_2021,
		column: 'pct_unpaid_carers',
		label: 'Residents who give unpaid care',
		description:
			'Asked in the pandemic. Not published here for Scotland; the question in Northern Ireland gives higher shares.',
		unit: '% of residents aged 5 and over',
		theme: 'need',
		log: false,
		decimals: 1,
		source: 'ONS and NISRA censuses (copy at github.com/lrowleyabel/Census-2021)',
		sourceUrl: 'https://github.com/lrowleyabel/Census-2021',
		denominator: 'residents aged 5 and over',
		aggregation: { how: 'mean', by: 'census_residents_over_4' },
		comparison: {
			aspect: null,
			reason: 'It follows the residents limited by a condition, and is blank in Scotland.'
		}
	},
	{
		...explorer('ONS Annual Population Survey, cigarette smokers'),
		column: 'smokers_pct',
		label: 'Adults who smoke',
		description: 'A survey, about two points either way; five years averaged.',
		unit: '% of people aged 18 and over',
		theme: 'need',
		log: false,
		decimals: 1,
		period: '2024',
		vintage: '2020 to 2024',
		denominator: 'people aged 18 and over',
		aggregation: { how: 'mean', by: 'adults' },
		comparison: { aspect: 'risks', reason: 'Five years averaged, for all four nations.' }
	},
	{
		...explorer('Office for Health Improvement and Disparities'),
		column: 'adult_obesity_pct',
		label: 'Adults living with obesity',
		description: 'A survey, about four points either way. England only.',
		unit: '% of people aged 18 and over',
		theme: 'need',
		log: false,
		decimals: 1,
		period: '2025',
		vintage: 'November 2024 to November 2025',
		denominator: 'people aged 18 and over',
		aggregation: { how: 'mean', by: 'adults' },
		comparison: { aspect: 'risks', reason: 'England only.' }
	},
	{
		...explorer('Office for Health Improvement and Disparities'),
		column: 'cvd_preventable_per_100k',
		label: 'Deaths from heart disease and stroke that could be prevented',
		description: 'Under 75, standardised for age. England only.',
		unit: 'per 100,000 people under 75',
		theme: 'need',
		log: true,
		decimals: 1,
		period: '2024',
		vintage: '2022 to 2024',
		denominator: 'people under 75, standardised for age',
		aggregation: {
			how: 'none',
			why: 'is a rate standardised for age, which does not follow from the rates of parts'
		},
		comparison: {
			aspect: 'early_death',
			reason: 'England only. On a log scale, as rates are compared in proportion.'
		}
	},
	{
		...WELLBEING,
		column: 'life_satisfaction',
		label: 'Satisfaction with life',
		description: 'A survey, about 0.3 either way, which is more than most areas differ by.',
		theme: 'need',
		log: false,
		comparison: {
			aspect: 'wellbeing',
			reason: 'It stands for the feeling of worth and happiness too, which follow it.'
		}
	},
	{
		...WELLBEING,
		column: 'worthwhile',
		label: 'Feeling that what one does is worthwhile',
		description: 'A survey, about 0.3 either way, which is more than most areas differ by.',
		theme: 'need',
		log: false,
		comparison: { aspect: null, reason: 'It follows satisfaction with life.' }
	},
	{
		...WELLBEING,
		column: 'happiness',
		label: 'Happiness yesterday',
		description: 'A survey, about 0.3 either way, which is more than most areas differ by.',
		theme: 'need',
		log: false,
		comparison: { aspect: null, reason: 'It follows satisfaction with life.' }
	},
	{
		...WELLBEING,
		column: 'anxiety',
		label: 'Anxiety yesterday',
		description: 'Higher is worse. A survey, about 0.5 either way, which is more than areas differ by.',
		theme: 'need',
		log: false,
		comparison: { aspect: 'wellbeing', reason: 'The one of the four that does not follow satisfaction.' }
	}
];
