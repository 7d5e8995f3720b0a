import { loadAreas } from '#lib/server/areas.ts';
import { loadAtlas } from '#lib/server/atlas.ts';
import { boundariesVersion } from '#lib/server/boundaries.ts';
import { environment } from '#lib/server/environment.ts';
import { parseView } from '#lib/view/view.ts';
import { parseMap } from '../../map/map-address.ts';
import { mapFrame } from '../../map/map-frame.ts';
import type { PageServerLoad } from './$types';

/** The map to stand in another page: what any visitor sees, as every address under `/embed` does. */
export const load: PageServerLoad = async (event) => {
	const [atlas, figures, boundaries] = await Promise.all([
		loadAtlas(event),
		loadAreas(event),
		boundariesVersion(event)
	]);
	const { view } = parseView(event.url.searchParams);
	const { state } = parseMap(event.url.searchParams);
	const practice = atlas.practices[atlas.index.practiceBySlug.get(view.practices[0] ?? '') ?? -1];
	return {
		frame: mapFrame(atlas, view, state, figures),
		practiceName: view.practices.length === 1 ? (practice?.name ?? null) : null,
		hasBoundaries: boundaries !== '',
		styleUrl: environment().mapStyleUrl
	};
};
