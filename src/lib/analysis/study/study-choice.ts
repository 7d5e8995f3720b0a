import type { OrganisationKind } from '#lib/domain/vocabulary.ts';
import type { PeriodUnit } from '../panel/date-interval.ts';

/** Networks along which a practice may have spread, each with its plain name. */
export const WEIGHT_NETWORKS = {
	border: 'Shared border',
	'border-length': 'Length of the shared border',
	county: 'Same county',
	authority: 'Same combined authority',
	region: 'Same region',
	distance: 'Distance',
	likeness: 'Likeness of the places',
	ties: 'Recorded ties',
	learnt: 'Learnt from'
} as const;
export type WeightNetwork = keyof typeof WEIGHT_NETWORKS;

/** What bodies can be compared by, each with its plain name. */
export const GROUPINGS = {
	type: 'type of body',
	nation: 'nation',
	region: 'region'
} as const;
export type Grouping = keyof typeof GROUPINGS;

/** Types of council as people name several of them, by the words of the register of areas. */
export const COUNCIL_TYPES = {
	non_metropolitan_district: 'Districts within counties',
	unitary_authority: 'English unitary authorities',
	metropolitan_district: 'Metropolitan districts',
	london_borough: 'London boroughs',
	city_of_london: 'City of London',
	county_council: 'County councils',
	welsh_unitary: 'Welsh councils',
	scottish_council_area: 'Scottish councils',
	ni_district: 'Northern Irish districts'
} as const;
export type CouncilType = keyof typeof COUNCIL_TYPES;

/** Which bodies are studied: all conditions hold together, an empty list is no condition. */
export interface Population {
	/** Kinds of organisation; empty: any. */
	kinds: readonly OrganisationKind[];
	councilTypes: readonly CouncilType[];
	/** Names of regions or nations. */
	places: readonly string[];
	/** Codes of areas, as of a saved set of peers. */
	areas: readonly string[];
	/** Slug of a network whose members, present and past, are studied. */
	network: string | null;
	/** Slugs of organisations picked by hand. */
	selection: readonly string[];
}

/** Everything a reader chooses about a study. Plain data, so that it fits an address and a worker. */
export interface StudyChoice {
	/** Slug of the practice. */
	practice: string;
	population: Population;
	/** First and last day or month or year (ISO 8601); `null`: chosen from the data. */
	from: string | null;
	until: string | null;
	/** `null`: months where half of the dates are known to the month, else years. */
	unit: PeriodUnit | null;
	/** From which stage on a body counts as an adopter. */
	countFrom: 'adopted' | 'piloting';
	/** Whether inferred adoptions are left out. */
	statedOnly: boolean;
	weights: readonly WeightNetwork[];
	/** Farthest pair that the network of distances counts (km). */
	distanceKm: number;
	groupBy: Grouping;
	/** Shuffles of each permutation test (count), and the seed that repeats them. */
	permutations: number;
	seed: number;
}

/** How many most similar places the network of likeness counts for each. */
export const LIKENESS_NEIGHBOURS = 10;
