/** A count of each council that weighs it in an average over several. */
export interface Denominator {
	/** What is counted, as in "weighed by …". */
	label: string;
	/** Columns that multiply to a count, or to so many times it. */
	count: readonly string[];
	/** How many times the count they make, such as 1,000 for a rate per 1,000; once where it is left out. */
	times?: number;
	/** Shares of that count in per cent, multiplied in turn: the sum of some columns, or what they leave of 100. */
	shares: readonly ({ of: readonly string[] } | { without: readonly string[] })[];
	/** How near the average comes where the true denominator is not published; null where this is the true one. */
	standIn: string | null;
}

const CENSUS_RESIDENTS = ['households_census', 'residents_per_household'];

/** What figures are weighed by, from counts and shares that are among the figures themselves. */
export const DENOMINATORS = {
	residents: { label: 'residents in mid-2024', count: ['population_2024'], shares: [], standIn: null },
	residents_about_then: {
		label: 'residents in mid-2024',
		count: ['population_2024'],
		shares: [],
		standIn: 'residents of mid-2024 stand in for those of the figure’s own year'
	},
	residents_2014: {
		label: 'residents ten years earlier',
		count: ['population_2014'],
		shares: [],
		standIn: null
	},
	census_residents: { label: 'residents at the census', count: CENSUS_RESIDENTS, shares: [], standIn: null },
	census_residents_over_4: {
		label: 'residents aged 5 and over at the census',
		count: CENSUS_RESIDENTS,
		shares: [{ without: ['pct_age_0_4'] }],
		standIn: null
	},
	census_residents_over_0: {
		label: 'residents at the census',
		count: CENSUS_RESIDENTS,
		shares: [],
		standIn: 'all residents stand in for those aged 1 and over'
	},
	census_adults: {
		label: 'residents aged 16 and over at the census',
		count: CENSUS_RESIDENTS,
		shares: [{ without: ['pct_age_0_4', 'pct_age_5_15'] }],
		standIn: null
	},
	children: {
		label: 'residents aged under 16',
		count: ['population_2024'],
		shares: [{ of: ['pct_age_0_15'] }],
		standIn: null
	},
	working_age: {
		label: 'residents aged 16 to 64',
		count: ['population_2024'],
		shares: [{ without: ['pct_age_0_15', 'pct_age_65_plus'] }],
		standIn: null
	},
	adults: {
		label: 'residents aged 16 and over',
		count: ['population_2024'],
		shares: [{ without: ['pct_age_0_15'] }],
		standIn: 'those aged 16 and over stand in for the adults who were asked'
	},
	workforce: {
		label: 'people of working age in work',
		count: ['population_2024'],
		shares: [{ without: ['pct_age_0_15', 'pct_age_65_plus'] }, { of: ['employment_rate_pct'] }],
		standIn: 'people in work, by a survey’s rate, stand in for the workforce'
	},
	census_workers: {
		label: 'people in work',
		count: CENSUS_RESIDENTS,
		shares: [{ without: ['pct_age_0_4', 'pct_age_5_15', 'pct_age_65_79', 'pct_age_80_plus'] }],
		standIn: 'residents aged 16 to 64 at the census stand in for those in work'
	},
	census_travellers: {
		label: 'people who travel to work',
		count: CENSUS_RESIDENTS,
		shares: [
			{ without: ['pct_age_0_4', 'pct_age_5_15', 'pct_age_65_79', 'pct_age_80_plus'] },
			{ without: ['pct_work_from_home'] }
		],
		standIn:
			'residents aged 16 to 64 at the census who do not work at home stand in for those who travel to work'
	},
	school_leavers: {
		label: 'residents aged 16 to 24 at the census',
		count: CENSUS_RESIDENTS,
		shares: [{ of: ['pct_age_16_24'] }],
		standIn: 'residents aged 16 to 24 at the census stand in for those who turned 19'
	},
	households: { label: 'households at the census', count: ['households_census'], shares: [], standIn: null },
	dwellings: {
		label: 'households at the census',
		count: ['households_census'],
		shares: [],
		standIn: 'households at the census stand in for dwellings and premises'
	},
	land: { label: 'land area', count: ['land_area_km2'], shares: [], standIn: null },
	businesses: {
		label: 'active businesses',
		count: ['businesses_per_1000', 'population_2024'],
		times: 1000,
		shares: [],
		standIn: null
	},
	businesses_about_then: {
		label: 'active businesses in 2024',
		count: ['businesses_per_1000', 'population_2024'],
		times: 1000,
		shares: [],
		standIn: 'businesses of 2024 stand in for those of the figure’s own year'
	}
} as const satisfies Record<string, Denominator>;

export type DenominatorKey = keyof typeof DENOMINATORS;

/** Columns that some denominator is made from. */
export const DENOMINATOR_COLUMNS: readonly string[] = [
	...new Set(
		Object.values(DENOMINATORS).flatMap(({ count, shares }: Denominator) => [
			...count,
			...shares.flatMap((share) => ('of' in share ? share.of : share.without))
		])
	)
];

/**
 * The denominator of one council, in units of its count.
 *
 * @param figureOf the council's figure of a column; null where it is not published
 * @returns null where a figure that it is made from is not published
 */
export function denominatorOf(
	key: DenominatorKey,
	figureOf: (column: string) => number | null
): number | null {
	const { count, shares, times = 1 }: Denominator = DENOMINATORS[key];
	const sum = (columns: readonly string[]) =>
		columns.reduce((total: number | null, column) => {
			const figure = figureOf(column);
			return total === null || figure === null ? null : total + figure;
		}, 0);
	let product: number | null = 1 / times;
	for (const column of count) {
		const figure = figureOf(column);
		product = product === null || figure === null ? null : product * figure;
	}
	for (const share of shares) {
		const part = sum('of' in share ? share.of : share.without);
		if (product === null || part === null) return null;
		product *= ('of' in share ? part : 100 - part) / 100;
	}
	return product;
}
