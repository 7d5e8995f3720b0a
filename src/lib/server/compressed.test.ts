import { describe, expect, test } from 'vitest';
import { bestEncoding, compressed } from './compressed.ts';

const body = async () => new TextEncoder().encode('{}');

describe('compressed', () => {
	test.each([
		['gzip, deflate, br', 'br'],
		['gzip;q=0.5', 'gzip'],
		['br;q=0, gzip', 'gzip'],
		['', 'identity']
	])('answers "%s" in %s', (accepted, expected) => {
		expect(bestEncoding(accepted)).toBe(expected);
	});

	test('answers 304 without a body to a client that holds this version', async () => {
		const request = new Request('http://x/', { headers: { 'if-none-match': 'W/"other", "abc"' } });
		const response = await compressed(request, '"abc"', body);
		expect(response.status).toBe(304);
		expect(await response.text()).toBe('');
	});

	test('gives each encoding its own tag, so that a cache never mixes them', async () => {
		const request = new Request('http://x/', {
			headers: { 'accept-encoding': 'br', 'if-none-match': '"abc"' }
		});
		const response = await compressed(request, '"abc"', body);
		expect(response.status).toBe(200);
		expect(response.headers.get('etag')).toBe('"abc-br"');
		expect(response.headers.get('vary')).toContain('cookie');
	});
});
