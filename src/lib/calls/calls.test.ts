import { MessageChannel } from 'node:worker_threads';
import { afterEach, describe, expect, test } from 'vitest';
import { Caller, HandedOver, serveCalls } from './calls.ts';
import type { CallContext } from './calls.ts';

/** What is served in these tests, over real ports. */
const api = {
	sum: ({ a, b }: { a: number; b: number }) => a + b,
	later: async (text: string, { progress }: CallContext) => {
		progress(0.5);
		return text.toUpperCase();
	},
	numbers: (count: number) => {
		const numbers = new Float64Array(count).fill(1);
		return new HandedOver(numbers, [numbers.buffer]);
	},
	refuse: () => {
		throw Object.assign(new TypeError('No such table.'), { code: '42P01', detail: 7 });
	},
	functions: () => () => 1
};

const channels: MessageChannel[] = [];
afterEach(() => channels.splice(0).forEach(({ port1 }) => port1.close()));

function connect() {
	const channel = new MessageChannel();
	channels.push(channel);
	const { port1, port2 } = channel;
	const caller = new Caller<typeof api>((call, transfer) => port1.postMessage(call, transfer as never));
	port1.on('message', (reply) => caller.hear(reply));
	port2.on(
		'message',
		serveCalls(api, (reply, transfer) => port2.postMessage(reply, transfer as never))
	);
	return caller;
}

describe('calls between two threads', () => {
	test('answer, each its own question', async () => {
		const caller = connect();
		expect(await Promise.all([caller.call('later', 'a'), caller.call('sum', { a: 2, b: 3 })])).toEqual([
			'A',
			5
		]);
		expect(caller.waiting.size).toBe(0);
	});

	test('tell how far they have come', async () => {
		const shares: number[] = [];
		await connect().call('later', 'a', { onprogress: (share) => shares.push(share) });
		expect(shares).toEqual([0.5]);
	});

	test('hand over what they are told to, rather than copy it', async () => {
		const numbers: Float64Array = await connect().call('numbers', 3);
		expect(numbers).toEqual(new Float64Array([1, 1, 1]));
		const input = new Uint8Array(8).buffer;
		await connect().call('later', '', { transfer: [input] });
		expect(input.byteLength).toBe(0);
	});

	test('fail with name, message and code of the error there', async () => {
		await expect(connect().call('refuse', undefined as never)).rejects.toMatchObject({
			name: 'TypeError',
			message: 'No such table.',
			code: '42P01',
			detail: null
		});
	});

	test('fail for an output that cannot be sent, for what is not there, and for what everything has', async () => {
		const caller = connect() as unknown as Caller<Record<string, (input: unknown) => unknown>>;
		await expect(caller.call('functions', 1)).rejects.toThrow('could not be cloned');
		await expect(caller.call('nothing', 1)).rejects.toThrow('nothing called “nothing”');
		await expect(caller.call('toString', 1)).rejects.toThrow('nothing called “toString”');
	});

	test('fail together when the other end is gone; later words of it are passed over', async () => {
		const caller = connect();
		const both = Promise.allSettled([caller.call('later', 'a'), caller.call('later', 'b')]);
		caller.fail(new Error('gone'));
		expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
		expect(await caller.call('sum', { a: 1, b: 1 })).toBe(2);
	});
});
