import { isEmbeddedApi } from './embedded-path.ts';
import type { Handle } from '@sveltejs/kit';

/** Far above any form that is typed. */
const TYPED_BYTES = 64 * 1024;

/** Routes that take more, because they take files. */
const LARGER = new Map<string, number>([
	// A list of councils, pasted or as a file of up to 200 kB, or both.
	['/peers/[area]', 512 * 1024]
]);

/**
 * Refuses a body that is larger than its route takes, by what it says of itself and by what arrives. It is
 * read here, so that no route begins with one that is too large.
 */
export const limitBodies: Handle = async ({ event, resolve }) => {
	const { request } = event;
	if (request.body === null || isEmbeddedApi(event)) return resolve(event);
	const mostBytes = LARGER.get(event.route.id ?? '') ?? TYPED_BYTES;
	if (Number(request.headers.get('content-length') ?? 0) > mostBytes) return tooLarge(mostBytes);
	const body = await readUpTo(request.body, mostBytes);
	if (body === null) return tooLarge(mostBytes);
	event.request = new Request(request, { body });
	return resolve(event);
};

/** The whole body; null as soon as it is larger. */
async function readUpTo(
	body: ReadableStream<Uint8Array>,
	mostBytes: number
): Promise<Uint8Array<ArrayBuffer> | null> {
	const reader = body.getReader();
	const chunks: Uint8Array[] = [];
	let bytes = 0;
	for (;;) {
		const { done, value } = await reader.read();
		if (done) return Buffer.concat(chunks, bytes);
		bytes += value.length;
		// Not cancelled: that would end the connection before the answer is sent.
		if (bytes > mostBytes) return null;
		chunks.push(value);
	}
}

function tooLarge(mostBytes: number): Response {
	return new Response(
		`This is larger than what this page takes, which is ${mostBytes / 1024} kB. Go back and send less.\n`,
		{ status: 413, headers: { 'content-type': 'text/plain; charset=utf-8', connection: 'close' } }
	);
}
