import type { AreasWire } from '#lib/domain/areas-wire.ts';
import type { Atlas } from '#lib/domain/atlas.ts';
import { ORGANISATION_KINDS } from '#lib/domain/vocabulary.ts';
import type { OrganisationKind } from '#lib/domain/vocabulary.ts';
import { areasOf, silentAreas } from './area-adoption.ts';
import { measureAreas, shadeAreas } from './area-measure.ts';
import type { AreaMeasureKey } from './area-measure.ts';
import type { ClassMethod } from './class-breaks.ts';
import { coverageInWords, measureCoverage } from './coverage.ts';
import type { Coverage } from './coverage.ts';
import type { MapNumbers } from './map-counts.ts';
import { nounOf } from './noun.ts';
import type { Noun } from './noun.ts';
import { listRecordsApart } from './records-apart.ts';
import type { RecordApart } from './records-apart.ts';
import type { DateWindow } from './date-window.ts';
import { countReach } from './reach.ts';
import type { ReachCounts } from './reach.ts';
import type { Selection } from './selection.ts';

/** What stands beside the map on a date: every number of the picture, for a page, a table or an export. */
export interface MapReading {
	window: DateWindow;
	/** Organisations in view. */
	total: number;
	/** What they are called. */
	noun: Noun;
	kinds: { key: OrganisationKind; count: number }[];
	/** How many have no place on the map. */
	unlocated: number;
	coverage: Coverage;
	sentences: string[];
	/** The same by the way in which they are part of a movement; null where none is shown. */
	reach: ReachCounts | null;
	/** Public records that are left out of all of these. */
	apart: RecordApart[];
	/** Null where the measure is not at hand. */
	shading: AreaShading | null;
}

export interface AreaShading {
	title: string;
	unit: string;
	/** Upper bounds of the classes, in words. */
	legend: string[];
	/** Whether any area is zero, and whether any is unknown: the legend names only what occurs. */
	hasZero: boolean;
	hasUnknown: boolean;
	/** What zero and unknown are called. */
	zeroWord: string;
	unknownWord: string;
	/** In the atlas's order of areas. */
	steps: (number | null)[];
	words: string[];
	notes: string[];
	source: string | null;
}

/**
 * Reads a selection on its date.
 *
 * @param numbers what the view counts on that date
 * @param shade measure and classes of the areas; null where no areas are drawn
 * @param figures published indicators, for shading by one and for coverage against population; null
 *   where they are not at hand
 */
export function readMap(
	selection: Selection,
	numbers: MapNumbers,
	shade: { measure: AreaMeasureKey; classes: ClassMethod } | null,
	figures: AreasWire | null
): MapReading {
	const { atlas, view, window } = selection;
	const noun = nounOf(atlas, view);
	const looked = { asked: areasOf(selection), silent: silentAreas(selection) };
	const people = figures === null ? null : populationOf(atlas, figures);
	const coverage = measureCoverage(atlas, numbers, looked, people);
	return {
		window,
		total: numbers.total,
		noun,
		kinds: ORGANISATION_KINDS.map((key, at) => ({ key, count: numbers.byKind[at]! })),
		unlocated: numbers.unlocated,
		coverage,
		sentences: coverageInWords(coverage, noun.one),
		reach: countReach(selection),
		apart: listRecordsApart(selection),
		shading: shade === null ? null : shadingOf(selection, numbers, shade.measure, shade.classes, figures)
	};
}

/** An organisation that the map cannot show. */
export interface Unlocated {
	slug: string;
	name: string;
	kind: OrganisationKind;
}

/** The first organisations of a view, by name, that have no place on the map. */
export function listUnlocated(atlas: Atlas, shown: Int32Array, most: number): Unlocated[] {
	const { kind, lon, slug, name } = atlas.organisations;
	return Array.from(shown.filter((row) => Number.isNaN(lon[row]!)))
		.sort((a, b) => (name[a]! < name[b]! ? -1 : 1))
		.slice(0, most)
		.map((row) => ({ slug: slug[row]!, name: name[row]!, kind: ORGANISATION_KINDS[kind[row]!]! }));
}

/** People by area, in the atlas's order, from the published figures; null where not published. */
function populationOf(atlas: Atlas, figures: AreasWire): (number | null)[] {
	const population = figures.indicators.find(({ key }) => key.startsWith('population'));
	const position = new Map(figures.codes.map((code, at) => [code, at]));
	return atlas.areas.map(({ code }) => population?.values[position.get(code) ?? -1] ?? null);
}

function shadingOf(
	selection: Selection,
	counts: MapNumbers,
	key: AreaMeasureKey,
	classes: ClassMethod,
	figures: AreasWire | null
): AreaShading | null {
	const measure = measureAreas(selection, counts, key, figures);
	if (measure === null) return null;
	const { bounds, steps } = shadeAreas(measure, classes);
	const isAdoption = key === 'adopted' || key === 'stage';
	return {
		title: measure.title,
		unit: measure.unit,
		legend: bounds.map((bound, at) => legendWords(bound, bounds[at - 1], measure.values, measure.format)),
		hasZero: steps.includes(0),
		zeroWord: isAdoption ? 'not adopted so far' : 'none',
		hasUnknown: steps.includes(null),
		unknownWord: isAdoption ? 'no date, or nothing on record' : 'no data',
		steps,
		words: measure.words,
		notes: measure.notes,
		source: measure.source
	};
}

/** A class in words: "4", "5 to 12". The lower end is the smallest value that is in it. */
function legendWords(
	bound: number,
	before: number | undefined,
	values: readonly (number | null)[],
	format: (value: number) => string
): string {
	let least = bound;
	for (const value of values) {
		if (value !== null && value !== 0 && value < least && (before === undefined || value > before))
			least = value;
	}
	const [from, to] = [format(least), format(bound)];
	return from === to ? to : `${from} to ${to}`;
}
