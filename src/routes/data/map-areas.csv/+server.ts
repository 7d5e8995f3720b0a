import { isoDay } from '#lib/domain/day.ts';
import { printCsv } from '#lib/exchange/csv.ts';
import { loadAreas } from '#lib/server/areas.ts';
import { loadAtlas } from '#lib/server/atlas.ts';
import { csvResponse } from '../../csv-response.ts';
import { AREA_COLUMNS, areaFile } from '../../map/area-file.ts';
import type { RequestHandler } from './$types';

/** The areas of a map with the values that shade them. */
export const GET: RequestHandler = async (event) => {
	const [atlas, figures] = await Promise.all([loadAtlas(event), loadAreas(event)]);
	const { rows, day } = areaFile(atlas, figures, event.url);
	const records = rows.map((row) => AREA_COLUMNS.map((column) => row[column]));
	return csvResponse(
		printCsv(AREA_COLUMNS, records, { byteOrderMark: true }),
		`goodways-areas-${isoDay(day)}`
	);
};
