import { backend } from '../backend.ts';
import { environment } from '../environment.ts';
import { isEmbeddedApi } from './embedded-path.ts';
import type { Handle } from '@sveltejs/kit';

/** They belong to one connection, or to the pages' own session. */
const OWN_HEADERS = [
	'host',
	'connection',
	'content-length',
	'transfer-encoding',
	'cookie',
	'accept-encoding'
];

/**
 * Lets the embedded Data API and Auth be reached from outside the process, with `EMBEDDED_API=on` only:
 * for tests and tools. Without it their addresses do not exist.
 */
export const openEmbeddedApi: Handle = async ({ event, resolve }) => {
	const { embeddedApi, rung } = environment();
	if (!embeddedApi || rung === 'supabase' || !isEmbeddedApi(event)) return resolve(event);
	const opened = await backend();
	const headers = new Headers(event.request.headers);
	for (const name of OWN_HEADERS) headers.delete(name);
	const { method } = event.request;
	const body = method === 'GET' || method === 'HEAD' ? null : await event.request.arrayBuffer();
	return opened.fetch(`${opened.url}${event.url.pathname}${event.url.search}`, { method, headers, body });
};
