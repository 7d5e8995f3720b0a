import type { Indicator } from '../indicator.ts';
import { accounts, CENSUS_2021, CENSUS_INDUSTRY, explorer } from './sources.ts';

const SURVEY = explorer('ONS Annual Population Survey');

/** What people do for a living, what it pays, and what they have to live on. */
export const WORK: readonly Indicator[] = [
	{
		...SURVEY,
		column: 'employment_rate_pct',
		label: 'People of working age in work',
		description: 'A survey, several points either way in one district. Great Britain only.',
		unit: '% of residents aged 16 to 64',
		theme: 'work',
		log: false,
		decimals: 1,
		period: '2023',
		vintage: '2023; two areas older',
		denominator: 'residents aged 16 to 64',
		aggregation: { how: 'mean', by: 'working_age' },
		comparison: { aspect: 'employment', reason: 'Great Britain only.' }
	},
	{
		...SURVEY,
		column: 'unemployment_modelled_pct',
		label: 'Unemployment, modelled',
		description: 'Great Britain only.',
		unit: '% of the workforce',
		theme: 'work',
		log: true,
		decimals: 1,
		period: '2023',
		vintage: '2023; two areas older',
		denominator: 'people aged 16 and over in work or seeking it',
		aggregation: { how: 'mean', by: 'workforce' },
		comparison: {
			aspect: null,
			reason: 'It repeats the share that claims benefits and is blank in Northern Ireland.'
		}
	},
	{
		...SURVEY,
		column: 'qual_level3plus_pct',
		label: 'Adults with A levels or equal and above',
		description: 'Qualifications at level 3 or above. Great Britain only.',
		unit: '% of residents aged 16 to 64',
		theme: 'work',
		log: false,
		decimals: 1,
		period: '2023',
		vintage: '2023; two areas older',
		denominator: 'residents aged 16 to 64',
		aggregation: { how: 'mean', by: 'working_age' },
		comparison: { aspect: 'skills', reason: 'Of adults, by survey. Great Britain only.' }
	},
	{
		...explorer('Department for Education'),
		column: 'gcse_eng_maths_by_19_pct',
		label: 'Young people with GCSEs in English and maths by 19',
		description: 'Or the equal of them. By the place of the school at 15, not of the home. England only.',
		unit: '% of the age group in state schools',
		theme: 'work',
		log: false,
		decimals: 1,
		period: '2025',
		vintage: 'Academic year 2024/25',
		denominator: 'young people who turned 19 and were taught in state schools',
		aggregation: { how: 'mean', by: 'school_leavers' },
		comparison: { aspect: 'skills', reason: 'Of those who will be adults, by count. England only.' }
	},
	{
		...explorer('ONS Annual Survey of Hours and Earnings'),
		column: 'median_weekly_pay_gbp',
		label: 'Median weekly pay',
		description: null,
		unit: '£ a week',
		theme: 'work',
		log: true,
		decimals: 0,
		period: '2025',
		vintage: 'April 2025; two areas older',
		denominator: 'employees',
		aggregation: { how: 'none', why: 'is a median, which does not follow from the medians of parts' },
		comparison: { aspect: 'pay', reason: 'On a log scale, as money is compared in proportion.' }
	},
	{
		...accounts('ONS gross disposable household income'),
		column: 'gdhi_per_head_gbp',
		label: 'Disposable household income a head',
		description: null,
		unit: '£ a year',
		theme: 'work',
		log: true,
		decimals: 0,
		period: '2023',
		vintage: '2023',
		denominator: 'residents',
		aggregation: { how: 'mean', by: 'residents_about_then' },
		comparison: { aspect: 'income', reason: 'Log scale: a few London boroughs are far above the rest.' }
	},
	{
		...accounts('ONS regional gross domestic product'),
		column: 'gdp_per_head_gbp',
		label: 'Economic output a head',
		description: 'Gross domestic product by place of work. The City of London stands far apart.',
		unit: '£ a year',
		theme: 'work',
		log: true,
		decimals: 0,
		period: '2023',
		vintage: '2023; 2022 for eleven areas',
		denominator: 'residents',
		aggregation: { how: 'mean', by: 'residents_about_then' },
		comparison: {
			aspect: 'output',
			reason:
				'Tells a place of work from a place where people sleep. Log scale: in the City of London it is two hundred times the usual.'
		}
	},
	{
		...explorer('ONS subregional productivity'),
		column: 'gva_per_hour_gbp',
		label: 'Output an hour worked',
		description: 'Gross value added by the jobs here, whoever holds them. One large employer can move it.',
		unit: '£ an hour',
		theme: 'work',
		log: true,
		decimals: 1,
		period: '2023',
		vintage: '2023',
		denominator: 'hours worked',
		aggregation: {
			how: 'none',
			why: 'is an average over hours worked, whose number is not among the figures'
		},
		comparison: {
			aspect: 'output',
			reason: 'Tells how productive the work is, however many come to do it. Log scale as above.'
		}
	},
	{
		...explorer('ONS business demography'),
		column: 'businesses_per_1000',
		label: 'Active businesses',
		description: 'By registered address: the City of London and Westminster stand far apart.',
		unit: 'per 1,000 residents',
		theme: 'work',
		log: true,
		decimals: 1,
		period: '2024',
		vintage: '2024',
		denominator: 'residents',
		aggregation: { how: 'mean', by: 'residents' },
		comparison: {
			aspect: 'enterprise',
			reason: 'On a log scale: registered addresses gather in the City of London and Westminster.'
		}
	},
	{
		...explorer('ONS business demography'),
		column: 'business_birth_rate_pct',
		label: 'New businesses in the year',
		description: 'Mass registrations at one address can inflate it.',
		unit: '% of active businesses',
		theme: 'work',
		log: true,
		decimals: 1,
		period: '2024',
		vintage: '2024',
		denominator: 'active businesses',
		aggregation: { how: 'mean', by: 'businesses' },
		comparison: {
			aspect: 'enterprise',
			reason: 'Tells young firms from old ones, which the number does not.'
		}
	},
	{
		...CENSUS_INDUSTRY,
		column: 'pct_emp_manufacturing',
		label: 'Workers in manufacturing',
		description: 'By where they live. England and Wales only.',
		theme: 'work',
		log: false,
		decimals: 1,
		comparison: { aspect: 'industry', reason: 'England and Wales only.' }
	},
	{
		...CENSUS_INDUSTRY,
		column: 'pct_emp_public_services',
		label: 'Workers in public services, education, health and care',
		description:
			'By industry, private schools and clinics included, and by where they live. England and Wales only.',
		theme: 'work',
		log: false,
		decimals: 1,
		comparison: { aspect: 'industry', reason: 'England and Wales only.' }
	},
	{
		...CENSUS_INDUSTRY,
		column: 'pct_emp_knowledge',
		label: 'Workers in information, finance and professional services',
		description: 'By where they live. England and Wales only.',
		theme: 'work',
		log: true,
		decimals: 1,
		comparison: {
			aspect: 'industry',
			reason: 'England and Wales only. Work at home in 2021 follows it closely.'
		}
	},
	{
		...CENSUS_INDUSTRY,
		column: 'pct_emp_agriculture',
		label: 'Workers in farming, forestry and fishing',
		description: 'By where they live. England and Wales only.',
		theme: 'work',
		log: false,
		decimals: 1,
		comparison: {
			aspect: null,
			reason: 'England and Wales only; enterprises in farming follow it closely, for all four nations.'
		}
	},
	{
		...CENSUS_2021,
		column: 'pct_work_from_home',
		label: 'Workers who work mainly at home',
		description: 'Taken in lockdown: it shows the kind of jobs, not today’s habits. England and Wales only.',
		unit: '% of workers',
		theme: 'work',
		log: false,
		decimals: 1,
		source: 'ONS Census 2021, table TS061 (copy at github.com/communitiesuk/data_science_for_policy)',
		sourceUrl: 'https://github.com/communitiesuk/data_science_for_policy',
		denominator: 'residents aged 16 and over in work',
		aggregation: { how: 'mean', by: 'census_workers' },
		comparison: {
			aspect: null,
			reason:
				'It follows the workers in information, finance and professional services, and was taken in lockdown.'
		}
	}
];
