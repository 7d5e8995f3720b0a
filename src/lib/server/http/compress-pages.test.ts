import { gunzipSync } from 'node:zlib';
import type { RequestEvent } from '@sveltejs/kit';
import { describe, expect, test } from 'vitest';
import { compressPages } from './compress-pages.ts';

const PAGE = `<p>${'Good help. '.repeat(500)}</p>`;

async function answer(
	headers: Record<string, string>,
	accepted = 'gzip, br',
	body: string | null = PAGE
): Promise<Response> {
	const event = {
		request: new Request('http://x/', { headers: { 'accept-encoding': accepted } })
	} as RequestEvent;
	return compressPages({ event, resolve: async () => new Response(body, { headers }) });
}

describe('compressPages', () => {
	test('sends a page compressed, whole', async () => {
		const response = await answer({ 'content-type': 'text/html; charset=utf-8' });
		expect(response.headers.get('content-encoding')).toBe('gzip');
		expect(response.headers.get('vary')).toContain('accept-encoding');
		const bytes = Buffer.from(await response.arrayBuffer());
		expect(bytes.length).toBeLessThan(PAGE.length / 4);
		expect(gunzipSync(bytes).toString()).toBe(PAGE);
	});

	test.each([
		['the client takes no compression', { 'content-type': 'text/html' }, 'identity'],
		['it is compressed already', { 'content-type': 'text/html', 'content-encoding': 'br' }, 'br'],
		['it is no text', { 'content-type': 'image/png' }, 'gzip'],
		['it is small', { 'content-type': 'text/html', 'content-length': '20' }, 'gzip']
	])('leaves an answer as it is when %s', async (_why, headers: Record<string, string>, accepted) => {
		const response = await answer(headers, accepted);
		expect(await response.text()).toBe(PAGE);
	});

	test('leaves an empty answer alone', async () => {
		const response = await answer({ 'content-type': 'text/html' }, 'gzip', null);
		expect(response.headers.get('content-encoding')).toBeNull();
	});
});
