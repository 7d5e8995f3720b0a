import { redirect } from '@sveltejs/kit';
import { formatDay } from '#lib/domain/day.ts';
import { LINK_KINDS } from '#lib/domain/vocabulary.ts';
import { loadAtlas } from '#lib/server/atlas.ts';
import { joinRepeated } from '#lib/view/form-search.ts';
import { characteristicKey } from '#lib/view/spell-presence.ts';
import { parseView } from '#lib/view/view.ts';
import { pageOf, parseList, printSort } from '../list-address.ts';
import { viewChips } from '../view-chips.ts';
import {
	compareLinks,
	LIBRARY_SORTS,
	linkDay,
	listLibrary,
	parseLibraryFilter,
	USUAL_ORDER
} from './library.ts';
import type { PageServerLoad } from './$types';

const PAGE_SIZE = 30;

export const load: PageServerLoad = async (event) => {
	const { url } = event;
	const joined = joinRepeated(url.searchParams);
	if (joined !== null) redirect(303, url.pathname + joined);

	const atlas = await loadAtlas(event);
	const { view } = parseView(url.searchParams);
	const { list, problems } = parseList(url.searchParams, LIBRARY_SORTS, USUAL_ORDER);
	const filter = parseLibraryFilter(url.searchParams);
	const at = (row: number) => atlas.links[row]!;
	const compare = compareLinks(list.sort, list.isDescending);
	const rows = listLibrary(atlas, view, filter).sort((a, b) => compare(at(a), at(b)));

	const count = (part: Partial<typeof filter>, of: (row: number) => string[]): Map<string, number> => {
		const counts = new Map<string, number>();
		for (const row of listLibrary(atlas, view, { ...filter, ...part })) {
			for (const key of of(row)) counts.set(key, (counts.get(key) ?? 0) + 1);
		}
		return counts;
	};
	const types = count({ types: [] }, (row) => [at(row).kind]);
	const publishers = count({ publishers: [] }, (row) =>
		at(row).publisher === null ? [] : [at(row).publisher!]
	);
	const practices = new Map<number, number>();
	for (const row of listLibrary(atlas, { ...view, practices: [] }, filter)) {
		for (const practice of at(row).practices) practices.set(practice, (practices.get(practice) ?? 0) + 1);
	}
	const characteristics = new Map<number, number>();
	for (const row of listLibrary(atlas, { ...view, characteristics: [] }, filter)) {
		for (const label of at(row).characteristics)
			characteristics.set(label, (characteristics.get(label) ?? 0) + 1);
	}

	const own = {
		sort: printSort(list, USUAL_ORDER),
		type: filter.types.join('~'),
		publisher: filter.publishers.join('~')
	};
	const { chips } = viewChips(atlas, view, url.pathname, own);
	const bare = viewChips(atlas, view, url.pathname, { sort: own.sort });
	const dropped = (name: 'types' | 'publishers', value: string) => {
		const left = new URL(url);
		const parameter = name === 'types' ? 'type' : 'publisher';
		left.searchParams.delete('page');
		left.searchParams.set(parameter, filter[name].filter((other) => other !== value).join('~'));
		if (left.searchParams.get(parameter) === '') left.searchParams.delete(parameter);
		return left.pathname + left.search;
	};

	return {
		...pageOf(rows, list.page, PAGE_SIZE),
		entries: pageOf(rows, list.page, PAGE_SIZE).rows.map((row) => {
			const link = at(row);
			const day = linkDay(link);
			return {
				slug: link.slug,
				title: link.title,
				url: link.url,
				kind: link.kind,
				publisher: link.publisher,
				summary: link.summary,
				rating: link.rating,
				isSample: link.isSample,
				date: day === null ? null : formatDay(day, link.startsAt === null ? link.publishedPrecision : 'day'),
				practices: link.practices.map((practice) => {
					const { slug, name } = atlas.practices[practice]!;
					return { slug, name };
				})
			};
		}),
		total: rows.length,
		onRecord: listLibrary(
			atlas,
			{ ...view, query: '', practices: [], characteristics: [] },
			{ types: [], publishers: [] }
		).length,
		list,
		filter,
		problems,
		chips: [
			...chips,
			...filter.types.map((type) => ({ label: type, href: dropped('types', type) })),
			...filter.publishers.map((name) => ({ label: name, href: dropped('publishers', name) }))
		],
		clearHref: bare.clearHref,
		facets: {
			types: LINK_KINDS.map((kind) => ({
				value: kind,
				label: kind,
				count: types.get(kind) ?? 0,
				checked: filter.types.includes(kind)
			})),
			practices: [...practices]
				.sort((a, b) => b[1] - a[1])
				.map(([row, links]) => {
					const { slug, name } = atlas.practices[row]!;
					return { value: slug, label: name, count: links, checked: view.practices.includes(slug) };
				}),
			characteristics: atlas.characteristics.flatMap(({ label }, row) => {
				const value = characteristicKey(atlas, row);
				const links = characteristics.get(row) ?? 0;
				const checked = view.characteristics.includes(value);
				return links > 0 || checked ? [{ value, label, count: links, checked }] : [];
			}),
			publishers: [...publishers]
				.sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], 'en-GB'))
				.map(([name, links]) => ({
					value: name,
					label: name,
					count: links,
					checked: filter.publishers.includes(name)
				}))
		}
	};
};
