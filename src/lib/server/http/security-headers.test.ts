import { describe, expect, test } from 'vitest';
import { contentPolicy, setSecurityHeaders } from './security-headers.ts';

const POLICY = "default-src 'self'; connect-src 'self'; img-src 'self' data:; script-src 'self' 'nonce-x'";

describe('the content security policy of an answer', () => {
	test('refuses frames, but under /embed allows them', () => {
		expect(contentPolicy(POLICY, false, null)).toBe(`${POLICY}; frame-ancestors 'none'`);
		expect(contentPolicy(POLICY, true, null)).toBe(`${POLICY}; frame-ancestors *`);
		expect(contentPolicy(null, false, null)).toBe("frame-ancestors 'none'");
	});

	test('lets a configured map style be fetched and drawn, and no script of its origin run', () => {
		const policy = contentPolicy(POLICY, false, 'https://tiles.example/style.json?key=1');
		expect(policy).toContain("connect-src 'self' https://tiles.example;");
		expect(policy).toContain("img-src 'self' data: https://tiles.example;");
		expect(policy).toContain("script-src 'self' 'nonce-x';");
	});
});

/** The answer to a page of the given address that set the given headers. */
async function answer(address: string, headers: Record<string, string> = {}): Promise<Headers> {
	const event = { url: new URL(address) } as Parameters<typeof setSecurityHeaders>[0]['event'];
	return (await setSecurityHeaders({ event, resolve: () => new Response('x', { headers }) })).headers;
}

describe('every answer', () => {
	test('keeps its address to itself, its type as said, and out of foreign frames', async () => {
		const headers = await answer('http://localhost:3000/confirm/secret-token');
		expect(headers.get('referrer-policy')).toBe('same-origin');
		expect(headers.get('x-content-type-options')).toBe('nosniff');
		expect(headers.get('x-frame-options')).toBe('DENY');
		expect(headers.get('strict-transport-security')).toBeNull();
	});

	test('may be framed under /embed only', async () => {
		expect((await answer('http://localhost:3000/embed/map')).get('x-frame-options')).toBeNull();
		expect((await answer('http://localhost:3000/embedded')).get('x-frame-options')).toBe('DENY');
	});

	test('insists on https where the site has it, and keeps what a page decided for itself', async () => {
		const headers = await answer('https://goodways.example/', { 'referrer-policy': 'no-referrer' });
		expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
		expect(headers.get('referrer-policy')).toBe('no-referrer');
	});
});
