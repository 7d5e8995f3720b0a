import type { IndicatorTheme } from './indicator.ts';

/**
 * Something about a place that councils are compared by. What several figures say about it counts once: they share
 * its say, so that it has no more votes for being measured more often.
 */
export interface Aspect {
	theme: IndicatorTheme;
	label: string;
	/** Its say within its theme beside the other aspects: 1, or 0.5 where the reason says why. */
	weight: 1 | 0.5;
	/** Why it belongs into a comparison, and why it counts half where it does. */
	reason: string;
	/** Known by a survey so small that two places near each other in it may be so by chance: never named as a reason. */
	isNoisy?: true;
}

/** What councils are compared by, theme by theme. Chosen by argument; no list of neighbours was tried against it. */
export const ASPECTS = {
	children: {
		theme: 'people',
		label: 'Children',
		weight: 1,
		reason: 'They drive schools, children’s services and family support.'
	},
	young_adults: {
		theme: 'people',
		label: 'Young adults',
		weight: 1,
		reason: 'They mark places of study and first jobs, with their rents and their turnover.'
	},
	older: {
		theme: 'people',
		label: 'Older people',
		weight: 1,
		reason: 'They drive adult social care, the largest cost of most councils that provide it.'
	},
	households: {
		theme: 'people',
		label: 'Size of households',
		weight: 1,
		reason: 'Families and people who live alone need different help.'
	},
	origins: {
		theme: 'people',
		label: 'Origins',
		weight: 1,
		reason:
			'Languages, faiths and family patterns shape how help is given. Groups add up to 100, so the white share would repeat what these say.'
	},
	turnover: {
		theme: 'people',
		label: 'Moving in and out',
		weight: 0.5,
		reason: 'Where people do not stay, ties must be made anew. Half weight: taken in a year of lockdown.'
	},
	growth: {
		theme: 'people',
		label: 'Growth',
		weight: 0.5,
		reason:
			'Growing and shrinking places plan for different things. Half weight: a few new estates can move it.'
	},
	size: {
		theme: 'people',
		label: 'Size',
		weight: 0.5,
		reason:
			'How large an operation the council runs. Half weight: size says little about the lives of residents.'
	},
	conditions: {
		theme: 'need',
		label: 'Long-term conditions',
		weight: 1,
		reason: 'Need for care and support from day to day.'
	},
	risks: {
		theme: 'need',
		label: 'Smoking and weight',
		weight: 1,
		reason: 'What will make people ill, and what prevention has to do with.'
	},
	early_death: {
		theme: 'need',
		label: 'Early death',
		weight: 1,
		reason: 'Health as the records have it, with age taken out.'
	},
	wellbeing: {
		theme: 'need',
		label: 'Wellbeing',
		weight: 0.5,
		reason:
			'How people say they are. Half weight for both figures: the survey is nearly as far from the truth as the places are apart.',
		isNoisy: true
	},
	deprivation: {
		theme: 'need',
		label: 'Deprivation',
		weight: 1,
		reason:
			'How much hardship there is, and whether it is gathered or spread. The UK composite, since each nation’s own index compares only within it.'
	},
	child_poverty: {
		theme: 'need',
		label: 'Child poverty',
		weight: 1,
		reason: 'Poverty in families, in and out of work.'
	},
	out_of_work: {
		theme: 'need',
		label: 'Out of work',
		weight: 1,
		reason: 'Present hardship, a count and not a survey.'
	},
	employment: {
		theme: 'work',
		label: 'Employment',
		weight: 0.5,
		reason: 'Whether people have work at all. Half weight: a survey that can be several points out.',
		isNoisy: true
	},
	pay: { theme: 'work', label: 'Pay', weight: 1, reason: 'What work pays.' },
	income: {
		theme: 'work',
		label: 'Household income',
		weight: 1,
		reason: 'What households have to live on, pensions and benefits included, which pay leaves out.'
	},
	output: {
		theme: 'work',
		label: 'Output',
		weight: 1,
		reason: 'How productive the jobs are, and whether people come here to work or only to sleep.'
	},
	skills: {
		theme: 'work',
		label: 'Skills',
		weight: 1,
		reason: 'What work, volunteering and co-design can draw on.'
	},
	industry: {
		theme: 'work',
		label: 'Industry',
		weight: 1,
		reason: 'What people do for a living: making things, public service or offices.'
	},
	enterprise: {
		theme: 'work',
		label: 'Enterprise',
		weight: 1,
		reason: 'How many firms there are, and how many are new.'
	},
	social_housing: {
		theme: 'homes',
		label: 'Social housing',
		weight: 1,
		reason: 'The tenants whom councils and housing associations serve.'
	},
	private_renting: {
		theme: 'homes',
		label: 'Private renting',
		weight: 1,
		reason: 'Insecure homes and their licensing. With social housing it fixes how many own.'
	},
	form: {
		theme: 'homes',
		label: 'Kinds of home',
		weight: 1,
		reason: 'Streets of flats and streets of villas are cleaned, policed and visited differently.'
	},
	prices: {
		theme: 'homes',
		label: 'Prices',
		weight: 1,
		reason: 'What keeps people out, and what a council’s land is worth.'
	},
	crowding: {
		theme: 'homes',
		label: 'Crowding',
		weight: 1,
		reason: 'Homes too small for those in them.'
	},
	market: {
		theme: 'homes',
		label: 'Building and buying',
		weight: 0.5,
		reason: 'Whether homes are built and can be bought. Half weight: one year each, and lumpy.'
	},
	energy: {
		theme: 'homes',
		label: 'Energy',
		weight: 0.5,
		reason: 'Homes without gas pay and emit more. Half weight: habits are in it too.'
	},
	density: {
		theme: 'place',
		label: 'Density',
		weight: 1,
		reason: 'How far help has to travel.'
	},
	settlement: {
		theme: 'place',
		label: 'Settlement',
		weight: 1,
		reason:
			'A wide district can hold one dense town: how people live in it is not told by density. Three figures for it, since towns, remote country and farms differ.'
	},
	emissions: {
		theme: 'place',
		label: 'Emissions',
		weight: 0.5,
		reason: 'Heavy industry, farming and through traffic mark a place. Half weight: one works can decide it.'
	},
	travel: {
		theme: 'place',
		label: 'Travel to work',
		weight: 1,
		reason: 'Whether one can live there without a car.'
	},
	access: {
		theme: 'place',
		label: 'Within a walk',
		weight: 1,
		reason: 'What people reach on foot.'
	},
	infrastructure: {
		theme: 'place',
		label: 'New infrastructure',
		weight: 0.5,
		reason:
			'How far a place has come with fast broadband and charging. Half weight: building changes it from year to year.'
	},
	visitors: {
		theme: 'place',
		label: 'Visitors',
		weight: 1,
		reason: 'Places that live from guests have seasons, second homes and jobs of their own.'
	}
} as const satisfies Record<string, Aspect>;

export type AspectKey = keyof typeof ASPECTS;
