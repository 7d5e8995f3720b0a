import { describe, expect, test } from 'vitest';
import { TaskFault, TaskRunner } from './client.ts';
import type { TaskReply, TaskRequest } from './protocol.ts';

/** A worker whose answers the test gives by hand. */
class HandWorker {
	static made: HandWorker[] = [];
	requests: TaskRequest[] = [];
	isTerminated = false;
	#listeners = new Map<string, (event: unknown) => void>();
	constructor() {
		HandWorker.made.push(this);
	}
	postMessage(request: TaskRequest): void {
		this.requests.push(request);
	}
	terminate(): void {
		this.isTerminated = true;
	}
	addEventListener(type: string, listener: unknown): void {
		this.#listeners.set(type, listener as (event: unknown) => void);
	}
	reply(data: TaskReply): void {
		this.#listeners.get('message')!({ data });
	}
	break(message: string): void {
		this.#listeners.get('error')!({ message });
	}
}

function setUp() {
	HandWorker.made = [];
	const runner = new TaskRunner(() => new HandWorker() as unknown as Worker);
	const run = (input: unknown, options = {}) =>
		runner.run('any' as never, input as never, options) as Promise<unknown>;
	return { run, worker: (at: number) => HandWorker.made[at]! };
}

describe('TaskRunner', () => {
	test('starts one worker when first asked, and matches answers to questions', async () => {
		const { run, worker } = setUp();
		expect(HandWorker.made).toHaveLength(0);
		const [first, second] = [run('a'), run('b')];
		worker(0).reply({ id: 2, kind: 'output', output: 'B' });
		worker(0).reply({ id: 1, kind: 'output', output: 'A' });
		expect(await Promise.all([first, second])).toEqual(['A', 'B']);
		expect(HandWorker.made).toHaveLength(1);
	});

	test('passes progress on', async () => {
		const { run, worker } = setUp();
		const shares: number[] = [];
		const done = run('a', { onprogress: (share: number) => shares.push(share) });
		worker(0).reply({ id: 1, kind: 'progress', share: 0.5 });
		worker(0).reply({ id: 1, kind: 'output', output: null });
		await done;
		expect(shares).toEqual([0.5]);
	});

	test('fails with the task’s own words', async () => {
		const { run, worker } = setUp();
		const failing = run('a');
		worker(0).reply({ id: 1, kind: 'fault', name: 'AnalysisError', message: 'Row 3 has no id.' });
		await expect(failing).rejects.toThrow(new TaskFault('AnalysisError', 'Row 3 has no id.'));
	});

	test('giving one up ends the worker and starts the others again', async () => {
		const { run, worker } = setUp();
		const control = new AbortController();
		const given = run('slow', { signal: control.signal });
		const other = run('other');
		control.abort(new Error('given up'));
		await expect(given).rejects.toThrow('given up');
		expect(worker(0).isTerminated).toBe(true);
		expect(worker(1).requests.map(({ input }) => input)).toEqual(['other']);
		worker(1).reply({ id: 2, kind: 'output', output: 'done' });
		expect(await other).toBe('done');
	});

	test('a worker that breaks fails what waits, and the next question gets a new one', async () => {
		const { run, worker } = setUp();
		const waiting = run('a');
		worker(0).break('no such file');
		await expect(waiting).rejects.toThrow('no such file');
		const again = run('b');
		worker(1).reply({ id: 2, kind: 'output', output: 'fine' });
		expect(await again).toBe('fine');
	});
});
