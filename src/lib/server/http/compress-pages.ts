import type { Handle } from '@sveltejs/kit';
import { bestEncoding } from '../compressed.ts';

/** Smaller answers gain nothing. */
const LEAST_BYTES = 1024;
const TEXTS =
	/^(?:text\/(?:html|css|csv|plain|calendar)|application\/(?:json|geo\+json|xml|atom\+xml|graphml\+xml))\b/;

/**
 * Compresses pages and data that are made for the request; files of the build are stored compressed
 * and never come by here. Pages hold no secret that a stranger's text could be measured against.
 */
export const compressPages: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	const { headers } = response;
	const length = headers.get('content-length');
	const isWorthIt =
		response.body !== null &&
		!headers.has('content-encoding') &&
		TEXTS.test(headers.get('content-type') ?? '') &&
		(length === null || Number(length) >= LEAST_BYTES);
	// What this runtime can stream is gzip; Brotli is for what is compressed once and kept.
	if (!isWorthIt || bestEncoding(event.request.headers.get('accept-encoding') ?? '') === 'identity')
		return response;

	const compressed = new Response(response.body.pipeThrough(new CompressionStream('gzip')), response);
	compressed.headers.set('content-encoding', 'gzip');
	compressed.headers.append('vary', 'accept-encoding');
	compressed.headers.delete('content-length');
	return compressed;
};
