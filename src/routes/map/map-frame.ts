import type { AreasWire } from '#lib/domain/areas-wire.ts';
import type { Atlas } from '#lib/domain/atlas.ts';
import { eventStrip } from '#lib/charts/event-strip.ts';
import type { EventStrip } from '#lib/charts/event-strip.ts';
import { adoptionDays, eventDays, readMap } from '#lib/view/map-reading.ts';
import type { MapReading } from '#lib/view/map-reading.ts';
import { listPresences } from '#lib/view/presence.ts';
import type { Presences } from '#lib/view/presence.ts';
import { viewSearch } from '#lib/view/view.ts';
import type { View } from '#lib/view/view.ts';
import { dateInWords, viewChips } from '../view-chips.ts';
import type { Chip } from '../view-chips.ts';
import { printMap } from './map-address.ts';
import type { MapState } from './map-address.ts';

/** Everything the page shows beside and under its picture; the same on the server and in the browser. */
export interface MapFrame {
	reading: MapReading;
	/** The page's finding, a whole sentence. */
	finding: string;
	when: string;
	cells: HexagonCell[];
	strip: EventStrip;
	/** What the strip's bars count. */
	counted: string;
	chips: Chip[];
	clearHref: string;
}

interface HexagonCell {
	code: string;
	name: string;
	q: number;
	r: number;
	value: string;
	step: number | null;
	href: string;
}

/** The frame of a view and the map's own state. */
export function mapFrame(
	atlas: Atlas,
	view: View,
	state: MapState,
	figures: AreasWire | null,
	presences: Presences = listPresences(atlas, view)
): MapFrame {
	const reading = readMap(atlas, view, presences, state.measure, state.classes, figures);
	const events = eventDays(presences);
	// Where nothing in the view has dates of its own, its adoptions are what happens over time.
	const hasEvents = view.network !== null || view.practices.length > 0 || view.stages.length > 0;
	return {
		reading,
		finding: findingOf(atlas, view, reading),
		when: dateInWords(view, reading.window.day),
		cells: hexagonCells(atlas, reading),
		strip: eventStrip(hasEvents ? events : adoptionDays(atlas, presences, view), atlas.asOf),
		counted: hasEvents
			? view.practices.length > 0 || view.stages.length > 0
				? 'adoptions begun or ended'
				: 'members who joined or left'
			: 'adoptions begun',
		...viewChips(atlas, view, '/map', printMap(state))
	};
}

/** Cells of the hexagon map; each leads to its council where there is one, else to the list of its area. */
export function hexagonCells(atlas: Atlas, { shading }: Pick<MapReading, 'shading'>): HexagonCell[] {
	return atlas.areas.flatMap(({ code, name, hex, council }, at) =>
		hex === null
			? []
			: [
					{
						code,
						name,
						...hex,
						value: shading?.words[at] ?? 'no data',
						step: shading === null ? null : (shading.steps[at] ?? null),
						href:
							council === null
								? `/organisations?area=${code}`
								: `/organisations/${atlas.organisations.slug[council]!}`
					}
				]
	);
}

function findingOf(atlas: Atlas, view: View, { total, coverage, window }: MapReading): string {
	const one = view.network === null ? 'organisation' : 'member';
	const practice =
		view.practices.length === 1
			? atlas.practices[atlas.index.practiceBySlug.get(view.practices[0]!) ?? -1]
			: undefined;
	const doing = practice === undefined ? '' : ` with “${practice.name}”`;
	const subject = `${total.toLocaleString('en-GB')} ${total === 1 ? one : `${one}s`}${doing}`;
	if (total === 0) return `No ${one}${doing} ${dateInWords(view, window.day)}`;
	const places = coverage.covered === 1 ? 'area' : 'areas';
	return `${subject}, in ${coverage.covered} of ${coverage.areas} ${places}`;
}

/** Address of this page with another view or state. */
export function mapHref(view: View, state: MapState): string {
	return `/map${viewSearch(view, printMap(state))}`;
}
