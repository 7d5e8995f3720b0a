import { redirect } from '@sveltejs/kit';
import { loadAreas } from '#lib/server/areas.ts';
import { loadAtlas } from '#lib/server/atlas.ts';
import { boundariesVersion } from '#lib/server/boundaries.ts';
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

/** The map in words and numbers, for the first answer, for those without scripts, and whenever a view rests. */
export const load: PageServerLoad = async (event) => {
	const joined = joinRepeated(event.url.searchParams);
	if (joined !== null) redirect(303, event.url.pathname + joined);

	const [atlas, figures, boundaries] = await Promise.all([
		loadAtlas(event),
		loadAreas(event),
		boundariesVersion(event)
	]);
	const { view } = parseView(event.url.searchParams);
	const { state, problems } = parseMap(event.url.searchParams);
	const { list, problems: listProblems } = parseList(event.url.searchParams, DIRECTORY_SORTS, USUAL_ORDER);
	const practice = atlas.practices[atlas.index.practiceBySlug.get(view.practices[0] ?? '') ?? -1];
	return {
		frame: mapFrame(atlas, view, state, figures),
		facets: countFacets(atlas, view),
		practiceName: view.practices.length === 1 ? (practice?.name ?? null) : null,
		table:
			state.show === 'table'
				? { ...pageOf(listDirectory(atlas, view, list), list.page, PAGE_SIZE), list }
				: null,
		measures: figures.indicators.map(({ key, label, theme }) => ({
			key: `indicator:${key}` as const,
			label,
			theme
		})),
		hasBoundaries: boundaries !== '',
		styleUrl: environment().mapStyleUrl,
		problems: [...problems, ...listProblems]
	};
};
