import type { AreasWire } from '#lib/domain/areas-wire.ts';
import type { Atlas } from '#lib/domain/atlas.ts';
import { eventStrip } from '#lib/charts/event-strip.ts';
import type { EventStrip } from '#lib/charts/event-strip.ts';
import { adoptionEvents, presenceEvents } from '#lib/view/dated-events.ts';
import { countArcs, listLearningArcs } from '#lib/view/learning-arcs.ts';
import type { ArcCounts } from '#lib/view/learning-arcs.ts';
import { countRows } from '#lib/view/map-counts.ts';
import { listUnlocated, readMap } from '#lib/view/map-reading.ts';
import type { MapReading, Unlocated } from '#lib/view/map-reading.ts';
import { countInWords } from '#lib/view/noun.ts';
import type { Selection } from '#lib/view/selection.ts';
import { viewSearch } from '#lib/view/view.ts';
import type { View } from '#lib/view/view.ts';
import { viewChips } from '../view-chips.ts';
import type { Chip } from '../view-chips.ts';
import { printMap } from './map-address.ts';
import type { MapState } from './map-address.ts';

const MOST_UNLOCATED = 200;

/**
 * What the server says of a view at rest: everything beside the picture. While a date moves, the
 * page counts the numbers itself and leaves the rest as it was.
 */
export interface MapFrame {
	reading: MapReading;
	unlocated: Unlocated[];
	cells: HexagonCell[];
	/** Learning arcs on the date. */
	arcs: ArcCounts;
	strip: EventStrip;
	/** What the strip's bars count. */
	counted: string;
	chips: Chip[];
	clearHref: string;
}

export interface HexagonCell {
	code: string;
	name: string;
	q: number;
	r: number;
	value: string;
	step: number | null;
	href: string;
}

/** The frame of a selection and the map's own state. */
export function mapFrame(selection: Selection, state: MapState, figures: AreasWire | null): MapFrame {
	const { atlas, view, window, presences, organisations: shown } = selection;
	const reading = readMap(selection, countRows(atlas, shown), shadeOf(state), figures);
	// Where nothing in the view has dates of its own, its adoptions are what happens over time.
	const hasAdoptions = view.practices.length > 0 || view.stages.length > 0;
	const hasEvents = view.network !== null || hasAdoptions;
	const events = hasEvents ? presenceEvents(presences, atlas.asOf) : adoptionEvents(selection, atlas.asOf);
	return {
		reading,
		unlocated: listUnlocated(atlas, shown, MOST_UNLOCATED),
		cells: reading.shading === null ? [] : hexagonCells(atlas, reading),
		strip: eventStrip(events.days, atlas.asOf, events),
		arcs: countArcs(atlas, listLearningArcs(selection), window),
		counted: hasAdoptions
			? 'adoptions begun or ended'
			: hasEvents
				? reading.noun.many === 'members'
					? 'members who joined or left'
					: 'adoptions on record, begun or ended'
				: 'adoptions begun',
		...viewChips(atlas, view, '/map', printMap(state))
	};
}

/** What areas are shaded by; null where the state shows none. */
export function shadeOf({
	show,
	of,
	measure,
	classes
}: MapState): Pick<MapState, 'measure' | 'classes'> | null {
	const isShaded = show === 'hexagons' || show === 'areas' || (show === 'table' && of === 'areas');
	return isShaded ? { measure, classes } : null;
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

/** The page's finding, a whole sentence without its date and its stop. */
export function findingOf(
	{ total, noun, coverage }: Pick<MapReading, 'total' | 'noun' | 'coverage'>,
	practiceName: string | null
): string {
	const doing = practiceName === null ? '' : ` with “${practiceName}”`;
	if (total === 0) return `No ${noun.one}${doing}`;
	return `${countInWords(total, noun)}${doing}, in ${coverage.covered} of ${coverage.areas} areas`;
}

/**
 * What a map of boundaries says of areas that have none; null where every area has one.
 *
 * @param undrawn how many have none
 * @param areas how many there are
 */
export function undrawnNote(undrawn: number, areas: number): string | null {
	if (undrawn === 0) return null;
	const [have, are] = undrawn === 1 ? ['has', 'is'] : ['have', 'are'];
	return `${undrawn} of ${areas} areas ${have} no boundary here and ${are} not drawn. The hexagons and the table show all of them.`;
}

/** Address of this page with another view or state. */
export function mapHref(view: View, state: MapState): string {
	return `/map${viewSearch(view, printMap(state))}`;
}
