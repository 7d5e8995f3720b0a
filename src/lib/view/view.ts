import { parseDay, isoDay } from '#lib/domain/day.ts';
import type { Day } from '#lib/domain/day.ts';
import { COUNT_FROM, MEMBERSHIP_STATUSES, ORGANISATION_KINDS, STAGES } from '#lib/domain/vocabulary.ts';
import type { CountFrom, MembershipStatus, OrganisationKind, Stage } from '#lib/domain/vocabulary.ts';

/** How a date is read: what runs on it, all that had begun by it, or what changed in the months before. */
export const DATE_MODES = ['as-of', 'cumulative', 'changed'] as const;
export type DateMode = (typeof DATE_MODES)[number];

/** How far a network is followed: to its members, or to its whole movement. */
export const REACHES = ['members', 'movement'] as const;
export type Reach = (typeof REACHES)[number];

/** What stands in an address for all networks, where none would mean the site's own. */
export const ALL_NETWORKS = 'all';

export const COLOUR_CHOICES = ['kind', 'region', 'status', 'stage'] as const;
export type ColourBy = (typeof COLOUR_CHOICES)[number];

/**
 * What a link to any page captures: the one state that every view obeys. Lists are alternatives
 * within a field ("charity or council") and conditions between fields; an empty list is no
 * condition.
 */
export interface View {
	/** Slug; null: all networks, without sample data. */
	network: string | null;
	/** Null: as is usual for the network, which `reachOf` says. */
	reach: Reach | null;
	/** Words to find in names, empty for none. */
	query: string;
	kinds: OrganisationKind[];
	/** Names of regions and nations, as in the atlas. */
	regions: string[];
	/** Codes of areas. */
	areas: string[];
	/** Slugs. */
	practices: string[];
	/** `network-slug.position` of a framework's characteristic. */
	characteristics: string[];
	stages: Stage[];
	statuses: MembershipStatus[];
	countFrom: CountFrom;
	/** Whether inferred facts count beside stated ones. */
	statedOnly: boolean;
	/** Whether what councils inherited from those before them is shown, marked and beside every count. */
	inherited: boolean;
	/** Null: the day of the snapshot. */
	date: Day | null;
	mode: DateMode;
	/** Length of the window of mode *changed*, months, 1 to 600. */
	months: number;
	/** Slugs of organisations picked by hand; when not empty, only these are shown. */
	selection: string[];
	colourBy: ColourBy;
}

export const DEFAULT_VIEW: View = {
	network: null,
	reach: null,
	query: '',
	kinds: [],
	regions: [],
	areas: [],
	practices: [],
	characteristics: [],
	stages: [],
	statuses: [],
	countFrom: 'adopted',
	statedOnly: false,
	inherited: true,
	date: null,
	mode: 'as-of',
	months: 12,
	selection: [],
	colourBy: 'kind'
};

type Search = Pick<URLSearchParams, 'get'>;

/** The names of the view's parameters in a URL. Everything else in a URL belongs to one page. */
export const VIEW_PARAMETERS = [
	'network',
	'reach',
	'q',
	'kind',
	'region',
	'area',
	'practice',
	'characteristic',
	'stage',
	'status',
	'count',
	'facts',
	'inherited',
	'date',
	'mode',
	'months',
	'select',
	'colour'
] as const;

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const AREA_CODE = /^[EWSNK][0-9]{8}$/;
const CHARACTERISTIC = /^[a-z0-9]+(?:-[a-z0-9]+)*\.[1-9][0-9]?$/;
const MAX_LIST = 500;
const MAX_QUERY = 100;
const MAX_SLUG = 120;
const MAX_PROBLEMS = 10;

/**
 * Reads a view from a URL. A damaged field falls back to its default alone, and says so.
 *
 * @returns the view, and one sentence a damaged field, at most ten and one that counts the rest
 */
