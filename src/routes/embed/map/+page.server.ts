import { loadMap } from '../../map/load-map.server.ts';
import type { PageServerLoad } from './$types';

/** The map to stand in another page: what any visitor sees, as every address under `/embed` does; it has no table. */
export const load: PageServerLoad = async (event) => {
	const { data } = await loadMap(event, (asked, hasBoundaries) =>
		asked === 'table' || (asked === 'areas' && !hasBoundaries) ? 'hexagons' : asked
	);
	return data;
};
