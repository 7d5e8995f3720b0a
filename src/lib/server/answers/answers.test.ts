import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, test } from 'vitest';
import { RolesDatabase } from '../../../../tests/fixtures/roles-database.ts';
import { forgetAtlasVersion } from '../atlas.ts';
import { AddressBudget } from './address-budget.ts';
import { AnswerPool } from './answer-pool.ts';
import type { Question } from './answer-pool.ts';
import { Answers } from './answers.ts';
import type { Answer } from './protocol.ts';
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

/** Answers computed in this very thread, of copies as between threads. */
function answers({ ms = 20_000 } = {}): Answers {
	const answer = serveAnswers(
		{
			names: ({ atlas }: Ground, { prefix }: { prefix: string }) => {
				computed.push(prefix);
				return atlas.organisations.slug.map((slug) => prefix + slug);
			}
		},
		() => undefined
	);
	const ask = async ({ name, atlas, areas, args, spend }: Question): Promise<Answer> => {
		await wait(0);
		const outcome = answer(structuredClone({ id: 1, name, atlas, areas, args }));
		spend(outcome.ms);
		if (outcome.kind !== 'answer') throw new Error(outcome.kind);
		return outcome.answer;
	};
	return new Answers({ ask }, new AddressBudget({ ms, seconds: 60, mostAtOnce: 3 }));
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
		const thread = fileURLToPath(new URL('./answer-thread.fixture.mjs', import.meta.url));
		const pool = new AnswerPool(thread, { mostWaiting: 1, mostMs: 20_000 });
		const kept = new Answers(pool, new AddressBudget({ ms: 20_000, seconds: 60, mostAtOnce: 3 }));
		const asked = [1, 2, 3].map((says) => kept.ask(database.request('visitor')(), 'work', { ms: 50, says }));
		expect(await Promise.all(asked.map(refusal))).toEqual([1, 2, 503]);
		await pool.close();
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
