import type { Atlas, LearningLink } from '#lib/domain/atlas.ts';
import { dayOf, isoDay, parseDay } from '#lib/domain/day.ts';
import type { Day } from '#lib/domain/day.ts';
import { linkDay } from '#lib/domain/link-day.ts';
import { LINK_KINDS } from '#lib/domain/vocabulary.ts';
import type { LinkKind } from '#lib/domain/vocabulary.ts';
import { practicesOf } from '#lib/view/practices-of.ts';
import { matchesWords, searchWords } from '#lib/view/words.ts';
import { DEFAULT_VIEW } from '#lib/view/view.ts';
import type { View } from '#lib/view/view.ts';

export const LIBRARY_SORTS = ['date', 'rating', 'title'] as const;
export type LibrarySort = (typeof LIBRARY_SORTS)[number];
export const USUAL_ORDER = { sort: 'date', isDescending: true } as const;

/** Filters that only the library has. */
export interface LibraryFilter {
	types: LinkKind[];
	publishers: string[];
	/** Slugs of organisations that had a part in it, and the parts that count; both of the same entry. */
	organisations: string[];
	roles: LinkRole[];
	/** BCP 47, by their first part: "en" has "en-GB" too. */
	languages: string[];
	/** First day that counts; the last is the view's date. */
	from: Day | null;
	/** Only events that are still to come on the day of the atlas. */
	isUpcoming: boolean;
	/** Only what asks its readers a question. */
	isAsking: boolean;
}

/** The parts that organisations have in a learning link. */
export const LINK_ROLES = ['made', 'hosted', 'attended', 'shared', 'about'] as const;
export type LinkRole = (typeof LINK_ROLES)[number];

export const NO_FILTER: LibraryFilter = {
	types: [],
	publishers: [],
	organisations: [],
	roles: [],
	languages: [],
	from: null,
	isUpcoming: false,
	isAsking: false
};

/** Reads the library's own filters; words that are no kind of link are left out. */
export function parseLibraryFilter(search: Pick<URLSearchParams, 'get'>): LibraryFilter {
	const list = (name: string): string[] => (search.get(name) ?? '').split('~').filter((item) => item !== '');
	const [types, roles] = [list('type'), list('role')];
	return {
		types: LINK_KINDS.filter((kind) => types.includes(kind)),
		publishers: list('publisher')
			.map((name) => name.slice(0, 120))
			.slice(0, 50),
		organisations: list('organisation')
			.filter((slug) => /^[a-z0-9-]{1,120}$/.test(slug))
			.slice(0, 50),
		roles: LINK_ROLES.filter((role) => roles.includes(role)),
		languages: list('language').filter((language) => /^[a-z]{2,3}$/.test(language)),
		from: parseDay(search.get('from') ?? ''),
		isUpcoming: search.get('upcoming') === 'on',
		isAsking: search.get('asks') === 'on'
	};
}

/** The parameters of a filter; what is not asked for is null and so left out of an address. */
export function printLibraryFilter(filter: LibraryFilter): Record<string, string | null> {
	const list = (items: readonly string[]): string | null => items.join('~') || null;
	return {
		type: list(filter.types),
		publisher: list(filter.publishers),
		organisation: list(filter.organisations),
		role: list(filter.roles),
		language: list(filter.languages),
		from: filter.from === null ? null : isoDay(filter.from),
		upcoming: filter.isUpcoming ? 'on' : null,
		asks: filter.isAsking ? 'on' : null
	};
}

/** Whether an event is still to come, or takes place, on a day. */
export function isUpcoming(
	{ startsAt, endsAt }: Pick<LearningLink, 'startsAt' | 'endsAt'>,
	today: Day
): boolean {
	return startsAt !== null && dayOf(new Date(endsAt ?? startsAt)) >= today;
}

/** The language of a link, without its region. */
export function languageOf({ language }: Pick<LearningLink, 'language'>): string {
	return language.split('-')[0]!;
}

