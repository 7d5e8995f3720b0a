import { redirect } from '@sveltejs/kit';
import { loadAtlas } from '#lib/server/atlas.ts';
import { countFacets } from '#lib/view/facets.ts';
import { joinRepeated } from '#lib/view/form-search.ts';
import { networkIdentity } from '#lib/view/network-identity.ts';
import { knownView } from '#lib/view/known-view.ts';
import { lateDateProblems } from '#lib/view/late-date.ts';
import { dateWindow } from '#lib/view/date-window.ts';
import { listRecordsApart } from '#lib/view/records-apart.ts';
import { countReach } from '#lib/view/reach.ts';
import { select } from '#lib/view/selection.ts';
import { parseView } from '#lib/view/view.ts';
import { pageOf, parseList, printSort } from '#lib/view/list-address.ts';
import { dateInWords, viewChips } from '../view-chips.ts';
import { countOnRecord, DIRECTORY_SORTS, listDirectory, USUAL_ORDER } from '#lib/organisation/directory.ts';
import type { PageServerLoad } from './$types';

const PAGE_SIZE = 50;
/** So few say little of a network, so the page says what it is. */
const FEW = 2;

export const load: PageServerLoad = async (event) => {
	const { url } = event;
	const joined = joinRepeated(url.searchParams);
	if (joined !== null) redirect(303, url.pathname + joined);

	const atlas = await loadAtlas(event);
	const { view, problems: unknown } = knownView(atlas, parseView(url.searchParams).view);
	const { list, problems } = parseList(url.searchParams, DIRECTORY_SORTS, USUAL_ORDER);
	const selection = select(atlas, view);
	const entries = listDirectory(selection, list);

	return {
		view,
		...pageOf(entries, list.page, PAGE_SIZE),
		...viewChips(atlas, view, url.pathname, { sort: printSort(list, USUAL_ORDER) }),
		total: entries.length,
		onRecord: countOnRecord(selection),
		when: dateInWords(view, dateWindow(view, atlas.asOf).day),
		facets: countFacets(selection),
		apart: listRecordsApart(selection),
		reach: countReach(selection),
		identity: entries.length <= FEW ? networkIdentity(atlas, view.network) : null,
		list,
		problems: [...unknown, ...lateDateProblems(view, atlas.asOf), ...problems]
	};
};
