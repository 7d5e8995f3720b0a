import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { loadAreas } from '#lib/server/areas.ts';
import { compressed } from '#lib/server/compressed.ts';
import type { RequestHandler } from './$types';

const gzipAsync = promisify(gzip);
const brotliAsync = promisify(brotliCompress);

/** Published figures on areas and who borders whom, for shading and for peers. */
export const GET: RequestHandler = async (event) => {
	const plain = new TextEncoder().encode(JSON.stringify(await loadAreas(event)));
	const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 27)}"`;
	return compressed(event.request, etag, async (encoding) => {
		if (encoding === 'br') return new Uint8Array(await brotliAsync(plain));
		return encoding === 'gzip' ? new Uint8Array(await gzipAsync(plain)) : plain;
	});
};
