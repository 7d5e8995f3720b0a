import { error } from '@sveltejs/kit';
import { printCsv } from '#lib/exchange/csv.ts';
import { oneTable } from '#lib/proposals/tables.ts';
import { csvResponse } from '../../../csv-response.ts';
import { loadDownload } from '../download.ts';
import type { RequestHandler } from './$types';

/** All that is said of some proposals as one table, or one subject of it where `table` names one. */
export const GET: RequestHandler = async (event) => {
	const { tables, name } = await loadDownload(event);
	const asked = event.url.searchParams.get('table');
	const table = asked === null ? oneTable(tables) : tables.find((one) => one.name === asked);
	if (table === undefined) {
		error(404, `There is no table of that name; there are ${tables.map((one) => one.name).join(', ')}.`);
	}
	return csvResponse(
		printCsv(table.columns, table.rows, { byteOrderMark: true }),
		asked === null ? name : `${name}-${table.name}`
	);
};
