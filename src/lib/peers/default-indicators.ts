export const PEER_THEMES = ['people', 'economy', 'place', 'deprivation'] as const;
export type PeerTheme = (typeof PEER_THEMES)[number];

/** How a figure is written: the words stand after the number, a pound sign before it. */
export type IndicatorUnit =
	'people' | '%' | '£' | '£ a week' | 'people per km²' | 'times' | 'tonnes' | 'score';

/**
 * How a figure of a county or combined authority follows from its districts: added up, averaged with
 * the weight named, or not at all.
 */
export type Aggregation =
	'sum' | 'by residents' | 'by residents 10 years ago' | 'by children' | 'by land area' | 'none';

/** An indicator of the default comparison, with the argument for it. */
export interface DefaultIndicator {
	/** Key of the column in the compiled facts. */
	column: string;
	label: string;
	unit: IndicatorUnit;
	theme: PeerTheme;
	/** Compared on the scale of its logarithm. */
	log: boolean;
	/** Weight within the theme, 0.5 or 1; themes are then made equal. */
	weight: number;
	aggregation: Aggregation;
	/** Why it is in, why so transformed and weighted, and where it is blank. */
	reason: string;
}

/**
 * The indicators that councils are compared by unless a person chooses others. Chosen by argument, not
 * by trial against any list: each tells something about demand, means or setting that the others do not;
 * it is published for the whole of the United Kingdom or its blanks are named; it describes the
 * place and not how well the council does. Themes weigh the same whatever number of columns they have.
 */
