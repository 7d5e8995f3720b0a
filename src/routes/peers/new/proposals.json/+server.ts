import { json } from '@sveltejs/kit';
import { recordsOf } from '#lib/proposals/tables.ts';
import { requestParameters } from '#lib/proposals/request.ts';
import { loadDownload } from '../download.ts';
import type { RequestHandler } from './$types';

/** All that is said of some proposals, as records by subject, with how it was asked for. */
export const GET: RequestHandler = async (event) => {
	const { loaded, tables, asOf, name } = await loadDownload(event);
	return json(
		{
			as_of: asOf,
			page: `${event.url.origin}/peers/new${event.url.search}`,
			note: 'Thought of, not decided. Distances compare only within one universe and one setting. Likeness is no judgement of worth.',
			setting: Object.fromEntries(requestParameters(loaded.request)),
			...Object.fromEntries(tables.map((table) => [table.name, recordsOf(table)]))
		},
		{
			headers: {
				'content-disposition': `attachment; filename="${name}.json"`,
				'cache-control': 'private, no-cache',
				vary: 'Cookie'
			}
		}
	);
};
