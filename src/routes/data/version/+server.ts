import { currentVersion } from '#lib/server/atlas.ts';
import type { RequestHandler } from './$types';

/** A short text that changes whenever the atlas does: what an open page asks from time to time. */
export const GET: RequestHandler = async (event) =>
	new Response(await currentVersion(event), {
		headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
	});