export const DEFAULT_INDICATORS: readonly DefaultIndicator[] = [
	{
		column: 'population_2024',
		label: 'Residents',
		unit: 'people',
		theme: 'people',
		log: true,
		weight: 0.5,
		aggregation: 'sum',
		reason:
			'How large an operation the council runs. On a log scale, because twice the residents is the same step for a small council as for a large one; half weight, because size says little about the lives of residents.'
	},
	{
		column: 'pop_change_10y_pct',
		label: 'Change in residents over ten years',
		unit: '%',
		theme: 'people',
		log: false,
		weight: 0.5,
		aggregation: 'by residents 10 years ago',
		reason:
			'Growing and shrinking places plan for different things. Half weight, because a few new estates can move it.'
	},
	{
		column: 'pct_age_0_15',
		label: 'Residents aged 0 to 15',
		unit: '%',
		theme: 'people',
		log: false,
		weight: 1,
		aggregation: 'by residents',
		reason:
			'Drives schools, children’s services and family support. With the share aged 65 and over it fixes the share of working age, so that share and the median age are left out.'
	},
	{
		column: 'pct_age_65_plus',
		label: 'Residents aged 65 and over',
		unit: '%',
		theme: 'people',
		log: false,
		weight: 1,
		aggregation: 'by residents',
		reason: 'Drives adult social care, the largest cost of most councils that provide it.'
	},
	{
		column: 'pct_ethnic_asian',
		label: 'Residents who are Asian',
		unit: '%',
		theme: 'people',
		log: true,
		weight: 1,
		aggregation: 'by residents',
		reason:
			'Languages, faiths and family patterns shape how help is given. On a log scale, because the step from 1% to 4% changes a service more than the step from 31% to 34%. Ethnic shares add up to 100, so the white share would repeat what this and the next say.'
	},
	{
		column: 'pct_ethnic_black',
		label: 'Residents who are Black',
		unit: '%',
		theme: 'people',
		log: true,
		weight: 1,
		aggregation: 'by residents',
		reason:
			'Sets London and a few large cities apart from other diverse places. Log scale as above; the mixed share follows this one closely and is left out.'
	},
	{
		column: 'employment_rate_pct',
		label: 'People of working age in work',
		unit: '%',
		theme: 'economy',
		log: false,
		weight: 0.5,
		aggregation: 'by residents',
		reason:
			'Whether people have work at all. Half weight, because it is a survey estimate that can be several points out for one district. Blank in Northern Ireland.'
	},
	{
		column: 'median_weekly_pay_gbp',
		label: 'Median weekly pay',
		unit: '£ a week',
		theme: 'economy',
		log: true,
		weight: 1,
		aggregation: 'none',
		reason: 'What jobs pay. On a log scale, as money is compared in proportion.'
	},
	{
		column: 'gdhi_per_head_gbp',
		label: 'Disposable household income a head',
		unit: '£',
		theme: 'economy',
		log: true,
		weight: 1,
		aggregation: 'by residents',
		reason:
			'What households have to live on, pensions and benefits included, which pay leaves out. Log scale: a few London boroughs are far above the rest.'
	},
	{
		column: 'gdp_per_head_gbp',
		label: 'Economic output a head',
		unit: '£',
		theme: 'economy',
		log: true,
		weight: 1,
		aggregation: 'by residents',
		reason:
			'Tells a place of work from a place where people sleep. Log scale: output in the City of London is two hundred times the usual.'
	},
	{
		column: 'qual_level3plus_pct',
		label: 'Adults qualified to A level or above',
		unit: '%',
		theme: 'economy',
		log: false,
		weight: 1,
		aggregation: 'by residents',
		reason: 'The skills that work, volunteering and co-design draw on. Blank in Northern Ireland.'
	},
	{
		column: 'house_price_to_earnings',
		label: 'House price as a multiple of yearly pay',
		unit: 'times',
		theme: 'economy',
		log: true,
		weight: 0.5,
		aggregation: 'none',
		reason:
			'Pressure on housing. Half weight, because it is published for England and Wales only and would otherwise say most where it is known.'
	},
	{
		column: 'density_2024',
		label: 'Residents per square kilometre',
		unit: 'people per km²',
		theme: 'place',
		log: true,
		weight: 1,
		aggregation: 'by land area',
		reason:
			'How far help has to travel. Log scale: it runs from 9 to 17,000. Land area is residents over density, so it is left out.'
	},
	{
		column: 'pct_pop_urban',
		label: 'Residents in towns and cities',
		unit: '%',
		theme: 'place',
		log: false,
		weight: 1,
		aggregation: 'by residents',
		reason:
			'A wide district can hold one dense town: density and settlement are not the same. UK-wide classes, comparable between nations.'
	},
	{
		column: 'pct_pop_highly_rural',
		label: 'Residents in remote rural areas',
		unit: '%',
		theme: 'place',
		log: false,
		weight: 1,
		aggregation: 'by residents',
		reason:
			'Remote country differs from villages near a town. With the urban share it fixes the remaining rural share. It is 0 in many places, so no logarithm.'
	},
	{
		column: 'ghg_tco2e_per_head',
		label: 'Greenhouse gas a head',
		unit: 'tonnes',
		theme: 'place',
		log: true,
		weight: 0.5,
		aggregation: 'by residents',
		reason:
			'Heavy industry, farming and through traffic mark a place. Half weight, because one works can decide it; log scale for the same reason.'
	},
	{
		column: 'gigabit_pct',
		label: 'Premises that can have gigabit broadband',
		unit: '%',
		theme: 'place',
		log: false,
		weight: 0.5,
		aggregation: 'by residents',
		reason: 'How far a place is connected. Half weight, because building changes it from year to year.'
	},
	{
		column: 'uk_deprivation_score',
		label: 'Deprivation score (UK composite)',
		unit: 'score',
		theme: 'deprivation',
		log: false,
		weight: 1,
		aggregation: 'by residents',
		reason:
			'The one deprivation measure made to compare across the four nations; each nation’s own index compares only within it and is left out.'
	},
	{
		column: 'pct_pop_high_deprivation',
		label: 'Residents in the most deprived areas of the UK',
		unit: '%',
		theme: 'deprivation',
		log: false,
		weight: 0.5,
		aggregation: 'by residents',
		reason:
			'Whether hardship is gathered or spread: two councils with one average can differ here. Half weight each for the two ends, as both are cut from the score above.'
	},
	{
		column: 'pct_pop_low_deprivation',
		label: 'Residents in the least deprived areas of the UK',
		unit: '%',
		theme: 'deprivation',
		log: false,
		weight: 0.5,
		aggregation: 'by residents',
		reason: 'The other end: a divided place has much of both. Half weight, as above.'
	},
	{
		column: 'claimant_count_pct',
		label: 'Working-age people claiming unemployment benefits',
		unit: '%',
		theme: 'deprivation',
		log: true,
		weight: 1,
		aggregation: 'by residents',
		reason:
			'Present hardship, a count and not a survey, for all four nations; used in place of modelled unemployment, which repeats it and has blanks. Log scale, as it is skewed.'
	},
	{
		column: 'child_poverty_bhc_pct',
		label: 'Children in low-income families',
		unit: '%',
		theme: 'deprivation',
		log: false,
		weight: 1,
		aggregation: 'by children',
		reason: 'Poverty in families, in and out of work, newer than the deprivation score and UK-wide.'
	}
];
