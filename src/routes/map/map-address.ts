import { CLASS_METHODS } from '#lib/view/class-breaks.ts';
import type { ClassMethod } from '#lib/view/class-breaks.ts';
import { AREA_MEASURES } from '#lib/view/area-measure.ts';
import type { AreaMeasureKey } from '#lib/view/area-measure.ts';

/** `areas` are boundaries that the site imported; without any it is shown as hexagons. */
export const SHOWS = ['map', 'areas', 'hexagons', 'table'] as const;
export type Show = (typeof SHOWS)[number];

/** What the table lists: whatever the pictures show has one. */
export const TABLE_SUBJECTS = ['organisations', 'areas', 'learning'] as const;
export type TableSubject = (typeof TABLE_SUBJECTS)[number];

/** What the map's address holds beside the view. */
export interface MapState {
	show: Show;
	/** What the table is of. */
	of: TableSubject;
	measure: AreaMeasureKey;
	classes: ClassMethod;
	/** Whether learning arcs are drawn. */
	arcs: boolean;
	/** Whether near organisations are drawn as one cluster. */
	grouped: boolean;
	/** Code of the outlined area, or null. */
	chosen: string | null;
}

export const USUAL_MAP: MapState = {
	show: 'map',
	of: 'organisations',
	measure: 'organisations',
	classes: 'natural',
	arcs: true,
	grouped: true,
	chosen: null
};

/** Reads the map's own parameters; what is damaged falls back alone, and says so. */
export function parseMap(search: Pick<URLSearchParams, 'get'>): { state: MapState; problems: string[] } {
	const problems: string[] = [];
	function choice<Word extends string>(name: string, words: readonly Word[], usual: Word): Word {
		const value = search.get(name);
		if (value === null) return usual;
		const word = words.find((candidate) => candidate === value);
		if (word === undefined)
			problems.push(`The map cannot show “${value.slice(0, 40)}”; its usual way is used.`);
		return word ?? usual;
	}
	const measure = search.get('measure');
	const isMeasure = (value: string): value is AreaMeasureKey =>
		(AREA_MEASURES as readonly string[]).includes(value) || /^indicator:[a-z0-9-]{1,60}$/.test(value);
	if (measure !== null && !isMeasure(measure)) {
		problems.push(`Areas cannot be shaded by “${measure.slice(0, 40)}”; they show organisations.`);
	}
	const chosen = search.get('chosen');
	const isCode = chosen !== null && /^[EWSNK][0-9]{8}$/.test(chosen);
	if (chosen !== null && !isCode)
		problems.push(`“${chosen.slice(0, 40)}” is no code of an area; none is outlined.`);
	return {
		state: {
			show: choice('show', SHOWS, USUAL_MAP.show),
			of: choice('of', TABLE_SUBJECTS, USUAL_MAP.of),
			measure: measure !== null && isMeasure(measure) ? measure : USUAL_MAP.measure,
			classes: choice('classes', CLASS_METHODS, USUAL_MAP.classes),
			arcs: choice('arcs', ['on', 'off'], 'on') === 'on',
			grouped: choice('group', ['on', 'off'], 'on') === 'on',
			chosen: isCode ? chosen : null
		},
		problems
	};
}

/** The parameters of a map state; usual values are null and so left out of an address. */
export function printMap(state: MapState): Record<string, string | null> {
	const unless = (value: string, usual: string): string | null => (value === usual ? null : value);
	return {
		show: unless(state.show, USUAL_MAP.show),
		of: unless(state.of, USUAL_MAP.of),
		measure: unless(state.measure, USUAL_MAP.measure),
		classes: unless(state.classes, USUAL_MAP.classes),
		arcs: state.arcs ? null : 'off',
		group: state.grouped ? null : 'off',
		chosen: state.chosen
	};
}
