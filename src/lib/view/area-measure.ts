import type { AreasWire } from '#lib/domain/areas-wire.ts';
import type { Atlas } from '#lib/domain/atlas.ts';
import { formatDay, isoDay } from '#lib/domain/day.ts';
import { STAGES } from '#lib/domain/vocabulary.ts';
import { adoptionByArea } from './area-adoption.ts';
import type { AreaAdoption } from './area-adoption.ts';
import type { AreaCounts } from './coverage.ts';
import { classBreaks, classOf } from './class-breaks.ts';
import type { ClassMethod } from './class-breaks.ts';
import type { DateWindow } from './presence.ts';
import { wantedPractices } from './spell-presence.ts';
import type { View } from './view.ts';

/** What areas are shaded by; any other text is the key of an indicator. */
export const AREA_MEASURES = ['organisations', 'share', 'adopted', 'stage'] as const;
export type AreaMeasureKey = (typeof AREA_MEASURES)[number] | `indicator:${string}`;

/** One measure over all areas, in the atlas's order, ready to shade, list and export. */
export interface AreaMeasure {
	key: AreaMeasureKey;
	/** For the legend: "Organisations in the area". */
	title: string;
	/** What one number is: "organisations", "%", "year" … */
	unit: string;
	/** Null: no data, or not adopted; `words` says which. 0 is a value like any other. */
	values: (number | null)[];
	/** The value in words: "3 organisations", "adopted 28 Jul 2020", "not adopted so far". */
	words: string[];
	/** What one must know to read the figures. */
	notes: string[];
	source: string | null;
	/** Numbers in the legend. */
	format: (value: number) => string;
}

/**
 * A measure of every area on the view's date.
 *
 * @param counts organisations of the view on its date, by area
 * @param figures published indicators; null where they are not loaded
 * @returns null when the measure is an indicator that is not among the figures
 */
export function measureAreas(
	atlas: Atlas,
	view: View,
	window: DateWindow,
	counts: AreaCounts,
	key: AreaMeasureKey,
	figures: AreasWire | null
): AreaMeasure | null {
	if (key.startsWith('indicator:')) return indicatorMeasure(atlas, key, figures);
	if (key === 'organisations') return countMeasure(counts);
	const adoption = adoptionByArea(atlas, view, wantedPractices(atlas, view), window);
	if (key === 'share') return shareMeasure(atlas, adoption);
	return key === 'stage' ? stageMeasure(adoption) : dateMeasure(adoption);
}

/** Classes of a measure's values for its legend, and the class of each area (1 up; 0 for zero; null no data). */
export function shadeAreas(
	measure: AreaMeasure,
	method: ClassMethod,
	classes = 5
): { bounds: number[]; steps: (number | null)[] } {
	const known = measure.values.filter((value): value is number => value !== null);
	// Zero is no shade of "some", so it never shares a class with the smallest number above it.
	const isCount = known.every((value) => Number.isInteger(value) && value >= 0) && known.includes(0);
	const bounds = classBreaks(isCount ? known.filter((value) => value > 0) : known, classes, method);
	return {
		bounds,
		steps: measure.values.map((value) => {
			if (value === null) return null;
			return isCount && value === 0 ? 0 : classOf(value, bounds) + 1;
		})
	};
}

function countMeasure({ inArea, withoutArea }: AreaCounts): AreaMeasure {
	const values = Array.from(inArea);
	return {
		key: 'organisations',
		title: 'Organisations in the area',
		unit: 'organisations',
		values,
		words: values.map((count) => (count === 1 ? '1 organisation' : `${count} organisations`)),
		notes: withoutArea === 0 ? [] : [`${withoutArea} more belong to no single area and are not shaded.`],
		source: null,
		format: (value) => String(value)
	};
}

