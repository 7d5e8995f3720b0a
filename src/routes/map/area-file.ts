import { error } from '@sveltejs/kit';
import type { AreasWire } from '#lib/domain/areas-wire.ts';
import type { Atlas } from '#lib/domain/atlas.ts';
import { isoDay } from '#lib/domain/day.ts';
import type { Day } from '#lib/domain/day.ts';
import { dateWindow } from '#lib/view/date-window.ts';
import { select } from '#lib/view/selection.ts';
import { downloadView } from '../download-view.ts';
import { AREA_ORDER, listAreaRows } from './area-rows.ts';
import { parseMap } from './map-address.ts';

export const AREA_COLUMNS = [
	'area_code',
	'area',
	'region',
	'measure',
	'value',
	'unit',
	'in_words',
	'date_bound',
	'date_precision',
	'through',
	'by_organisation',
	'as_of',
	'source'
] as const;

type AreaRecord = Record<(typeof AREA_COLUMNS)[number], string | number | null> & { area_code: string };

/**
 * The areas of a map's address as a file has them, by name. A value that is a date is written as one, and
 * a stage by its name.
 *
 * @throws 400 and 404 where the address asks for what no file can hold, as `downloadView` has it
 */
export function areaFile(
	atlas: Atlas,
	figures: AreasWire | null,
	{ searchParams }: Pick<URL, 'searchParams'>
): { rows: AreaRecord[]; day: Day; title: string; notes: string[] } {
	const view = downloadView(atlas, searchParams);
	const { state, problems } = parseMap(searchParams);
	const { measure } = state;
	if (problems.length > 0) error(400, `${problems.join(' ')} So there is no file for this address.`);
	const { day } = dateWindow(view, atlas.asOf);
	const { rows, title, unit, notes, source } = listAreaRows(
		select(atlas, view),
		figures,
		measure,
		AREA_ORDER
	);
	if (rows.length === 0) error(404, 'There is no such measure of areas, so there is nothing to download.');
	const written = (value: number | null, words: string): string | number | null => {
		if (value === null) return null;
		if (measure === 'adopted') return isoDay(value);
		return measure === 'stage' ? words.split(',')[0]! : value;
	};
	return {
		day,
		title,
		notes,
		rows: rows.map(({ code, name, region, value, words, bound, precision, through, by }) => ({
			area_code: code,
			area: name,
			region,
			measure: title,
			value: written(value, words),
			unit,
			in_words: words,
			date_bound: bound,
			date_precision: precision,
			through,
			by_organisation: by,
			as_of: isoDay(day),
			source
		}))
	};
}