export function parseView(search: Search): { view: View; problems: string[] } {
	const problems: string[] = [];
	let untold = 0;
	const fall = (name: string, value: string): void => {
		const shown = value.length > 40 ? `${value.slice(0, 40)}…` : value;
		const problem = `The address asks for ${name} “${shown}”, which is not known; it is left out.`;
		if (problems.includes(problem)) return;
		if (problems.length < MAX_PROBLEMS) problems.push(problem);
		else untold++;
	};

	function list(parameter: string, name: string, known: (item: string) => boolean): string[] {
		const value = search.get(parameter);
		if (value === null || value === '') return [];
		const items: string[] = [];
		const parts = value.split('~');
		if (parts.length > MAX_LIST)
			problems.push(`Only the first ${MAX_LIST} of the address’s “${parameter}” are used.`);
		for (const item of parts.slice(0, MAX_LIST)) {
			if (item !== '' && known(item)) {
				if (!items.includes(item)) items.push(item);
			} else fall(name, item);
		}
		return items;
	}

	function choice<Word extends string>(
		parameter: string,
		name: string,
		words: readonly Word[],
		fallback: Word
	): Word {
		const value = search.get(parameter);
		if (value === null) return fallback;
		const word = words.find((candidate) => candidate === value);
		if (word === undefined) fall(name, value);
		return word ?? fallback;
	}

	const isSlug = (item: string): boolean => item.length <= MAX_SLUG && SLUG.test(item);
	const isName = (item: string): boolean => item.length <= 80 && !/[<>\p{Cc}]/u.test(item);

	const networkText = search.get('network');
	const network = networkText === ALL_NETWORKS ? null : networkText;
	if (network !== null && !isSlug(network)) fall('a network', network);
	const query = search.get('q') ?? '';
	if (query.length > MAX_QUERY) problems.push(`Only the first ${MAX_QUERY} letters of the search are used.`);
	const dateText = search.get('date');
	const date = dateText === null ? null : parseDay(dateText);
	if (dateText !== null && date === null) fall('the date', dateText);
	const monthsText = search.get('months');
	const months = monthsText === null ? DEFAULT_VIEW.months : wholeNumber(monthsText, 1, 600);
	if (months === null) fall('a number of months', monthsText!);

	// A form sends the usual reach as nothing.
	const reach = choice('reach', 'the reach', ['', ...REACHES] as const, '');

	const view: View = {
		network: network !== null && isSlug(network) ? network : null,
		reach: reach === '' ? null : reach,
		query: query.slice(0, MAX_QUERY).trim(),
		kinds: list('kind', 'a kind', (item) => includes(ORGANISATION_KINDS, item)) as OrganisationKind[],
		regions: list('region', 'a region', isName),
		areas: list('area', 'an area', (item) => AREA_CODE.test(item)),
		practices: list('practice', 'a practice', isSlug),
		characteristics: list('characteristic', 'a characteristic', (item) => CHARACTERISTIC.test(item)),
		stages: list('stage', 'a stage', (item) => includes(STAGES, item)) as Stage[],
		statuses: list('status', 'a status', (item) => includes(MEMBERSHIP_STATUSES, item)) as MembershipStatus[],
		countFrom: choice('count', 'counting from', COUNT_FROM, DEFAULT_VIEW.countFrom),
		inherited: choice('inherited', 'what councils inherited', ['shown', 'off'], 'shown') === 'shown',
		statedOnly: choice('facts', 'facts that are', ['all', 'stated'], 'all') === 'stated',
		date,
		mode: choice('mode', 'the mode', DATE_MODES, DEFAULT_VIEW.mode),
		months: months ?? DEFAULT_VIEW.months,
		selection: list('select', 'an organisation', isSlug),
		colourBy: choice('colour', 'colours by', COLOUR_CHOICES, DEFAULT_VIEW.colourBy)
	};
	if (untold > 0) problems.push(`${untold} more of its parts are not known either.`);
	return { view, problems };
}

/**
 * Parameters of a view; defaults are left out, so the plain address means the default view. Lists
 * are joined with `~`, which needs no escaping and stands in no name.
 */
export function viewParameters(view: View): URLSearchParams {
	const search = new URLSearchParams();
	const set = (name: string, value: string, fallback: string): void => {
		if (value !== fallback) search.set(name, value);
	};
	set('network', view.network ?? '', '');
	set('reach', view.reach ?? '', '');
	set('q', view.query, '');
	set('kind', view.kinds.join('~'), '');
	set('region', view.regions.join('~'), '');
	set('area', view.areas.join('~'), '');
	set('practice', view.practices.join('~'), '');
	set('characteristic', view.characteristics.join('~'), '');
	set('stage', view.stages.join('~'), '');
	set('status', view.statuses.join('~'), '');
	set('count', view.countFrom, DEFAULT_VIEW.countFrom);
	set('facts', view.statedOnly ? 'stated' : 'all', 'all');
	set('inherited', view.inherited ? 'shown' : 'off', 'shown');
	set('date', view.date === null ? '' : isoDay(view.date), '');
	set('mode', view.mode, DEFAULT_VIEW.mode);
	set('months', String(view.months), String(DEFAULT_VIEW.months));
	set('select', view.selection.join('~'), '');
	set('colour', view.colourBy, DEFAULT_VIEW.colourBy);
	return search;
}

/**
 * Query string of a view, with a page's own parameters behind it; empty for the default view.
 *
 * @param own parameters of one page (sort, page …); null and empty values are left out
 */
export function viewSearch(view: View, own: Record<string, string | null> = {}): '' | `?${string}` {
	const search = viewParameters(view);
	for (const [name, value] of Object.entries(own)) {
		if (value !== null && value !== '') search.set(name, value);
	}
	return search.size === 0 ? '' : `?${search.toString()}`;
}

function includes(words: readonly string[], item: string): boolean {
	return words.includes(item);
}

function wholeNumber(text: string, least: number, most: number): number | null {
	const value = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
	return value >= least && value <= most ? value : null;
}