function shareMeasure(atlas: Atlas, adoption: readonly (AreaAdoption | null)[]): AreaMeasure {
	const all = new Map<string, { councils: number; adopters: number }>();
	atlas.areas.forEach(({ region, council }, at) => {
		const of = all.get(region) ?? { councils: 0, adopters: 0 };
		if (council !== null) of.councils += 1;
		if (adoption[at] !== null) of.adopters += 1;
		all.set(region, of);
	});
	const shares = atlas.areas.map(({ region }) => all.get(region)!);
	return {
		key: 'share',
		title: 'Share of the region’s councils that have adopted',
		unit: '%',
		values: shares.map(({ councils, adopters }) => (councils === 0 ? null : (100 * adopters) / councils)),
		words: shares.map(({ councils, adopters }, at) =>
			councils === 0
				? 'no council on record'
				: `${adopters} of ${councils} councils of ${atlas.areas[at]!.region}`
		),
		notes: ['Every area of a region has the region’s shade.', ...throughNotes(adoption)],
		source: null,
		format: (value) => `${Math.round(value)} %`
	};
}

function stageMeasure(adoption: readonly (AreaAdoption | null)[]): AreaMeasure {
	return {
		key: 'stage',
		title: 'Stage reached',
		unit: 'stage',
		values: adoption.map((it) => (it === null ? null : it.stage + 1)),
		words: adoption.map((it) =>
			it === null ? 'not adopted so far' : `${STAGES[it.stage]!}${throughWords(it)}`
		),
		notes: throughNotes(adoption),
		source: null,
		format: (value) => STAGES[value - 1] ?? ''
	};
}

function dateMeasure(adoption: readonly (AreaAdoption | null)[]): AreaMeasure {
	const undated = adoption.filter((it) => it !== null && it.since === null).length;
	return {
		key: 'adopted',
		title: 'Adopted on',
		unit: 'date',
		values: adoption.map((it) => it?.since ?? null),
		words: adoption.map((it) => {
			if (it === null) return 'not adopted so far';
			const when = it.since === null ? 'adopted, date not recorded' : `adopted ${formatDay(it.since)}`;
			return when + throughWords(it);
		}),
		notes: [
			...(undated === 0 ? [] : [`${undated} adopted on a date that is not recorded; they have no shade.`]),
			...throughNotes(adoption)
		],
		source: null,
		format: (value) => isoDay(value).slice(0, 7)
	};
}

function indicatorMeasure(atlas: Atlas, key: AreaMeasureKey, figures: AreasWire | null): AreaMeasure | null {
	const indicator = figures?.indicators.find((it) => `indicator:${it.key}` === key);
	if (figures === null || indicator === undefined) return null;
	const position = new Map(figures.codes.map((code, at) => [code, at]));
	const values = atlas.areas.map(({ code }) => indicator.values[position.get(code) ?? -1] ?? null);
	const format = (value: number): string =>
		value.toLocaleString('en-GB', { maximumFractionDigits: indicator.decimals });
	const blank = values.filter((value) => value === null).length;
	return {
		key,
		title: indicator.label,
		unit: indicator.unit,
		values,
		words: values.map((value) => (value === null ? 'not published' : `${format(value)} ${indicator.unit}`)),
		notes: blank === 0 ? [] : [`Not published for ${blank} of ${values.length} areas.`],
		source: `${indicator.source}, ${indicator.vintage} (${indicator.licence})`,
		format
	};
}

function throughWords({ through }: AreaAdoption): string {
	return through === 'own'
		? ''
		: through === 'inherited'
			? ', inherited from a council it succeeded'
			: ', by its county council';
}

function throughNotes(adoption: readonly (AreaAdoption | null)[]): string[] {
	const count = (through: AreaAdoption['through']): number =>
		adoption.filter((it) => it?.through === through).length;
	const notes: string[] = [];
	if (count('county') > 0) {
		notes.push(
			`${count('county')} districts are shown for what their county council does: counties have no hexagon of their own.`
		);
	}
	if (count('inherited') > 0) {
		notes.push(`${count('inherited')} councils inherit the date of a council that they succeeded.`);
	}
	return notes;
}
