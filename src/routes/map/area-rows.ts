import type { AreasWire } from '#lib/domain/areas-wire.ts';
import { areaAdoptions } from '#lib/view/area-adoption.ts';
import type { AreaAdoption } from '#lib/view/area-adoption.ts';
import type { DateBound, DatePrecision } from '#lib/domain/vocabulary.ts';
import { measureAreas, shownAdoption } from '#lib/view/area-measure.ts';
import type { AreaMeasureKey } from '#lib/view/area-measure.ts';
import { countRows } from '#lib/view/map-counts.ts';
import type { Selection } from '#lib/view/selection.ts';

export const AREA_SORTS = ['name', 'region', 'value'] as const;
export type AreaSort = (typeof AREA_SORTS)[number];
export const AREA_ORDER = { sort: 'name', isDescending: false } as const;

/** A shaded area in words. */
export interface AreaRow {
	code: string;
	name: string;
	region: string;
	/** Null: no data, or not adopted; `words` says which. A date is a day number. */
	value: number | null;
	words: string;
	/**
	 * Whose doing it is: of somebody here, of its county council, or of a council its own succeeded; `none` is on
	 * record as having nobody, `silent` is not on record; null where the measure is of no adoption.
	 */
	through: AreaAdoption['through'] | 'none' | 'silent' | null;
	/** Slug of the organisation whose doing it is. */
	by: string | null;
	/** How an adoption's date is known; null where the measure is none, or no date is recorded. */
	bound: DateBound | null;
	precision: DatePrecision | null;
	/** Slug of the area's council; null where it has none on record. */
	council: string | null;
}

/** Everything that shades a map of areas by one measure, in words, with what one must know to read it. */
export interface AreaRows {
	title: string;
	unit: string;
	notes: string[];
	source: string | null;
	rows: AreaRow[];
}

const BY_ADOPTION: readonly AreaMeasureKey[] = ['adopted', 'stage'];

/**
 * The areas as they are shaded on the view's date, sorted; equal ones by name, and those without a value
 * last whichever way. A measure that is not at hand gives no rows.
 */
export function listAreaRows(
	selection: Selection,
	figures: AreasWire | null,
	key: AreaMeasureKey,
	{ sort, isDescending }: { sort: AreaSort; isDescending: boolean }
): AreaRows {
	const { atlas } = selection;
	const measure = measureAreas(selection, countRows(atlas, selection.organisations), key, figures);
	if (measure === null) return { title: 'No such measure', unit: '', notes: [], source: null, rows: [] };
	const adoption = BY_ADOPTION.includes(key) ? areaAdoptions(selection) : null;
	const slugOf = (row: number | null | undefined): string | null =>
		row === null || row === undefined ? null : (atlas.organisations.slug[row] ?? null);
	const rows = atlas.areas.map(({ code, name, region, council }, at): AreaRow => {
		const area = adoption?.[at];
		const done = area === undefined ? null : shownAdoption(area);
		const isDated = done !== null && done.since.day !== null;
		return {
			code,
			name,
			region,
			value: measure.values[at] ?? null,
			words: measure.words[at] ?? '',
			through: done?.through ?? (area === undefined ? null : area.isSilent ? 'silent' : 'none'),
			by: slugOf(done?.by),
			bound: isDated ? done.since.bound : null,
			precision: isDated ? done.since.precision : null,
			council: slugOf(council)
		};
	});
	const byName = new Intl.Collator('en-GB');
	const turn = isDescending ? -1 : 1;
	const compare: Record<AreaSort, (a: AreaRow, b: AreaRow) => number> = {
		name: (a, b) => turn * byName.compare(a.name, b.name),
		region: (a, b) => turn * byName.compare(a.region, b.region),
		value: (a, b) =>
			a.value === null || b.value === null
				? Number(a.value === null) - Number(b.value === null)
				: turn * (a.value - b.value)
	};
	return {
		title: measure.title,
		unit: measure.unit,
		notes: measure.notes,
		source: measure.source,
		rows: rows.sort((a, b) => compare[sort](a, b) || byName.compare(a.name, b.name))
	};
}
