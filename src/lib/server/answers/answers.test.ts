import { EventEmitter } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { RolesDatabase } from '../../../../tests/fixtures/roles-database.ts';
import { forgetAtlasVersion } from '../atlas.ts';
import { AddressBudget } from './address-budget.ts';
import { AnswerThread } from './answer-thread.ts';
import { Answers } from './answers.ts';
import { serveAnswers } from './serve-answers.ts';
import type { Ground } from './serve-answers.ts';

let database: RolesDatabase;
/** What the thread was asked to compute, in order. */
let computed: string[];

beforeEach(() => {
	database = new RolesDatabase();
	computed = [];
	forgetAtlasVersion();
});

/** Answers computed in this very thread, over messages that are copied as between threads. */
function answers({ mostWaiting = 8, ms = 20_000 } = {}): Answers {
	const start = () => {
		const [here, there] = [new EventEmitter(), new EventEmitter()];
		const post = (to: EventEmitter) => (message: unknown) =>
			void wait(0).then(() => to.emit('message', structuredClone(message)));
		serveAnswers(Object.assign(there, { postMessage: post(here) }) as never, {
			names: ({ atlas }: Ground, { prefix }: { prefix: string }) => {
				computed.push(prefix);
				return atlas.organisations.slug.map((slug) => prefix + slug);
			}
		});
		return Object.assign(here, {
			postMessage: post(there),
			terminate: async () => 0,
			unref: () => undefined
		}) as never;
	};
	return new Answers(
		new AnswerThread(start, { mostWaiting, mostMs: 1000, mostHeld: 4 }),
		new AddressBudget({ ms, seconds: 60, mostAtOnce: 3 })
	);
}

const refusal = async (asked: Promise<unknown>): Promise<unknown> =>
	asked.catch((cause: { status?: number }) => cause.status);

describe('kept answers', () => {
	test('are computed once for all who see the same and ask the same', async () => {
		const kept = answers();
		const asked = ['a ', 'a ', 'b '].map((prefix) =>
			kept.ask(database.request('visitor')(), 'names', { prefix })
		);
		expect(await Promise.all(asked)).toEqual([['a open'], ['a open'], ['b open']]);
		expect(computed).toEqual(['a ', 'b ']);
	});

	test.each(['coordinator', 'member'])(
		'of a %s are never given to a visitor, whoever asks first and however close together',
		async (role) => {
			const kept = answers();
			const ask = (who: string) => kept.ask(database.request(who)(), 'names', { prefix: '' });
			database.roles = [role];
			const [member, visitor] = await Promise.all([ask('ann'), ask('visitor')]);
			expect([member, visitor]).toEqual([['open', role], ['open']]);
			expect(await ask('visitor')).toEqual(['open']);
			expect(await ask('ann')).toEqual(['open', role]);
		}
	);

	test('of a coordinator are not given to them once they are a member only', async () => {
		const kept = answers();
		const ask = () => kept.ask(database.request('ann')(), 'names', { prefix: '' });
		database.roles = ['coordinator'];
		expect(await ask()).toEqual(['open', 'coordinator']);
		database.roles = ['member'];
		expect(await ask()).toEqual(['open', 'member']);
		database.roles = [];
		expect(await ask()).toEqual(['open']);
	});

	test('of roles that changed while the atlas was read reach nobody who has the former ones', async () => {
		const kept = answers();
		const ask = (who: string) => kept.ask(database.request(who)(), 'names', { prefix: '' });
		database.roles = ['member'];
		database.meanwhile = () => {
			database.roles = ['coordinator'];
			database.meanwhile = () => undefined;
		};
		expect(await ask('ann')).toEqual(['open', 'coordinator']);
		database.roles = ['member'];
		expect(await ask('bob')).toEqual(['open', 'member']);
	});

	test('are given to whoever came round the proxy that names addresses', async () => {
		const nameless = Object.assign(database.request('visitor')(), {
			getClientAddress: () => {
				throw new Error('Address header was specified but is absent from request');
			}
		});
		expect(await answers().ask(nameless, 'names', { prefix: '' })).toEqual(['open']);
	});

	test('are computed anew in a new version', async () => {
		const kept = answers();
		const ask = () => kept.ask(database.request('visitor')(), 'names', { prefix: 'a ' });
		await ask();
		database.version += ' later';
		forgetAtlasVersion();
		await ask();
		expect(computed).toEqual(['a ', 'a ']);
	});
});

describe('a question too many', () => {
	test('is refused with 503 while the queue is full', async () => {
		const kept = answers({ mostWaiting: 1 });
		const asked = ['1', '2', '3'].map((prefix) =>
			kept.ask(database.request('visitor')(), 'names', { prefix })
		);
		expect(await Promise.all(asked.map(refusal))).toEqual([['1open'], ['2open'], 503]);
	});

	test('is refused with 429 where the address had its share, but not what is kept, nor another address', async () => {
		const kept = answers({ ms: 1 });
		const ask = (prefix: string, address?: string) =>
			refusal(kept.ask(database.request('visitor', 'GET', address)(), 'names', { prefix }));
		expect(await ask('1')).toEqual(['1open']);
		expect(await ask('2')).toBe(429);
		expect(await ask('1')).toEqual(['1open']);
		expect(await ask('2', '192.0.2.2')).toEqual(['2open']);
	});
});
