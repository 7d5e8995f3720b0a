import { loadAreaFigures } from '#lib/server/areas.ts';
import { compressed } from '#lib/server/compressed.ts';
import type { RequestHandler } from './$types';

/** Published figures on areas and who borders whom, for shading and for peers. */
export const GET: RequestHandler = async (event) => {
	const { etag, body } = await loadAreaFigures(event);
	return compressed(event.request, etag, body);
};
