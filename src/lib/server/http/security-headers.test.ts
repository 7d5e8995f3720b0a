import { describe, expect, test } from 'vitest';
import { contentPolicy, setSecurityHeaders } from './security-headers.ts';

const POLICY = "default-src 'self'; connect-src 'self'; img-src 'self' data:; script-src 'self' 'nonce-x'";

describe('the content security policy of an answer', () => {
	test('refuses frames, but under /embed allows them', () => {
		expect(contentPolicy(POLICY, null, [])).toBe(`${POLICY}; frame-ancestors 'none'`);
		expect(contentPolicy(POLICY, 'https://goodways.example', [])).toContain('; frame-ancestors *');
		expect(contentPolicy(null, null, [])).toBe("frame-ancestors 'none'");
	});

	test('names the site in an embed, which may stand in a frame for which "self" is nobody', () => {
		const policy = contentPolicy(`${POLICY}; worker-src 'self' blob:`, 'https://goodways.example', []);
		expect(policy).toContain("script-src 'self' 'nonce-x' https://goodways.example;");
		expect(policy).toContain("worker-src 'self' blob: https://goodways.example data:;");
		expect(policy).toContain("default-src 'self';");
	});

	test('lets a configured map style be fetched and drawn, its tiles too, and no script of their origins run', () => {
		const policy = contentPolicy(POLICY, null, ['https://styles.example', 'https://tiles.example']);
		expect(policy).toContain("connect-src 'self' https://styles.example https://tiles.example;");
		expect(policy).toContain("img-src 'self' data: https://styles.example https://tiles.example;");
		expect(policy).toContain("script-src 'self' 'nonce-x';");
	});
});

/** The answer to a page of the given address, on the given route, that set the given headers. */
async function answer(
	address: string,
	headers: Record<string, string> = {},
	route: string | null = new URL(address).pathname,
	cookies: string[] = []
): Promise<Headers> {
	const event = {
		url: new URL(address),
		route: { id: route },
		cookies: { getAll: () => cookies.map((name) => ({ name, value: 'x' })) }
	} as unknown as Parameters<typeof setSecurityHeaders>[0]['event'];
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

	test('may be framed on the routes under /embed only, however the address is spelt', async () => {
		const site = 'http://localhost:3000';
		expect((await answer(`${site}/embed/map`)).get('x-frame-options')).toBeNull();
		expect((await answer(`${site}/%65mbed/map`, {}, '/embed/map')).get('x-frame-options')).toBeNull();
		expect((await answer(`${site}/embedded`)).get('x-frame-options')).toBe('DENY');
		expect((await answer(`${site}/embed//evil.example`, {}, null)).get('x-frame-options')).toBe('DENY');
	});

	test('is kept by no shared cache, and by none at all when somebody is signed in', async () => {
		const page = 'http://localhost:3000/account';
		const visitor = await answer(page);
		expect(visitor.get('cache-control')).toBe('private, no-cache');
		expect(visitor.get('vary')).toBe('Cookie');
		const signedIn = await answer(page, { vary: 'accept' }, '/account', ['goodways-session.0']);
		expect(signedIn.get('cache-control')).toBe('private, no-store');
		expect(signedIn.get('vary')).toBe('accept, Cookie');
		const own = await answer(page, { 'cache-control': 'public, max-age=60' }, '/account', [
			'goodways-session'
		]);
		expect(own.get('cache-control')).toBe('public, max-age=60');
	});

	test('of an embed is a visitor’s, whoever looks at it', async () => {
		const headers = await answer('http://localhost:3000/embed/map', {}, '/embed/map', ['goodways-session']);
		expect(headers.get('cache-control')).toBe('private, no-cache');
	});

	test('of data may be read from any page where a visitor asks, and of an embed', async () => {
		const read = async (path: string, cookies: string[] = []) =>
			(await answer(`http://localhost:3000${path}`, {}, path, cookies)).get('access-control-allow-origin');
		expect(await read('/data/atlas')).toBe('*');
		expect(await read('/embed/map')).toBe('*');
		expect(await read('/data/atlas', ['goodways-session.0'])).toBeNull();
		expect(await read('/account')).toBeNull();
		expect(await read('/')).toBeNull();
	});

	test('insists on https where the site has it, and keeps what a page decided for itself', async () => {
		const headers = await answer('https://goodways.example/', { 'referrer-policy': 'no-referrer' });
		expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
		expect(headers.get('referrer-policy')).toBe('no-referrer');
	});
});
