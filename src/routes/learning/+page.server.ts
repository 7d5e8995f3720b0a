import { redirect } from '@sveltejs/kit';
import type { Atlas, LearningLink } from '#lib/domain/atlas.ts';
import { linkDay } from '#lib/domain/link-day.ts';
import { formatDay } from '#lib/domain/day.ts';
import { loadAtlas } from '#lib/server/atlas.ts';
import { joinRepeated } from '#lib/view/form-search.ts';
import { knownView } from '#lib/view/known-view.ts';
import { DEFAULT_VIEW, parseView, viewSearch } from '#lib/view/view.ts';
import { pageOf, parseList, printSort } from '#lib/view/list-address.ts';
import { viewChips } from '../view-chips.ts';
import { languageName, libraryFacets } from '#lib/learning/library-facets.ts';
import {
	compareLinks,
	LIBRARY_SORTS,
	libraryView,
	listLibrary,
	NO_FILTER,
	parseLibraryFilter,
	printLibraryFilter,
	USUAL_ORDER
} from '#lib/learning/library.ts';
import type { LibraryFilter, LinkRole } from '#lib/learning/library.ts';
import type { PageServerLoad } from './$types';

const PAGE_SIZE = 30;

const ROLE_WORDS: Record<LinkRole, string> = {
	made: 'made it',
	hosted: 'hosted it',
	attended: 'attended it',
	shared: 'shared it',
	about: 'it is about'
};

export const load: PageServerLoad = async (event) => {
	const { url } = event;
	const joined = joinRepeated(url.searchParams);
	if (joined !== null) redirect(303, url.pathname + joined);

	const atlas = await loadAtlas(event);
	const { view, problems: unknown } = knownView(atlas, parseView(url.searchParams).view);
	const { list, problems } = parseList(url.searchParams, LIBRARY_SORTS, USUAL_ORDER);
	const filter = parseLibraryFilter(url.searchParams);
	const links = listLibrary(atlas, view, filter)
		.map((row) => atlas.links[row]!)
		.sort(compareLinks(list.sort, list.isDescending));
	const { rows, page, pages } = pageOf(links, list.page, PAGE_SIZE);

	const sort = printSort(list, USUAL_ORDER);
	const own = { sort, ...printLibraryFilter(filter) };
	const without = (part: Partial<LibraryFilter>): string =>
		url.pathname + viewSearch(view, { sort, ...printLibraryFilter({ ...filter, ...part }) });
	const everything = { ...DEFAULT_VIEW, network: view.network, date: view.date };
	return {
		view,
		entries: rows.map((link) => libraryEntry(atlas, link)),
		page,
		pages,
		total: links.length,
		onRecord: listLibrary(atlas, everything, NO_FILTER).length,
		list,
		filter,
		own,
		problems: [...unknown, ...problems],
		facets: libraryFacets(atlas, view, filter),
		chips: [
			...viewChips(atlas, view, url.pathname, own, libraryView(view)).chips,
			...filter.types.map((type) => ({
				label: type,
				href: without({ types: filter.types.filter((other) => other !== type) })
			})),
			...filter.publishers.map((name) => ({
				label: name,
				href: without({ publishers: filter.publishers.filter((other) => other !== name) })
			})),
			...filter.organisations.map((slug) => ({
				label: atlas.organisations.name[atlas.index.organisationBySlug.get(slug) ?? -1] ?? slug,
				href: without({ organisations: filter.organisations.filter((other) => other !== slug) })
			})),
			...filter.roles.map((role) => ({
				label: `organisations that ${ROLE_WORDS[role]}`,
				href: without({ roles: filter.roles.filter((other) => other !== role) })
			})),
			...filter.languages.map((language) => ({
				label: languageName(language),
				href: without({ languages: filter.languages.filter((other) => other !== language) })
			})),
			...(filter.from === null
				? []
				: [{ label: `from ${formatDay(filter.from)}`, href: without({ from: null }) }]),
			...(filter.isUpcoming ? [{ label: 'still to come', href: without({ isUpcoming: false }) }] : []),
			...(filter.isAsking ? [{ label: 'asks a question', href: without({ isAsking: false }) }] : [])
		],
		clearHref: viewChips(atlas, view, url.pathname, { sort }).clearHref
	};
};

function libraryEntry(atlas: Atlas, link: LearningLink) {
	const { slug, title, url, kind, publisher, summary, question, rating } = link;
	const day = linkDay(link);
	return {
		slug,
		title,
		url,
		kind,
		publisher,
		summary,
		question,
		rating,
		date: day === null ? null : formatDay(day, link.startsAt === null ? link.publishedPrecision : 'day'),
		practices: link.practices.map((at) => ({
			slug: atlas.practices[at]!.slug,
			name: atlas.practices[at]!.name
		}))
	};
}
