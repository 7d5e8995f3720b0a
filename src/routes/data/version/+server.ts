import { loadWhole } from '#lib/server/atlas.ts';
import { atlasTag } from '../../atlas-tag.server.ts';
import type { RequestHandler } from './$types';

/** A short text that changes whenever the caller's atlas does: what an open page asks from time to time. */
export const GET: RequestHandler = async (event) =>
	new Response(atlasTag(await loadWhole(event)), {
		headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
	});
