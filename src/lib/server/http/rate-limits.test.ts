import { RateLimiterMemory } from 'rate-limiter-flexible';
import { describe, expect, test } from 'vitest';
import { rateLimits } from './rate-limits.ts';

const limiter = (points: number) => new RateLimiterMemory({ points, duration: 60 });

/** Statuses of requests made one after the other through limits of three sign-ins and five writes. */
async function statuses(requests: [method: string, path: string, address?: string][]): Promise<number[]> {
	const handle = rateLimits(limiter(3), limiter(5));
	const answers: number[] = [];
	for (const [method, path, address = '192.0.2.1'] of requests) {
		const event = {
			request: new Request(`http://localhost${path}`, { method }),
			url: new URL(`http://localhost${path}`),
			getClientAddress: () => address
		} as Parameters<typeof handle>[0]['event'];
		answers.push((await handle({ event, resolve: () => new Response('done') })).status);
	}
	return answers;
}

const times = <T>(count: number, value: T): T[] => Array<T>(count).fill(value);

describe('an address that asks far more often than a person', () => {
	test('is refused its fourth sign-in, with the time to wait', async () => {
		expect(await statuses(times(4, ['POST', '/auth/sign-in']))).toEqual([200, 200, 200, 429]);
	});

	test('is refused its sixth write', async () => {
		expect(await statuses(times(6, ['POST', '/join']))).toEqual([200, 200, 200, 200, 200, 429]);
	});

	test('may read as often as it likes', async () => {
		expect(await statuses(times(20, ['GET', '/auth/sign-in']))).toEqual(times(20, 200));
	});

	test('does not use up another address’s share', async () => {
		expect(
			(
				await statuses([...times<[string, string]>(4, ['POST', '/auth/x']), ['POST', '/auth/x', '192.0.2.2']])
			).at(-1)
		).toBe(200);
	});

	test('cannot hide a password attempt behind the name of the sample', async () => {
		expect(await statuses(times(4, ['POST', '/auth/sign-in?/password&/sample']))).toEqual([
			200, 200, 200, 429
		]);
		expect(await statuses(times(4, ['POST', '/auth/sign-in?/sample']))).toEqual(times(4, 200));
	});
});
