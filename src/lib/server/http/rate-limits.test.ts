import { RateLimiterMemory } from 'rate-limiter-flexible';
import { describe, expect, test } from 'vitest';
import { rateLimits } from './rate-limits.ts';

const limiter = (points: number) => new RateLimiterMemory({ points, duration: 60 });

interface Asked {
	path: string;
	method?: string;
	address?: string;
	headers?: Record<string, string>;
}

/** The route that SvelteKit finds for an address. */
function routeOf(path: string): string | null {
	const { pathname } = new URL(path, 'http://localhost');
	return /^\/(rest|auth)\/v1\//.test(pathname) ? null : decodeURI(pathname);
}

/** Statuses of requests made one after the other through limits of three sign-ins and five writes. */
async function statuses(requests: Asked[], warn: (words: string) => void = () => {}): Promise<number[]> {
	const handle = rateLimits(limiter(3), limiter(5), warn);
	const answers: number[] = [];
	for (const { path, method = 'POST', address = '192.0.2.1', headers = {} } of requests) {
		const event = {
			request: new Request(`http://localhost${path}`, { method, headers }),
			url: new URL(`http://localhost${path}`),
			route: { id: routeOf(path) },
			getClientAddress: () => address
		} as Parameters<typeof handle>[0]['event'];
		answers.push((await handle({ event, resolve: () => new Response('done') })).status);
	}
	return answers;
}

const times = <T>(count: number, value: T): T[] => Array<T>(count).fill(value);

describe('an address that asks far more often than a person', () => {
	test('is refused its fourth sign-in, with the time to wait', async () => {
		expect(await statuses(times(4, { path: '/auth/sign-in' }))).toEqual([200, 200, 200, 429]);
	});

	test.each(['/%61uth/confirm', '/auth/%63onfirm', '/auth/v1/verify'])(
		'is refused its fourth sign-in at %s as well',
		async (path) => {
			expect(await statuses(times(4, { path }))).toEqual([200, 200, 200, 429]);
		}
	);

	test('is refused its sixth write, at a page and at the embedded API', async () => {
		expect(await statuses(times(6, { path: '/rest/v1/rows' }))).toEqual([200, 200, 200, 200, 200, 429]);
		expect(await statuses(times(6, { path: '/join' }))).toEqual([200, 200, 200, 200, 200, 429]);
	});

	test('may read as often as it likes', async () => {
		expect(await statuses(times(20, { path: '/auth/sign-in', method: 'GET' }))).toEqual(times(20, 200));
	});

	test('does not use up another address’s share', async () => {
		const asked = [...times(4, { path: '/auth/x' }), { path: '/auth/x', address: '192.0.2.2' }];
		expect((await statuses(asked)).at(-1)).toBe(200);
	});

	test('gains nothing by going through the addresses of its own IPv6 network', async () => {
		const asked = Array.from({ length: 4 }, (_, at) => ({ path: '/auth/x', address: `2001:db8::${at}` }));
		expect(await statuses(asked)).toEqual([200, 200, 200, 429]);
	});

	test('cannot hide a password attempt behind the name of the sample', async () => {
		expect(await statuses(times(4, { path: '/auth/sign-in?/password&/sample' }))).toEqual([
			200, 200, 200, 429
		]);
		expect(await statuses(times(4, { path: '/auth/sign-in?/sample' }))).toEqual(times(4, 200));
		expect(await statuses(times(4, { path: '/auth/v1/token?/sample' }))).toEqual([200, 200, 200, 429]);
	});
});

test('a proxy that nobody told the server of is told of once', async () => {
	const warnings: string[] = [];
	const forwarded = { path: '/', method: 'GET', headers: { 'x-forwarded-for': '203.0.113.9' } };
	await statuses([{ path: '/', method: 'GET' }, forwarded, forwarded], (words) => warnings.push(words));
	expect(warnings).toEqual([expect.stringContaining('ADDRESS_HEADER')]);
});
