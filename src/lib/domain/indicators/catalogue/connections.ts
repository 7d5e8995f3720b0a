import type { Indicator } from '../indicator.ts';
import { CENSUS_2021, explorer } from './sources.ts';

/** How people get about, what reaches them, and who comes to visit. */
export const CONNECTIONS: readonly Indicator[] = [
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
		comparison: { aspect: 'infrastructure', reason: 'Premises that can have it, whoever does.' }
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
		comparison: { aspect: 'travel', reason: 'Of those who travelled in lockdown. England and Wales only.' }
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
		comparison: { aspect: 'access', reason: 'England and Wales only.' }
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
		comparison: { aspect: 'access', reason: 'England and Wales only.' }
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
		comparison: { aspect: 'infrastructure', reason: 'Log scale, as inner London stands far above the rest.' }
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
		comparison: {
			aspect: 'visitors',
			reason: 'Log scale, as city centres and islands stand far above the rest.'
		}
	},
	{
		...explorer('ONS short-term lets'),
		column: 'short_let_nights_per_resident',
		label: 'Guest nights in short-term lets',
		description: 'In a year, booked through Airbnb, Booking.com or Expedia; hotels are not counted.',
		unit: 'nights a resident',
		theme: 'place',
		log: true,
		decimals: 2,
		period: '2025',
		vintage: 'January to December 2025',
		denominator: 'residents',
		aggregation: { how: 'mean', by: 'residents' },
		comparison: { aspect: 'visitors', reason: 'Log scale, as it is skewed; hotels are not counted.' }
	}
];
