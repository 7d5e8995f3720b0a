import { expect, test } from 'vitest';
import { fetchStyle } from './fetch-style.ts';

const answering = (body: string, status = 200) =>
	(async () => new Response(body, { status })) as typeof fetch;

test('takes a style of version 8', async () => {
	const style = { version: 8, sources: {}, layers: [] };
	expect(await fetchStyle('https://maps.test/style', 50, answering(JSON.stringify(style)))).toEqual(style);
});

test.each([
	['an error page', answering('gone', 404), 'it answered with status 404'],
	['what is no JSON', answering('<html>'), 'what it answered is no JSON'],
	['what is no style', answering('{"version":7}'), 'what it answered is no MapLibre style'],
	['nothing', answering('null'), 'what it answered is no MapLibre style'],
	[
		'silence',
		((_, init) =>
			new Promise((_resolve, reject) =>
				init?.signal?.addEventListener('abort', () => reject(init.signal!.reason as Error))
			)) as typeof fetch,
		'it did not answer in time'
	],
	[
		'a dead address',
		(() => Promise.reject(new TypeError('failed'))) as typeof fetch,
		'it could not be reached'
	]
])('says in words why %s is no style', async (_, fetchFrom, reason) => {
	expect(await fetchStyle('https://maps.test/style', 20, fetchFrom)).toBe(reason);
});
