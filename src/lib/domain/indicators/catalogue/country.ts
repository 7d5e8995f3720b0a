import type { Indicator } from '../indicator.ts';
import { CC_BY, ESTIMATES, explorer, OGL, UK_RURALITY } from './sources.ts';

/** How far apart people live, and what the land is used for. */
export const COUNTRY: readonly Indicator[] = [
	{
		column: 'density_2024',
		label: 'Residents per square kilometre',
		description: null,
		unit: 'per km²',
		theme: 'place',
		log: true,
		decimals: 0,
		period: '2024',
		vintage: 'Mid-2024',
		source: 'ONS mid-year population estimates; land area from ONS and mySociety',
		sourceUrl: ESTIMATES.sourceUrl,
		licence: `${OGL}; ${CC_BY}`,
		denominator: 'land area',
		aggregation: { how: 'mean', by: 'land' },
		comparison: {
			aspect: 'density',
			reason: 'Log scale: it runs from 9 to 17,000. Land area is residents over density.'
		}
	},
	{
		column: 'land_area_km2',
		label: 'Land area',
		description: 'From published residents and density; whole square kilometres where few people live.',
		unit: 'km²',
		theme: 'place',
		log: true,
		decimals: 0,
		period: '2024',
		vintage: '2024',
		source: 'ONS population density figures; mySociety local authority areas',
		sourceUrl: ESTIMATES.sourceUrl,
		licence: `${OGL}; ${CC_BY}`,
		denominator: null,
		aggregation: { how: 'sum' },
		comparison: { aspect: null, reason: 'It is residents over density.' }
	},
	{
		...UK_RURALITY,
		column: 'pct_pop_urban',
		label: 'Residents in towns and cities',
		description: 'Classes of small areas made to compare the four nations.',
		theme: 'place',
		log: false,
		decimals: 1,
		comparison: { aspect: 'settlement', reason: 'Classes of small areas, comparable between the nations.' }
	},
	{
		...UK_RURALITY,
		column: 'pct_pop_highly_rural',
		label: 'Residents in remote rural areas',
		description: 'Classes of small areas made to compare the four nations.',
		theme: 'place',
		log: false,
		decimals: 1,
		comparison: {
			aspect: 'settlement',
			reason: 'Remote country differs from villages near a town. It is 0 in many places, so no logarithm.'
		}
	},
	{
		...explorer('ONS UK Business Counts (copy at github.com/dfe-analytical-services/lsip_dashboard)'),
		column: 'pct_enterprises_agriculture',
		label: 'Enterprises in farming, forestry and fishing',
		description: 'A share of businesses, not of jobs.',
		unit: '% of enterprises',
		theme: 'place',
		log: true,
		decimals: 1,
		period: '2022',
		vintage: 'March 2022',
		sourceUrl: 'https://github.com/dfe-analytical-services/lsip_dashboard',
		denominator: 'enterprises registered for VAT or PAYE',
		aggregation: { how: 'mean', by: 'businesses_about_then' },
		comparison: {
			aspect: 'settlement',
			reason: 'The rural economy, for all four nations. Log scale, as it is skewed.'
		}
	},
	{
		...explorer('Department for Energy Security and Net Zero'),
		column: 'ghg_tco2e_per_head',
		label: 'Greenhouse gases a head',
		description: null,
		unit: 'tonnes CO₂e',
		theme: 'place',
		log: true,
		decimals: 1,
		period: '2023',
		vintage: '2023',
		denominator: 'residents',
		aggregation: { how: 'mean', by: 'residents_about_then' },
		comparison: { aspect: 'emissions', reason: 'Log scale, as one works can put a place far above the rest.' }
	}
];
