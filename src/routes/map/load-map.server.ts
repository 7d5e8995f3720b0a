import type { RequestEvent } from '@sveltejs/kit';
import { loadAreas } from '#lib/server/areas.ts';
import { loadWhole } from '#lib/server/atlas.ts';
import { boundariesVersion, loadBoundaries } from '#lib/server/boundaries.ts';
import { environment } from '#lib/server/environment.ts';
import type { AreasWire } from '#lib/domain/areas-wire.ts';
import { knownView } from '#lib/view/known-view.ts';
import { lateDateProblems } from '#lib/view/late-date.ts';
import { select } from '#lib/view/selection.ts';
import type { Selection } from '#lib/view/selection.ts';
import { parseView } from '#lib/view/view.ts';
import type { View } from '#lib/view/view.ts';
import { atlasTag } from '../atlas-tag.server.ts';
import { parseMap } from './map-address.ts';
import type { MapState, Show } from './map-address.ts';
import { mapFrame } from './map-frame.ts';
import type { MapFrame } from './map-frame.ts';

/** What every page with the map is given. Its view is what was asked for as far as the atlas knows it. */
export interface MapData {
	/** By which the browser knows whether the atlas it holds is still this one. */
	atlasTag: string;
	view: View;
	state: MapState;
	frame: MapFrame;
	practiceName: string | null;
	hasBoundaries: boolean;
	/** Names of areas that have no boundary to shade; empty where no boundaries are shown. */
	undrawn: string[];
	styleUrl: string | null;
	problems: string[];
}

/**
 * The map in words and numbers, for the first answer, for those without scripts, and whenever a view rests.
 *
 * @param instead what is shown where the address asks for what this page or site has not
 */
export async function loadMap(
	event: RequestEvent,
	instead: (asked: Show, hasBoundaries: boolean) => Show
): Promise<{ selection: Selection; figures: AreasWire; data: MapData }> {
	const [whole, figures, boundaries] = await Promise.all([
		loadWhole(event),
		loadAreas(event),
		boundariesVersion(event)
	]);
	const atlas = whole.atlas();
	const hasBoundaries = boundaries !== '';
	const { view, problems: unknown } = knownView(atlas, parseView(event.url.searchParams).view);
	const { state: asked, problems } = parseMap(event.url.searchParams);
	const state = { ...asked, show: instead(asked.show, hasBoundaries) };
	const selection = select(atlas, view);
	const drawn = state.show === 'areas' ? ((await loadBoundaries(event))?.shapes ?? null) : null;
	const practice = atlas.practices[atlas.index.practiceBySlug.get(view.practices[0] ?? '') ?? -1];
	return {
		selection,
		figures,
		data: {
			atlasTag: atlasTag(whole),
			view,
			state,
			frame: mapFrame(selection, state, figures),
			practiceName: view.practices.length === 1 ? (practice?.name ?? null) : null,
			hasBoundaries,
			undrawn:
				drawn === null ? [] : atlas.areas.filter(({ code }) => !drawn.has(code)).map(({ name }) => name),
			styleUrl: environment().mapStyleUrl,
			problems: [...unknown, ...lateDateProblems(view, atlas.asOf), ...problems]
		}
	};
}
