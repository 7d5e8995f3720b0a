import type { Indicator } from '../indicator.ts';
import { CENSUS_HOUSEHOLDS, explorer, OGL } from './sources.ts';

/** Who owns, who rents, what it costs, and what the homes are like. */
export const HOMES: readonly Indicator[] = [
	{
		...CENSUS_HOUSEHOLDS,
		column: 'pct_hh_owner_occupied',
		label: 'Households that own their home',
		description: 'Outright, with a mortgage, or in shared ownership.',
		theme: 'homes',
		log: false,
		decimals: 1,
		comparison: { aspect: null, reason: 'It is what the two kinds of renting leave of 100.' }
	},
	{
		...CENSUS_HOUSEHOLDS,
		column: 'pct_hh_social_rented',
		label: 'Households in social housing',
		description: 'Renting from a council, the Housing Executive or a housing association.',
		theme: 'homes',
		log: true,
		decimals: 1,
		comparison: {
			aspect: 'social_housing',
			reason: 'On a log scale, as shares far from the middle are compared in proportion.'
		}
	},
	{
		...CENSUS_HOUSEHOLDS,
		column: 'pct_hh_private_rented',
		label: 'Households that rent privately',
		description: 'From a landlord, employer, relative or friend; living rent free is not counted.',
		theme: 'homes',
		log: true,
		decimals: 1,
		comparison: { aspect: 'private_renting', reason: 'Log scale as above.' }
	},
	{
		...CENSUS_HOUSEHOLDS,
		column: 'pct_hh_detached',
		label: 'Households in a detached home',
		description: null,
		theme: 'homes',
		log: false,
		decimals: 1,
		comparison: { aspect: 'form', reason: 'The one end: room around each home.' }
	},
	{
		...CENSUS_HOUSEHOLDS,
		column: 'pct_hh_flat',
		label: 'Households in a flat',
		description:
			'Purpose built, converted, shared or above a shop; high in Scotland, where tenements are common.',
		theme: 'homes',
		log: true,
		decimals: 1,
		comparison: {
			aspect: 'form',
			reason: 'The other end. Log scale, as inner London stands far above the rest.'
		}
	},
	{
		...CENSUS_HOUSEHOLDS,
		column: 'pct_hh_overcrowded',
		label: 'Households that are overcrowded',
		description: 'With fewer bedrooms than the bedroom standard asks. Great Britain only.',
		theme: 'homes',
		log: true,
		decimals: 1,
		source: 'ONS and National Records of Scotland censuses',
		comparison: {
			aspect: 'crowding',
			reason: 'Log scale, as it is skewed. Blank in Northern Ireland, which counts rooms.'
		}
	},
	{
		...explorer('ONS housing affordability'),
		column: 'house_price_to_earnings',
		label: 'House price as a multiple of yearly pay',
		description: 'England and Wales only.',
		unit: 'times',
		theme: 'homes',
		log: true,
		decimals: 1,
		period: '2025',
		vintage: '2025',
		denominator: 'median yearly pay',
		aggregation: { how: 'none', why: 'is a ratio of medians, which does not follow from those of parts' },
		comparison: {
			aspect: null,
			reason: 'It follows the price closely, and is published for England and Wales only.'
		}
	},
	{
		column: 'house_price_avg_gbp',
		label: 'Average house price',
		description: 'Geometric mean of the sales of one month, so noisy in small places.',
		unit: '£',
		theme: 'homes',
		log: true,
		decimals: 0,
		period: '2024',
		vintage: 'June 2024',
		source: 'UK House Price Index (copy at github.com/mbuchala2-dash/main)',
		sourceUrl: 'https://github.com/mbuchala2-dash/main',
		licence: OGL,
		denominator: 'sales',
		aggregation: {
			how: 'none',
			why: 'is an average over sales, whose number is not among the figures'
		},
		comparison: {
			aspect: 'prices',
			reason: 'For all four nations. Log scale, as money is compared in proportion.'
		}
	},
	{
		...explorer('ONS and Financial Conduct Authority, first-time buyers'),
		column: 'ftb_sales_per_1000_dwellings',
		label: 'Sales to first-time buyers',
		description: 'With a mortgage; lenders define them differently.',
		unit: 'per 1,000 dwellings',
		theme: 'homes',
		log: false,
		decimals: 1,
		period: '2024',
		vintage: '2024',
		denominator: 'dwellings',
		aggregation: { how: 'mean', by: 'dwellings' },
		comparison: { aspect: 'market', reason: 'Where people buy their first home.' }
	},
	{
		...explorer('MHCLG, Welsh Government and Northern Ireland Department of Finance'),
		column: 'net_additions_per_1000_dwellings',
		label: 'Homes added in a year',
		description:
			'Three national series that the publishers say are not directly comparable. Not published here for Scotland.',
		unit: 'per 1,000 dwellings',
		theme: 'homes',
		log: false,
		decimals: 0,
		period: '2025',
		vintage: 'April 2024 to March 2025',
		denominator: 'dwellings',
		aggregation: { how: 'mean', by: 'dwellings' },
		comparison: { aspect: 'market', reason: 'Where homes are built. Blank in Scotland.' }
	},
	{
		...explorer('Department for Energy Security and Net Zero'),
		column: 'electricity_kwh_median',
		label: 'Electricity use of a home',
		description: 'Median meter. High where there is no gas.',
		unit: 'kWh a year',
		theme: 'homes',
		log: true,
		decimals: 0,
		period: '2024',
		vintage: 'February 2024 to January 2025; Northern Ireland April 2024 to March 2025',
		denominator: 'domestic electricity meters',
		aggregation: { how: 'none', why: 'is a median, which does not follow from the medians of parts' },
		comparison: {
			aspect: 'energy',
			reason: 'High where there is no gas. Log scale, as the islands stand far above the rest.'
		}
	},
	{
		...explorer('Department for Energy Security and Net Zero'),
		column: 'gas_kwh_median',
		label: 'Gas use of a home',
		description: 'Median meter of homes that have gas, corrected for weather. Great Britain only.',
		unit: 'kWh a year',
		theme: 'homes',
		log: false,
		decimals: 0,
		period: '2024',
		vintage: 'May 2024 to May 2025',
		denominator: 'domestic gas meters',
		aggregation: { how: 'none', why: 'is a median, which does not follow from the medians of parts' },
		comparison: {
			aspect: null,
			reason: 'Only of homes that have gas, which is what the difference is about.'
		}
	}
];
