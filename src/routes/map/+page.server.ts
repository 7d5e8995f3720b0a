import { redirect } from '@sveltejs/kit';
import { countFacets } from '#lib/view/facets.ts';
import { joinRepeated } from '#lib/view/form-search.ts';
import { loadMap } from './load-map.server.ts';
import { mapTable } from './map-table.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const joined = joinRepeated(event.url.searchParams);
	if (joined !== null) redirect(303, event.url.pathname + joined);

	const { selection, figures, data } = await loadMap(event, (asked, hasBoundaries) =>
		asked === 'areas' && !hasBoundaries ? 'hexagons' : asked
	);
	const { table, problems } = mapTable(selection, figures, data.state, event.url.searchParams);
	return {
		...data,
		facets: countFacets(selection),
		table,
		measures: figures.indicators.map(({ key, label, theme }) => ({
			key: `indicator:${key}` as const,
			label,
			theme
		})),
		problems: [...data.problems, ...problems]
	};
};
