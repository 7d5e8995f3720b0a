import { error } from '@sveltejs/kit';
import { version } from '$app/environment';
import { compressed } from '#lib/server/compressed.ts';
import { entityTag } from '#lib/server/entity-tag.ts';
import { loadSnapshot } from '#lib/server/atlas.ts';
import type { RequestHandler } from './$types';

/** The atlas as the caller may see it, column by column; 304 while nothing has changed. */
export const GET: RequestHandler = async (event) => {
	const network = event.url.searchParams.get('network');
	const snapshot = await loadSnapshot(event, network);
	if (snapshot === null) error(404, 'There is no network at this address.');
	return compressed(event.request, entityTag(version, snapshot.state), snapshot.body);
};
