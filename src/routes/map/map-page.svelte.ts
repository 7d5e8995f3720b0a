import { formatDay } from '#lib/domain/day.ts';
import { countArcs, listLearningArcs } from '#lib/view/learning-arcs.ts';
import { MapCounts } from '#lib/view/map-counts.ts';
import { readMap } from '#lib/view/map-reading.ts';
import { dateWindow } from '#lib/view/date-window.ts';
import { select } from '#lib/view/selection.ts';
import { DEFAULT_VIEW, viewParameters } from '#lib/view/view.ts';
import type { View } from '#lib/view/view.ts';
import { dateInWords } from '../view-chips.ts';
import type { MapData } from './load-map.server.ts';
import type { MapState } from './map-address.ts';
import { findingOf, hexagonCells, shadeOf, undrawnNote } from './map-frame.ts';
import { MapSession } from './map-session.svelte.ts';
import { isDated, pointColours } from './point-colours.ts';

/** The view and the map's own state as they are shown. */
export interface ShownMap {
	view: View;
	state: MapState;
}

/** What the pages with a map are given beside their own data. */
type PageData = MapData & { asOf: number; networks: { slug: string; name: string; isSample: boolean }[] };

/**
 * Everything that a page with a map shows, from what the server said, from the date as it moves, and,
 * once the atlas is here, from the atlas: so that a step of the slider asks nobody.
 */
export class MapPageState {
	readonly session = new MapSession();
	readonly #data: () => PageData;
	readonly #shown: () => ShownMap;

	/**
	 * @param data what the server said of the address it was last asked for
	 * @param shown what is shown, which may be ahead of that
	 */
	constructor(data: () => PageData, shown: () => ShownMap) {
		this.#data = data;
		this.#shown = shown;
	}

	readonly data = $derived.by(() => this.#data());
	readonly view = $derived.by(() => this.#shown().view);
	readonly own = $derived.by<MapState>(() => {
		const { state } = this.#shown();
		const wantsMap = state.show === 'map' || state.show === 'areas';
		return wantsMap && this.session.trouble !== null ? { ...state, show: 'hexagons' } : state;
	});

	// Text, so that a moved date or another colour leaves everything behind it as it is.
	readonly #filterText = $derived.by(() => JSON.stringify({ ...this.view, ...WITHOUT }));
	/** The view without its date and colours. */
	readonly filters = $derived.by(() => JSON.parse(this.#filterText) as View);
	/** What the view means, whatever its date; null until the atlas is here. */
	readonly #meant = $derived.by(() =>
		this.session.atlas === null ? null : select(this.session.atlas, this.filters)
	);
	readonly presences = $derived.by(() => this.#meant?.presences ?? null);
	readonly #counts = $derived.by(() =>
		this.session.atlas === null || this.presences === null
			? null
			: new MapCounts(this.session.atlas, this.presences)
	);
	readonly dates = $derived.by(() => dateWindow(this.view, this.data.asOf));
	/** The same on the view's date. */
	readonly selection = $derived.by(() => this.#meant?.on(this.view) ?? null);
	readonly reading = $derived.by(() =>
		this.selection === null || this.#counts === null
			? this.data.frame.reading
			: readMap(this.selection, this.#counts.count(this.dates), shadeOf(this.own), this.session.figures)
	);
	/** Areas in the shade of the reading; none where nothing is shaded. */
	readonly cells = $derived.by(() =>
		this.session.atlas === null
			? this.data.frame.cells
			: this.reading.shading === null
				? []
				: hexagonCells(this.session.atlas, this.reading)
	);
	readonly learning = $derived.by(() => (this.#meant === null ? null : listLearningArcs(this.#meant)));
	readonly arcCounts = $derived.by(() =>
		this.session.atlas === null || this.learning === null
			? this.data.frame.arcs
			: countArcs(this.session.atlas, this.learning, this.dates)
	);
	readonly #colourBy = $derived.by(() => this.view.colourBy);
	// Kind and region have no date; what has one follows the slider once it rests.
	readonly #colourDay = $derived.by(() =>
		isDated(this.#colourBy) ? dateWindow(this.data.view, this.data.asOf).day : this.data.asOf
	);
	readonly colours = $derived.by(() =>
		this.#meant === null ? null : pointColours(this.#meant, this.#colourBy, this.#colourDay)
	);
	/** As of when colours are read; null where they have no date. */
	readonly colourNote = $derived.by(() =>
		isDated(this.#colourBy) ? `on ${formatDay(this.#colourDay)}` : null
	);
	/** What is said of areas without a boundary, where boundaries are shown. */
	readonly undrawn = $derived.by(() =>
		this.own.show === 'areas' ? undrawnNote(this.data.undrawn.length, this.reading.coverage.areas) : null
	);
	readonly finding = $derived.by(() => findingOf(this.reading, this.data.practiceName));
	readonly when = $derived.by(() => dateInWords(this.view, this.dates.day));
	readonly isSample = $derived.by(() =>
		this.data.networks.some(({ slug, isSample }) => isSample && slug === this.view.network)
	);

	/** Whether the picture that is asked for can be neither drawn nor, for want of data, be shown as hexagons. */
	get isStranded(): boolean {
		return this.own.show === 'hexagons' && this.session.trouble !== null && this.cells.length === 0;
	}
}

const WITHOUT = {
	date: null,
	mode: DEFAULT_VIEW.mode,
	months: DEFAULT_VIEW.months,
	colourBy: DEFAULT_VIEW.colourBy
};

/** Parameters of a view and more, as pairs that a plain form keeps. */
export function keptParameters(
	view: View,
	own: Record<string, string | null>,
	except: readonly string[]
): [name: string, value: string][] {
	return [...viewParameters(view), ...Object.entries(own)].filter(
		(pair): pair is [string, string] => pair[1] !== null && !except.includes(pair[0])
	);
}
