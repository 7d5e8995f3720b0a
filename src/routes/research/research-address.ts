import {
	COUNCIL_TYPES,
	GROUPINGS,
	WEIGHT_NETWORKS,
	type CouncilType,
	type Grouping,
	type StudyChoice,
	type WeightNetwork
} from '#lib/analysis/study/study-choice.ts';
import type { View } from '#lib/view/view.ts';

export const BODIES = ['councils', 'all'] as const;
export type Bodies = (typeof BODIES)[number];
export const UNITS = ['auto', 'month', 'year'] as const;

/** What the workbench's address holds beside the view. */
export interface ResearchState {
	/** Councils only, or organisations of any kind; null: as the view says, councils where it says nothing. */
	bodies: Bodies | null;
	types: CouncilType[];
	/** Year or month (`2018`, `2018-10`); `null`: from the data. */
	from: string | null;
	until: string | null;
	unit: (typeof UNITS)[number];
	/** Empty: the usual ones for the bodies chosen. */
	weights: WeightNetwork[];
	km: number;
	groupBy: Grouping;
	shuffles: number;
	seed: number;
}

export const USUAL_RESEARCH: ResearchState = {
	bodies: null,
	types: [],
	from: null,
	until: null,
	unit: 'auto',
	weights: [],
	km: 50,
	groupBy: 'type',
	shuffles: 999,
	seed: 1
};

const USUAL_WEIGHTS: Record<Bodies, WeightNetwork[]> = {
	councils: ['border', 'region', 'likeness'],
	all: ['ties', 'region']
};
const PERIOD = /^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/;

type Search = Pick<URLSearchParams, 'get'>;

/** Reads the workbench's own parameters; what is damaged falls back alone, and says so. */
export function parseResearch(search: Search): { state: ResearchState; problems: string[] } {
	const problems: string[] = [];
	const fall = (what: string, value: string): void => {
		problems.push(`“${value.slice(0, 40)}” is not ${what}; the usual choice is used.`);
	};
	function choice<Word extends string>(
		name: string,
		words: readonly Word[],
		usual: Word,
		what: string
	): Word {
		const value = search.get(name);
		if (value === null) return usual;
		const word = words.find((candidate) => candidate === value);
		if (word === undefined) fall(what, value);
		return word ?? usual;
	}
	function list<Word extends string>(name: string, words: readonly Word[], what: string): Word[] {
		const found = new Set<Word>();
		for (const item of (search.get(name) ?? '').split('~').filter((part) => part !== '')) {
			const word = words.find((candidate) => candidate === item);
			if (word === undefined) fall(what, item);
			else found.add(word);
		}
		return [...found];
	}
	function period(name: string, what: string): string | null {
		const value = search.get(name);
		if (value === null) return null;
		if (PERIOD.test(value) && Number(value.slice(0, 4)) >= 1800 && Number(value.slice(0, 4)) <= 2200)
			return value;
		fall(what, value);
		return null;
	}
	function whole(name: string, least: number, most: number, usual: number, what: string): number {
		const value = search.get(name);
		if (value === null) return usual;
		const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
		if (number >= least && number <= most) return number;
		fall(`${what} from ${least} to ${most}`, value);
		return usual;
	}
	const state: ResearchState = {
		bodies: search.get('bodies') === null ? null : choice('bodies', BODIES, 'councils', 'a choice of bodies'),
		types: list('type', Object.keys(COUNCIL_TYPES) as CouncilType[], 'a type of council'),
		from: period('from', 'a month or year to begin with'),
		until: period('until', 'a month or year to end with'),
		unit: choice('unit', UNITS, USUAL_RESEARCH.unit, 'a unit of time'),
		weights: list('weights', Object.keys(WEIGHT_NETWORKS) as WeightNetwork[], 'a network'),
		km: whole('km', 1, 1000, USUAL_RESEARCH.km, 'a distance in km'),
		groupBy: choice(
			'group',
			Object.keys(GROUPINGS) as Grouping[],
			USUAL_RESEARCH.groupBy,
			'a way of grouping'
		),
		shuffles: whole('shuffles', 99, 9999, USUAL_RESEARCH.shuffles, 'a number of shuffles'),
		seed: whole('seed', 0, 999_999_999, USUAL_RESEARCH.seed, 'a seed')
	};
	return { state, problems };
}

