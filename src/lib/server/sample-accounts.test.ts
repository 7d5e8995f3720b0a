import { afterEach, describe, expect, test } from 'vitest';
import { sampleAccountsOffered } from './sample-accounts.ts';

interface Caller {
	url?: string;
	host?: string;
	peer?: string;
	headers?: Record<string, string>;
}

function offered({
	url = 'http://localhost:3000/auth/sign-in',
	host = 'localhost:3000',
	peer = '127.0.0.1',
	headers = {}
}: Caller): boolean {
	return sampleAccountsOffered({
		url: new URL(url),
		request: { headers: new Headers({ host, ...headers }) },
		platform: { req: { socket: { remoteAddress: peer } } },
		getClientAddress: () => peer
	} as unknown as Parameters<typeof sampleAccountsOffered>[0]);
}

afterEach(() => {
	delete process.env.ADDRESS_HEADER;
});

describe('the sample accounts', () => {
	test.each<[string, Caller]>([
		['localhost', {}],
		['127.0.0.1', { url: 'http://127.0.0.1:3000/', host: '127.0.0.1:3000' }],
		['[::1]', { url: 'http://[::1]:3000/', host: '[::1]:3000', peer: '::1' }]
	])('are offered at %s to somebody at this machine', (_, caller) => {
		expect(offered(caller)).toBe(true);
	});

	test.each<[string, Caller]>([
		['under a public origin', { url: 'https://goodways.example/' }],
		['to another machine', { peer: '192.168.1.20' }],
		['to another machine over IPv6', { peer: '::ffff:192.168.1.20' }],
		['under a foreign Host', { host: 'evil.example' }],
		['under a Host that only begins like ours', { host: 'localhost.evil.example:3000' }],
		['behind a proxy that says for whom', { headers: { 'x-forwarded-for': '203.0.113.9' } }],
		['behind a proxy that says which host', { headers: { 'x-forwarded-host': 'localhost' } }],
		['behind a proxy that speaks the standard', { headers: { forwarded: 'for=203.0.113.9' } }]
	])('are never offered %s', (_, caller) => {
		expect(offered(caller)).toBe(false);
	});

	test('are never offered where the server is set up to stand behind a proxy', () => {
		process.env.ADDRESS_HEADER = 'X-Forwarded-For';
		expect(offered({})).toBe(false);
	});
});
