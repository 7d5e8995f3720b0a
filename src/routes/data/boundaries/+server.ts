import { error } from '@sveltejs/kit';
import { version } from '$app/environment';
import { loadBoundaries } from '#lib/server/boundaries.ts';
import { compressed } from '#lib/server/compressed.ts';
import { entityTag } from '#lib/server/entity-tag.ts';
import type { RequestHandler } from './$types';

/** Boundaries that this site imported, as GeoJSON. */
export const GET: RequestHandler = async (event) => {
	const boundaries = await loadBoundaries(event);
	if (boundaries === null)
		error(404, 'This site has no boundaries: `npm run goodways -- import boundaries` brings them.');
	return compressed(event.request, entityTag(version, boundaries.state), boundaries.body);
};
