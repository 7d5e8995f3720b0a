import { describe, expect, test } from 'vitest';
import { limitBodies } from './body-limits.ts';

type Event = Parameters<typeof limitBodies>[0]['event'];

/** A body that arrives in pieces of one kilobyte and says nothing of its length; counts what was taken. */
function streamed(kilobytes: number): { body: ReadableStream<Uint8Array>; taken: () => number } {
	let sent = 0;
	const body = new ReadableStream<Uint8Array>({
		pull(controller) {
			if (sent === kilobytes) controller.close();
			else {
				sent += 1;
				controller.enqueue(new Uint8Array(1024).fill(97));
			}
		}
	});
	return { body, taken: () => sent };
}

async function answer(route: string | null, init: RequestInit, path = route ?? '/'): Promise<string> {
	const url = new URL(path.replace(/[[\]]/g, ''), 'http://localhost');
	const event = {
		request: new Request(url, { method: 'POST', duplex: 'half', ...init } as RequestInit),
		url,
		route: { id: route }
	} as Event;
	const response = await limitBodies({
		event,
		resolve: async ({ request }) => new Response(`${(await request.text()).length} bytes`)
	});
	return response.status === 200 ? await response.text() : String(response.status);
}

describe('the body of a request', () => {
	test('arrives whole where it fits', async () => {
		expect(await answer('/join', { body: 'a=b' })).toBe('3 bytes');
		expect(await answer('/join', { body: streamed(64).body })).toBe('65536 bytes');
		expect(await answer('/join', {})).toBe('0 bytes');
	});

	test('is refused by what it says of itself', async () => {
		const headers = { 'content-length': String(70 * 1024) };
		expect(await answer('/join', { body: 'a=b', headers })).toBe('413');
	});

	test('is refused by what arrives, without being taken to its end', async () => {
		const { body, taken } = streamed(50_000);
		expect(await answer('/join', { body })).toBe('413');
		expect(taken()).toBeLessThan(100);
	});

	test('may be larger on a route that takes files, to a limit of its own', async () => {
		expect(await answer('/peers/[area]', { body: streamed(400).body })).toBe('409600 bytes');
		expect(await answer('/peers/[area]', { body: streamed(600).body })).toBe('413');
	});

	test('of no page at all is held to the same', async () => {
		expect(await answer(null, { body: streamed(65).body })).toBe('413');
	});
});