/** The parameters of a state; usual values are null and so left out of an address. */
export function printResearch(state: ResearchState): Record<string, string | null> {
	const unless = (value: string | number, usual: string | number): string | null =>
		value === usual ? null : String(value);
	return {
		bodies: state.bodies,
		type: state.types.join('~') || null,
		from: state.from,
		until: state.until,
		unit: unless(state.unit, USUAL_RESEARCH.unit),
		weights: state.weights.join('~') || null,
		km: unless(state.km, USUAL_RESEARCH.km),
		group: unless(state.groupBy, USUAL_RESEARCH.groupBy),
		shuffles: unless(state.shuffles, USUAL_RESEARCH.shuffles),
		seed: unless(state.seed, USUAL_RESEARCH.seed)
	};
}

/** The networks a state compares: those chosen, or the usual ones. */
export function weightsOf(view: View, state: ResearchState): WeightNetwork[] {
	return state.weights.length > 0 ? state.weights : USUAL_WEIGHTS[bodiesOf(view, state)];
}

/**
 * Which bodies are studied: what the reader chose, else those that the view's network, selection or kinds ask for,
 * else councils.
 */
export function bodiesOf(view: View, state: ResearchState): Bodies {
	if (state.bodies !== null) return state.bodies;
	const isOpen =
		view.network !== null || view.selection.length > 0 || view.kinds.some((kind) => kind !== 'council');
	return isOpen ? 'all' : 'councils';
}

function kindsOf(view: View, state: ResearchState): StudyChoice['population']['kinds'] {
	if (state.bodies === null && view.kinds.length > 0) return view.kinds;
	return bodiesOf(view, state) === 'councils' ? ['council'] : [];
}

/**
 * The study that a view and a state ask for.
 *
 * @param usual slug of the practice that is studied until another is chosen
 */
export function studyChoice(view: View, state: ResearchState, usual: string): StudyChoice {
	return {
		practice: view.practices[0] ?? usual,
		population: {
			kinds: kindsOf(view, state),
			councilTypes: state.types,
			places: view.regions,
			areas: view.areas,
			network: view.network,
			selection: view.selection
		},
		from: state.from,
		until: state.until,
		unit: state.unit === 'auto' ? null : state.unit,
		countFrom: view.countFrom,
		statedOnly: view.statedOnly,
		weights: weightsOf(view, state),
		distanceKm: state.km,
		groupBy: state.groupBy,
		permutations: state.shuffles,
		seed: state.seed
	};
}

/** The population in words: "councils in Wales", "members of CCIN". */
export function populationWords(choice: StudyChoice, networkName: string | null): string {
	const { population } = choice;
	const types = population.councilTypes.map((type) =>
		COUNCIL_TYPES[type]
			.replace(/^Districts/, 'districts')
			.replace(/^(County|Metropolitan)/, (word) => word.toLowerCase())
	);
	const who =
		types.length > 0
			? types.join(', ')
			: population.kinds.length === 1 && population.kinds[0] === 'council'
				? 'councils'
				: population.kinds.length > 0
					? `organisations (${population.kinds.join(', ')})`
					: 'organisations';
	const of =
		population.network === null ? '' : ` that are or were members of ${networkName ?? population.network}`;
	const where = population.places.length === 0 ? '' : ` in ${population.places.join(', ')}`;
	const picked =
		population.selection.length > 0
			? ', picked by hand'
			: population.areas.length > 0
				? `, of ${population.areas.length} chosen areas`
				: '';
	return `${who}${of}${where}${picked}`;
}
