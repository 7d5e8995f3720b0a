import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { wireFixture } from '../../../../tests/fixtures/atlas-fixture.ts';
import { AnswerPool, BusyError } from './answer-pool.ts';
import type { PoolLimits, Question } from './answer-pool.ts';

const THREAD = fileURLToPath(new URL('./answer-thread.fixture.mjs', import.meta.url));

const spent: number[] = [];
/** How often an atlas was copied for the thread, by its state. */
let copies: Record<string, number> = {};
const pools: AnswerPool[] = [];

beforeEach(() => {
	spent.length = 0;
	copies = {};
});
afterEach(() => Promise.all(pools.splice(0).map((pool) => pool.close())));

function start(limits: Partial<PoolLimits> = {}, thread = THREAD): AnswerPool {
	const pool = new AnswerPool(thread, { mostWaiting: 2, mostMs: 20_000, ...limits });
	pools.push(pool);
	return pool;
}

function question(name: string, args: unknown = {}, state = 'visitor'): Question {
	const wire = wireFixture({ organisations: [{ slug: state }] });
	const { as_of: asOf } = wire;
	// A copy reads what it copies.
	Object.defineProperty(wire, 'as_of', {
		enumerable: true,
		get() {
			copies[state] = (copies[state] ?? 0) + 1;
			return asOf;
		}
	});
	const figures = {
		codes: [],
		indicators: [],
		adjacency: { a: [], b: [], km: [] },
		former: { code: [], current: [] },
		upper: []
	};
	return {
		name,
		atlas: { state, wire },
		areas: { state: 'figures', wire: figures },
		args,
		spend: (ms) => spent.push(ms)
	};
}

describe('AnswerPool', () => {
	test('answers in the order of asking, and counts what each took', async () => {
		const pool = start({ mostWaiting: 5 });
		const order: unknown[] = [];
		const asked = [1, 2, 3, 4, 5].map((says) =>
			pool.ask(question('work', { ms: 5, says })).then(({ output }) => order.push(output))
		);
		await Promise.all(asked);
		expect(order).toEqual([1, 2, 3, 4, 5]);
		expect(spent).toHaveLength(5);
		expect(Math.min(...spent)).toBeGreaterThanOrEqual(4);
	});

	test('sends an atlas once while the thread holds it, and again once it holds others', async () => {
		const pool = start();
		const names = async (state: string) => (await pool.ask(question('names', { prefix: '' }, state))).output;
		for (const state of ['ann', 'ann', 'ann']) expect(await names(state)).toEqual([state]);
		expect(copies).toEqual({ ann: 1 });
		for (const state of ['bob', 'cat', 'dan', 'eve', 'ann']) expect(await names(state)).toEqual([state]);
		expect(copies).toEqual({ ann: 2, bob: 1, cat: 1, dan: 1, eve: 1 });
	});

	test('refuses at once when too many wait, and goes on with the others', async () => {
		const pool = start({ mostWaiting: 1 });
		const work = (says: number) => pool.ask(question('work', { ms: 100, says }));
		const both = Promise.all([work(1), work(2)]);
		await expect(work(3)).rejects.toThrow(BusyError);
		expect((await both).map(({ output }) => output)).toEqual([1, 2]);
		expect(spent).toHaveLength(2);
	});

	test('hands on what a computation says went wrong, and what it cannot answer, and goes on', async () => {
		const pool = start();
		await expect(pool.ask(question('fail'))).rejects.toThrow('no such network');
		await expect(pool.ask(question('toString'))).rejects.toThrow('cannot answer "toString"');
		await expect(pool.ask(question('names', { prefix: () => 1 }))).rejects.toThrow('could not be cloned');
		expect((await pool.ask(question('work', { ms: 0, says: 7 }))).output).toBe(7);
	});

	test('replaces a thread that takes too long: its question fails and is paid for, the next is asked of another', async () => {
		const pool = start({ mostMs: 300 });
		const slow = pool.ask(question('work', { ms: 60_000, says: 1 }));
		const next = pool.ask(question('names', { prefix: '' }));
		await expect(slow).rejects.toThrow('took too long');
		expect(spent[0]).toBeGreaterThanOrEqual(300);
		expect((await next).output).toEqual(['visitor']);
	});

	test('replaces a thread that died', async () => {
		const pool = start();
		const lost = pool.ask(question('die'));
		const next = pool.ask(question('names', { prefix: '' }));
		await expect(lost).rejects.toThrow('exited');
		expect((await next).output).toEqual(['visitor']);
	});

	test('fails what waits for a thread that does not even start', async () => {
		const pool = start({}, THREAD.replace('answer-thread', 'no-such-thread'));
		await expect(pool.ask(question('fail'))).rejects.toThrow();
		await expect(pool.ask(question('fail'))).rejects.toThrow();
	});

	test('keeps no process from ending', () => {
		const pool = new URL('./answer-pool.ts', import.meta.url);
		const script = `
			import { AnswerPool } from ${JSON.stringify(pool.href)};
			const asked = { name: 'fail', args: {}, atlas: { state: '', wire: { organisations: {} } }, areas: { state: '', wire: {} }, spend() {} };
			await new AnswerPool(${JSON.stringify(THREAD)}, { mostWaiting: 1, mostMs: 9e4 }).ask(asked).catch((cause) => console.log(cause.message));
		`;
		const { stdout, status } = spawnSync(
			process.execPath,
			['--import', 'tsx', '--input-type=module', '-e', script],
			{
				encoding: 'utf8',
				timeout: 25_000
			}
		);
		expect(status).toBe(0);
		expect(stdout).not.toBe('');
	});
});
