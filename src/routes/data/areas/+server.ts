import { version } from '$app/environment';
import { loadAreaFigures } from '#lib/server/areas.ts';
import { compressed } from '#lib/server/compressed.ts';
import { entityTag } from '#lib/server/entity-tag.ts';
import type { RequestHandler } from './$types';

/** Published figures on areas and who borders whom, for shading and for peers. */
export const GET: RequestHandler = async (event) => {
	const { state, body } = await loadAreaFigures(event);
	return compressed(event.request, entityTag(version, state), body);
};
