import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { error } from '@sveltejs/kit';
import { loadBoundaries } from '#lib/server/boundaries.ts';
import { compressed } from '#lib/server/compressed.ts';
import type { RequestHandler } from './$types';

const gzipAsync = promisify(gzip);

/** Boundaries that this site imported, as GeoJSON. */
export const GET: RequestHandler = async (event) => {
	const boundaries = await loadBoundaries(event);
	if (boundaries === null)
		error(404, 'This site has no boundaries: `npm run goodways -- import boundaries` brings them.');
	const plain = new TextEncoder().encode(boundaries.json);
	// Brotli gains little on coordinates and costs many times gzip's work, so gzip serves both.
	const request = new Request(event.request, {
		headers: { ...Object.fromEntries(event.request.headers), 'accept-encoding': 'gzip' }
	});
	return compressed(request, boundaries.etag, async (encoding) =>
		encoding === 'identity' ? plain : new Uint8Array(await gzipAsync(plain))
	);
};
