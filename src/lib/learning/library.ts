import type { Atlas, LearningLink } from '#lib/domain/atlas.ts';
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
}

export const NO_FILTER: LibraryFilter = { types: [], publishers: [] };

/** Reads the library's own filters; words that are no kind of link are left out. */
export function parseLibraryFilter(search: Pick<URLSearchParams, 'get'>): LibraryFilter {
	const list = (name: string): string[] => (search.get(name) ?? '').split('~').filter((item) => item !== '');
	const types = list('type');
	return {
		types: LINK_KINDS.filter((kind) => types.includes(kind)),
		publishers: list('publisher')
			.map((name) => name.slice(0, 120))
			.slice(0, 50)
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
	const types = new Set(filter.types);
	const publishers = new Set(filter.publishers);

	return atlas.links.flatMap((link, row) => {
		if (network === null ? link.isSample : !belongs(atlas, link, network)) return [];
		if (types.size > 0 && !types.has(link.kind)) return [];
		if (publishers.size > 0 && !publishers.has(link.publisher ?? '')) return [];
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
