import { redirect } from '@sveltejs/kit';
import { loadAreas } from '#lib/server/areas.ts';
import { loadAtlas } from '#lib/server/atlas.ts';
import { environment } from '#lib/server/environment.ts';
import { countFacets } from '#lib/view/facets.ts';
import { joinRepeated } from '#lib/view/form-search.ts';
import { parseView } from '#lib/view/view.ts';
import { pageOf, parseList } from '../list-address.ts';
import { DIRECTORY_SORTS, USUAL_ORDER, listDirectory } from '../organisations/directory.ts';
import { parseMap } from './map-address.ts';
import { mapFrame } from './map-frame.ts';
import type { PageServerLoad } from './$types';

const PAGE_SIZE = 100;

/** The map in words and numbers, for the first answer and for those without scripts. */
export const load: PageServerLoad = async (event) => {
	const joined = joinRepeated(event.url.searchParams);
	if (joined !== null) redirect(303, event.url.pathname + joined);

	const [atlas, figures] = await Promise.all([loadAtlas(event), loadAreas(event)]);
	const { view } = parseView(event.url.searchParams);
	const { state, problems } = parseMap(event.url.searchParams);
	const { list, problems: listProblems } = parseList(event.url.searchParams, DIRECTORY_SORTS, USUAL_ORDER);
	return {
		frame: mapFrame(atlas, view, state, figures),
		facets: countFacets(atlas, view),
		table:
			state.show === 'table'
				? { ...pageOf(listDirectory(atlas, view, list), list.page, PAGE_SIZE), list }
				: null,
		measures: figures.indicators.map(({ key, label, theme }) => ({
			key: `indicator:${key}` as const,
			label,
			theme
		})),
		styleUrl: environment().mapStyleUrl,
		problems: [...problems, ...listProblems]
	};
};