/** Whether a link passes a filter that only the library has. */
export function passesFilter(atlas: Atlas, filter: LibraryFilter): (link: LearningLink) => boolean {
	const types = new Set(filter.types);
	const publishers = new Set(filter.publishers);
	const languages = new Set(filter.languages);
	const roles = new Set<string>(filter.roles);
	const organisations = new Set(
		filter.organisations.map((slug) => atlas.index.organisationBySlug.get(slug) ?? -1)
	);
	return (link) => {
		if (types.size > 0 && !types.has(link.kind)) return false;
		if (publishers.size > 0 && !publishers.has(link.publisher ?? '')) return false;
		if (languages.size > 0 && !languages.has(languageOf(link))) return false;
		if (filter.from !== null && (linkDay(link) ?? -Infinity) < filter.from) return false;
		if (filter.isUpcoming && !isUpcoming(link, atlas.asOf)) return false;
		if (filter.isAsking && link.question === null) return false;
		if (organisations.size === 0 && roles.size === 0) return true;
		return link.organisations.some(
			({ organisation, role }) =>
				(organisations.size === 0 || organisations.has(organisation)) && (roles.size === 0 || roles.has(role))
		);
	};
}

/** The part of a view that the library obeys: links have no kind, region, stage or status. */
export function libraryView({ network, query, practices, characteristics, date }: View): View {
	return { ...DEFAULT_VIEW, network, query, practices, characteristics, date };
}

/** Rows of the links of a view: its words, network, practices and characteristics, up to its date. */
export function listLibrary(atlas: Atlas, view: View, filter: LibraryFilter): number[] {
	const words = searchWords(view.query);
	const named = new Set(view.practices.map((slug) => atlas.index.practiceBySlug.get(slug) ?? -1));
	const labelled = practicesOf(atlas, {
		network: null,
		practices: [],
		characteristics: view.characteristics
	});
	const labels = new Set(view.characteristics);
	const network = view.network === null ? null : (atlas.index.networkBySlug.get(view.network) ?? -1);
	const passes = passesFilter(atlas, filter);

	return atlas.links.flatMap((link, row) => {
		if (network === null ? link.isSample : !belongs(atlas, link, network)) return [];
		if (!passes(link)) return [];
		if (view.date !== null && (linkDay(link) ?? -Infinity) > view.date) return [];
		if (named.size > 0 && !link.practices.some((practice) => named.has(practice))) return [];
		// A link has the characteristics of what it tells about, and those it is given itself.
		if (
			labels.size > 0 &&
			!link.practices.some((practice) => labelled.has(practice)) &&
			!hasLabel(atlas, link, labels)
		)
			return [];
		return matchesWords(`${link.title} ${link.publisher ?? ''} ${link.summary ?? ''}`, words) ? [row] : [];
	});
}

/** Order of the library; what has no date, or no rating, stands last. */
export function compareLinks(
	sort: LibrarySort,
	isDescending: boolean
): (a: LearningLink, b: LearningLink) => number {
	const byTitle = (a: LearningLink, b: LearningLink): number => a.title.localeCompare(b.title, 'en-GB');
	const turn = isDescending ? -1 : 1;
	if (sort === 'title') return (a, b) => turn * byTitle(a, b);
	const value = sort === 'date' ? linkDay : (link: LearningLink) => link.rating?.average ?? null;
	return (a, b) => {
		const [one, other] = [value(a), value(b)];
		if (one === null || other === null) return Number(one === null) - Number(other === null) || byTitle(a, b);
		return turn * (one - other) || byTitle(a, b);
	};
}

/** A link belongs to a network that owns it, or of whose framework or practices it tells. */
function belongs(atlas: Atlas, link: LearningLink, network: number): boolean {
	if (link.network === network) return true;
	if (link.characteristics.some((at) => atlas.characteristics[at]!.network === network)) return true;
	return link.practices.some((practice) => atlas.practices[practice]!.network === network);
}

function hasLabel(atlas: Atlas, link: LearningLink, keys: ReadonlySet<string>): boolean {
	return link.characteristics.some((at) => {
		const { network, position } = atlas.characteristics[at]!;
		return keys.has(`${atlas.networks[network]!.slug}.${position}`);
	});
}
