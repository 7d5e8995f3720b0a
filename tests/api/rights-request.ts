import type { Verb } from '../database/rights-matrix.ts';
import type { RightsCase } from '../database/rights-world.ts';

/** A request to the Data API that tries a verb. */
export interface RightsRequest {
	path: string;
	method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
	body?: string;
}

/** The request that tries a verb on one line of the matrix, asking for no more columns than it names. */
export function rightsRequest(table: string, verb: Verb, { key, insert, update }: RightsCase): RightsRequest {
	const filter = new URLSearchParams(
		Object.entries(key).map(([column, value]) => [column, `eq.${String(value)}`])
	);
	const rows = `/rest/v1/${table}?${filter}`;
	switch (verb) {
		case 'read':
			return { path: `${rows}&select=${Object.keys(key)[0]}`, method: 'GET' };
		case 'insert':
			return { path: `/rest/v1/${table}`, method: 'POST', body: JSON.stringify(insert) };
		case 'update':
			return { path: rows, method: 'PATCH', body: JSON.stringify(update) };
		case 'delete':
			return { path: rows, method: 'DELETE' };
	}
}
