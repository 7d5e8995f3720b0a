import { printCsv } from '#lib/exchange/csv.ts';
import { csvResponse } from '../../../../csv-response.ts';
import { loadKeptList } from '../kept-list.ts';
import type { RequestHandler } from './$types';

const COLUMNS = [
	...['position', 'code', 'name', 'type', 'region'],
	...['peers_of', 'setting', 'weights', 'universe', 'model', 'as_of']
];

/** A kept list, one row a council, with the weights and the version that it came of. */
export const GET: RequestHandler = async (event) => {
	const { id, councils, setting, asOf } = await loadKeptList(event, event.params.id);
	const weights = setting?.weights.map(({ indicator, weight }) => `${indicator} ${weight}`).join('; ');
	const rows = councils.map(({ code, name: council, type, region }, at) => [
		...[at + 1, code, council, type, region],
		setting?.councilCode ?? null,
		setting === null ? null : `${event.url.origin}/peers/${setting.councilCode}${setting.search}`,
		...[weights ?? null, setting?.universe ?? null, setting?.model ?? null, asOf]
	]);
	return csvResponse(printCsv(COLUMNS, rows, { byteOrderMark: true }), `goodways-list-${id}`);
};
