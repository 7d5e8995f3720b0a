import { printWorkbook } from '#lib/exchange/workbook.ts';
import { loadDownload } from '../download.ts';
import type { RequestHandler } from './$types';

/** All that is said of some proposals as a workbook, a sheet each subject. */
export const GET: RequestHandler = async (event) => {
	const { tables, name } = await loadDownload(event);
	return new Response(await printWorkbook(tables), {
		headers: {
			'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
			'content-disposition': `attachment; filename="${name}.xlsx"`,
			'cache-control': 'private, no-cache',
			vary: 'Cookie'
		}
	});
};
