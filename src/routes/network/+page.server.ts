import { redirect } from '@sveltejs/kit';
import { loadAtlas } from '#lib/server/atlas.ts';
import { countFacets } from '#lib/view/facets.ts';
import { joinRepeated } from '#lib/view/form-search.ts';
import { parseChoice } from '#lib/view/network-choice.ts';
import { parseView } from '#lib/view/view.ts';
import { pageOf, parseList } from '../list-address.ts';
import { measuredPicture, networkFrame } from './network-frame.ts';
import { NODE_ORDER, NODE_SORTS, listNodes } from './network-table.ts';
import type { PageServerLoad } from './$types';

const PAGE_SIZE = 100;

/** The network in words and numbers, and as a table; the picture is the browser's. */
export const load: PageServerLoad = async (event) => {
	const joined = joinRepeated(event.url.searchParams);
	if (joined !== null) redirect(303, event.url.pathname + joined);

	const atlas = await loadAtlas(event);
	const { view } = parseView(event.url.searchParams);
	const { choice, problems } = parseChoice(event.url.searchParams);
	const { list, problems: listProblems } = parseList(event.url.searchParams, NODE_SORTS, NODE_ORDER);
	const measured = measuredPicture(atlas, view, choice);
	return {
		frame: networkFrame(atlas, view, choice, measured),
		facets: countFacets(atlas, view),
		table:
			choice.show === 'table' && measured.moment !== null
				? { ...pageOf(listNodes(measured.picture, measured.moment, list), list.page, PAGE_SIZE), list }
				: null,
		problems: [...problems, ...listProblems]
	};
};
