import type { Indicator } from '../indicator.ts';
import { CC_BY, CENSUS_2021, ESTIMATES, explorer, OGL, UK_RURALITY } from './sources.ts';

/** How far apart people live, how they are connected, and who comes to visit. */
export const PLACE: readonly Indicator[] = [
	{
		column: 'density_2024',
		label: 'Residents per square kilometre',
		description: null,
		unit: 'people per km²',
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
			weight: 1,
			reason:
				'How far help has to travel. Log scale: it runs from 9 to 17,000. Land area is residents over density, so it is left out.'
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
		comparison: { weight: null, reason: 'It is residents over density.' }
	},
	{
		...UK_RURALITY,
		column: 'pct_pop_urban',
		label: 'Residents in towns and cities',
		description: 'Classes of small areas made to compare the four nations.',
		theme: 'place',
		log: false,
		decimals: 1,
		comparison: {
			weight: 1,
			reason:
				'A wide district can hold one dense town: density and settlement are not the same. UK-wide classes, comparable between nations.'
		}
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
			weight: 1,
			reason:
				'Remote country differs from villages near a town. With the urban share it fixes the remaining rural share. It is 0 in many places, so no logarithm.'
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
		comparison: { weight: null, reason: 'It follows density closely.' }
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
		comparison: {
			weight: 0.5,
			reason:
				'Heavy industry, farming and through traffic mark a place. Half weight, because one works can decide it; log scale for the same reason.'
		}
	},
	{
		...explorer('Ofcom'),
		column: 'gigabit_pct',
		label: 'Premises that can have gigabit broadband',
		description: null,
		unit: '% of premises',
		theme: 'place',
		log: false,
		decimals: 1,
		period: '2026',
		vintage: 'January 2026',
		denominator: 'premises',
		aggregation: { how: 'mean', by: 'dwellings' },
		comparison: {
			weight: 0.5,
			reason: 'How far a place is connected. Half weight, because building changes it from year to year.'
		}
	},
	{
		...CENSUS_2021,
		column: 'pct_commute_car',
		label: 'Travel to work by car or van',
		description: 'Of those who travelled in lockdown, as driver or passenger. England and Wales only.',
		unit: '% of those who travel to work',
		theme: 'place',
		log: false,
		decimals: 1,
		source: 'ONS Census 2021, table TS061 (copy at github.com/communitiesuk/data_science_for_policy)',
		sourceUrl: 'https://github.com/communitiesuk/data_science_for_policy',
		denominator: 'residents in work who do not work mainly at home',
		aggregation: { how: 'mean', by: 'census_travellers' },
		comparison: { weight: null, reason: 'England and Wales only.' }
	},
	{
		...explorer('ONS access to services'),
		column: 'library_30min_walk_pct',
		label: 'Residents within a 30 minute walk of a library',
		description: 'Modelled; libraries that move are not counted. England and Wales only.',
		unit: '% of residents',
		theme: 'place',
		log: false,
		decimals: 0,
		period: '2024',
		vintage: 'May 2024',
		denominator: 'residents',
		aggregation: { how: 'mean', by: 'residents' },
		comparison: { weight: null, reason: 'Mostly density. England and Wales only.' }
	},
	{
		...explorer('ONS access to services'),
		column: 'rail_30min_walk_pct',
		label: 'Residents within a 30 minute walk of a railway station',
		description: 'Modelled; trams, metros and buses do not count. England and Wales only.',
		unit: '% of residents',
		theme: 'place',
		log: false,
		decimals: 0,
		period: '2024',
		vintage: 'June 2024',
		denominator: 'residents',
		aggregation: { how: 'mean', by: 'residents' },
		comparison: { weight: null, reason: 'England and Wales only.' }
	},
	{
		...explorer('Department for Transport; Zapmap'),
		column: 'ev_chargers_per_100k',
		label: 'Public chargers for electric vehicles',
		description: 'All speeds; by far the most stand in inner London.',
		unit: 'per 100,000 residents',
		theme: 'place',
		log: true,
		decimals: 0,
		period: '2026',
		vintage: 'April 2026',
		denominator: 'residents',
		aggregation: { how: 'mean', by: 'residents' },
		comparison: { weight: null, reason: 'What has been built so far, which changes from year to year.' }
	},
	{
		...explorer('ONS food outlets'),
		column: 'food_outlets_per_1000',
		label: 'Food and drink businesses',
		description: 'Head offices, not sites.',
		unit: 'per 1,000 residents',
		theme: 'place',
		log: true,
		decimals: 2,
		period: '2025',
		vintage: 'March 2025',
		denominator: 'residents',
		aggregation: { how: 'mean', by: 'residents_about_then' },
		comparison: { weight: null, reason: 'Head offices, not sites.' }
	},
	{
		...explorer('ONS short-term lets'),
		column: 'short_let_nights_per_resident',
		label: 'Guest nights in short-term lets',
		description: 'Booked through Airbnb, Booking.com or Expedia; hotels are not counted.',
		unit: 'a resident and year',
		theme: 'place',
		log: true,
		decimals: 2,
		period: '2025',
		vintage: 'January to December 2025',
		denominator: 'residents',
		aggregation: { how: 'mean', by: 'residents' },
		comparison: { weight: null, reason: 'Visitors.' }
	}
];
