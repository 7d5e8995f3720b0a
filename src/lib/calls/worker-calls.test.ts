import { describe, expect, test } from 'vitest';
import { CallFault } from './calls.ts';
import type { CallMessage, ReplyMessage } from './calls.ts';
import { WorkerCalls } from './worker-calls.ts';
import type { WorkerCallOptions } from './worker-calls.ts';

/** A worker whose answers the test gives by hand. */
class HandWorker {
	static made: HandWorker[] = [];
	calls: CallMessage[] = [];
	isTerminated = false;
	#listeners = new Map<string, (event: unknown) => void>();
	constructor() {
		HandWorker.made.push(this);
	}
	postMessage(call: CallMessage): void {
		if (typeof call.input === 'function') throw new Error('could not be cloned');
		this.calls.push(call);
	}
	terminate(): void {
		this.isTerminated = true;
	}
	addEventListener(type: string, listener: unknown): void {
		this.#listeners.set(type, listener as (event: unknown) => void);
	}
	reply(data: ReplyMessage): void {
		this.#listeners.get('message')!({ data });
	}
	/** Answers the call that had an input, whatever its number. */
	answer(input: unknown, output: unknown): void {
		const { id } = this.calls.find((call) => call.input === input)!;
		this.reply({ id, kind: 'output', output });
	}
	break(message: string): void {
		this.#listeners.get('error')!({ message });
	}
}

function setUp() {
	HandWorker.made = [];
	const calls = new WorkerCalls<{ any: (input: unknown) => unknown }>(() => new HandWorker() as never);
	return {
		call: (input: unknown, options: WorkerCallOptions = {}) => calls.call('any', input, options),
		stop: () => calls.stop(),
		worker: (at: number) => HandWorker.made[at]!
	};
}

/** Lets what was settled be heard. */
const turn = () => new Promise((resolve) => setTimeout(resolve));

describe('WorkerCalls', () => {
	test('starts one worker when first asked, and matches answers to questions', async () => {
		const { call, worker } = setUp();
		expect(HandWorker.made).toHaveLength(0);
		const both = Promise.all([call('a'), call('b')]);
		worker(0).answer('b', 'B');
		worker(0).answer('a', 'A');
		expect(await both).toEqual(['A', 'B']);
		expect(HandWorker.made).toHaveLength(1);
	});

	test('passes progress on', async () => {
		const { call, worker } = setUp();
		const shares: number[] = [];
		const done = call('a', { onprogress: (share) => shares.push(share) });
		worker(0).reply({ id: 1, kind: 'progress', share: 0.5 });
		worker(0).answer('a', null);
		await done;
		expect(shares).toEqual([0.5]);
	});

	test('fails with the error’s own words, and asks nothing that cannot be sent', async () => {
		const { call, worker } = setUp();
		const failing = call('a');
		const fault = { name: 'AnalysisError', message: 'Row 3 has no id.', code: null, detail: null };
		worker(0).reply({ id: 1, kind: 'fault', fault });
		await expect(failing).rejects.toThrow(new CallFault(fault));
		await expect(call(() => 1)).rejects.toThrow('could not be cloned');
	});

	test('giving one up ends the worker and starts the others again', async () => {
		const { call, worker } = setUp();
		const control = new AbortController();
		const given = call('slow', { signal: control.signal });
		const other = call('other');
		control.abort(new Error('given up'));
		await expect(given).rejects.toThrow('given up');
		expect(worker(0).isTerminated).toBe(true);
		await turn();
		expect(worker(1).calls.map(({ input }) => input)).toEqual(['other']);
		worker(0).answer('other', 'of the dead');
		worker(1).answer('other', 'done');
		expect(await other).toBe('done');
	});

	test('giving up what was answered already ends nothing', async () => {
		const { call, worker } = setUp();
		const control = new AbortController();
		const done = call('a', { signal: control.signal });
		worker(0).answer('a', 'A');
		await done;
		control.abort();
		expect(worker(0).isTerminated).toBe(false);
		await expect(call('b', { signal: control.signal })).rejects.toThrow();
		expect(HandWorker.made).toHaveLength(1);
	});

	test('a worker that breaks fails what waits, and the next question gets a new one', async () => {
		const { call, worker } = setUp();
		const waiting = call('a');
		worker(0).break('no such file');
		await expect(waiting).rejects.toThrow('no such file');
		const again = call('b');
		worker(1).answer('b', 'fine');
		expect(await again).toBe('fine');
	});

	test('once stopped, what was under way never answers, and the next question gets a new worker', async () => {
		const { call, stop, worker } = setUp();
		let heard: unknown = 'nothing';
		void call('a').then((answer) => (heard = answer));
		stop();
		const again = call('b');
		worker(0).answer('a', 'late');
		worker(1).answer('b', 'fine');
		expect([await again, heard, worker(0).isTerminated]).toEqual(['fine', 'nothing', true]);
	});
});
