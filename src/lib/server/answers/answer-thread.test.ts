import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { wireFixture } from '../../../../tests/fixtures/atlas-fixture.ts';
import { AnswerThread, BusyError } from './answer-thread.ts';
import type { Question } from './answer-thread.ts';
import type { ToThread } from './protocol.ts';

const wire = wireFixture({});
const figures = {
	codes: [],
	indicators: [],
	adjacency: { a: [], b: [], km: [] },
	former: { code: [], current: [] },
	upper: []
};

const spent: number[] = [];

function question(args: unknown, state = 'visitor'): Question {
	return {
		name: 'sum',
		atlas: { kind: 'atlas', state, wire },
		areas: { kind: 'areas', state: 'figures', wire: figures },
		args,
		spend: (ms) => spent.push(ms)
	};
}

/** A thread that answers when a test lets it. */
class FakeThread extends EventEmitter {
	readonly received: ToThread[] = [];
	isEnded = false;
	listenersWhenLetGo = 0;

	postMessage(message: ToThread): void {
		if (message.kind === 'ask' && typeof message.args === 'function') throw new Error('could not be cloned');
		this.received.push(message);
	}

	/** How many listened when it was told not to hold the process: a later listener would make it. */
	unref(): void {
		this.listenersWhenLetGo = this.eventNames().length;
	}

	async terminate(): Promise<number> {
		this.isEnded = true;
		return 1;
	}

	/** What it was told to do, in short. */
	get told(): string[] {
		return this.received.map((message) =>
			message.kind === 'ask' ? `ask ${message.atlas}` : `${message.kind} ${message.key}`
		);
	}
}

describe('AnswerThread', () => {
	const threads: FakeThread[] = [];
	const start = (limits: Partial<ConstructorParameters<typeof AnswerThread>[1]> = {}): AnswerThread =>
		new AnswerThread(
			() => {
				const thread = new FakeThread();
				threads.push(thread);
				return thread as never;
			},
			{ mostWaiting: 2, mostMs: 1000, mostHeld: 3, ...limits }
		);
	const latest = (): FakeThread => threads.at(-1)!;

	beforeEach(() => {
		threads.length = spent.length = 0;
		vi.useFakeTimers();
	});
	afterEach(() => vi.useRealTimers());

	test('answers one question after the other, each with its own answer', async () => {
		const thread = start();
		const answers = Promise.all([thread.ask(question(1)), thread.ask(question(2))]);
		expect(latest().received.filter(({ kind }) => kind === 'ask')).toHaveLength(1);
		latest().emit('message', { output: 'first', bytes: 1 });
		latest().emit('message', { output: 'second', bytes: 1 });
		expect((await answers).map(({ output }) => output)).toEqual(['first', 'second']);
	});

	test('sends an atlas once, and has the one that was asked least recently dropped', async () => {
		const thread = start();
		for (const state of ['visitor', 'visitor', 'ann', 'bob']) {
			const answer = thread.ask(question(1, state));
			latest().emit('message', { output: 1, bytes: 1 });
			await answer;
		}
		expect(latest().told).toEqual([
			'hold atlas visitor',
			'hold areas figures',
			'ask atlas visitor',
			'ask atlas visitor',
			'hold atlas ann',
			'ask atlas ann',
			'hold atlas bob',
			'drop atlas visitor',
			'ask atlas bob'
		]);
	});

	test('keeps no process from ending, also once it is listened to', () => {
		void start().ask(question(1));
		expect(latest().listenersWhenLetGo).toBe(3);
		expect(latest().eventNames()).toHaveLength(3);
	});

	test('refuses at once when too many wait', async () => {
		const thread = start({ mostWaiting: 1 });
		const answers = Promise.all([thread.ask(question(1)), thread.ask(question(2))]);
		await expect(thread.ask(question(3))).rejects.toThrow(BusyError);
		for (const output of [1, 2]) latest().emit('message', { output, bytes: 1 });
		expect(await answers).toHaveLength(2);
	});

	test('hands on what a computation says went wrong, and goes on', async () => {
		const thread = start();
		const failing = thread.ask(question(1));
		latest().emit('message', { fault: 'no such network' });
		await expect(failing).rejects.toThrow('no such network');
		const next = thread.ask(question(2));
		latest().emit('message', { output: 2, bytes: 1 });
		expect((await next).output).toBe(2);
	});

	test('replaces a thread that takes too long: its question fails, the next is asked of a new one', async () => {
		const thread = start();
		const slow = thread.ask(question(1));
		const next = thread.ask(question(2));
		const given = expect(slow).rejects.toThrow('too long');
		vi.advanceTimersByTime(1000);
		await given;
		expect([threads.length, threads[0]!.isEnded]).toEqual([2, true]);
		expect(spent).toEqual([1000]);
		expect(latest().told[0]).toBe('hold atlas visitor');
		// The old one may still speak; nobody listens.
		threads[0]!.emit('message', { output: 'late', bytes: 1 });
		threads[0]!.emit('exit', 1);
		latest().emit('message', { output: 'next', bytes: 1 });
		expect((await next).output).toBe('next');
	});

	test('fails a question for which no thread can be started, and asks the next of another', async () => {
		const fake = new FakeThread();
		let starts = 0;
		const thread = new AnswerThread(
			() => {
				if (++starts <= 2) throw new Error('no memory for a thread');
				return fake as never;
			},
			{ mostWaiting: 2, mostMs: 1000, mostHeld: 3 }
		);
		for (const args of [1, 2]) await expect(thread.ask(question(args))).rejects.toThrow('no memory');
		const next = thread.ask(question(3));
		fake.emit('message', { output: 3, bytes: 1 });
		expect((await next).output).toBe(3);
	});

	test('fails a question that cannot be sent while others wait, and goes on with them', async () => {
		const thread = start();
		const first = thread.ask(question(1));
		const unsendable = expect(thread.ask(question(() => 2))).rejects.toThrow('could not be cloned');
		const last = thread.ask(question(3));
		latest().emit('message', { output: 1, bytes: 1 });
		await unsendable;
		latest().emit('message', { output: 3, bytes: 1 });
		expect([(await first).output, (await last).output, threads.length]).toEqual([1, 3, 1]);
	});

	test('replaces a thread that died, and says its last words', async () => {
		const thread = start();
		const lost = thread.ask(question(1));
		latest().emit('error', new Error('out of memory'));
		latest().emit('exit', 1);
		await expect(lost).rejects.toThrow('out of memory');
		const next = thread.ask(question(2));
		latest().emit('message', { output: 2, bytes: 1 });
		expect((await next).output).toBe(2);
	});
});
