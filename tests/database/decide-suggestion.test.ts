import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { act, Refused } from './acting.ts';
import { DATABASES } from './databases.ts';
import { literal } from './rights-attempt.ts';
import { SIGNED_IN_ROLES } from './rights-matrix.ts';
import { id, RIVER, worldSql } from './rights-world.ts';
import type { TestDatabase } from './databases.ts';
import type { Accounts } from './rights-world.ts';

const ACCOUNTS = Object.fromEntries(
	SIGNED_IN_ROLES.map((role, index) => [role, id(900 + index)])
) as unknown as Accounts;
const { coordinator, stranger } = ACCOUNTS;
const editor = ACCOUNTS['organisation editor'];
const MILL = id(11);
const [ASKED, PRACTICE, SHARED] = [id(94), id(95), id(96)];

describe.each(DATABASES)('deciding on a suggestion on $name', ({ open }) => {
	let database: TestDatabase;

	beforeAll(async () => {
		database = await open();
		await database.run(
			`insert into auth.users (id, email) values ${SIGNED_IN_ROLES.map(
				(role) => `('${ACCOUNTS[role]}', '${role.replace(' ', '.')}@example.org')`
			).join(', ')}`
		);
		await database.run(worldSql(ACCOUNTS));
	});
	beforeEach(async () => {
		await database.run(
			`update public.suggestions set status = 'pending', reason = null, reviewer_id = null, reviewed_at = null;
			update public.organisations set name = 'Mill' where id = '${MILL}'`
		);
	});
	afterAll(() => database?.close());

	const rows = async (sql: string) => (await database.run(sql)).at(-1) ?? [];
	const value = async (sql: string) => Object.values((await rows(sql))[0] ?? {})[0];
	const decide = (
		account: string | null,
		suggestion: string,
		accept: boolean,
		{ reason = null, amended = null }: { reason?: string | null; amended?: object | null } = {}
	) =>
		act(
			database,
			account,
			`select public.decide_suggestion('${suggestion}', ${accept}, ${reason === null ? 'null' : literal(reason)}, ${
				amended === null ? 'null' : `${literal(JSON.stringify(amended))}::jsonb`
			}) as written`
		);
	const refusal = async (work: Promise<unknown>): Promise<Refused> => {
		const outcome = await work.catch((cause: unknown) => cause);
		if (!(outcome instanceof Refused)) throw new Error('It was let through.');
		return outcome;
	};
	const suggest = (account: string, columns: string, values: string) =>
		act(database, account, `insert into public.suggestions (${columns}) values (${values})`);

	test.each([
		[ASKED, ['organisation editor', 'network editor', 'coordinator', 'administrator']],
		[PRACTICE, ['network editor', 'coordinator']],
		[SHARED, ['administrator']]
	] as const)('%s is decided by those who review it, and is missing to all others', async (asked, who) => {
		for (const role of SIGNED_IN_ROLES) {
			await database.run(`update public.suggestions set status = 'pending'`);
			const work = decide(ACCOUNTS[role], asked, false, { reason: 'No source' });
			if ((who as readonly string[]).includes(role)) {
				await work;
				expect(
					await rows(`select status, reason, reviewer_id, reviewed_at is not null as dated
						from public.suggestions where id = '${asked}'`)
				).toEqual([{ status: 'declined', reason: 'No source', reviewer_id: ACCOUNTS[role], dated: true }]);
			} else {
				expect((await refusal(work)).details['condition'], role).toBe('missing');
				expect(await value(`select status from public.suggestions where id = '${asked}'`)).toBe('pending');
			}
		}
		await expect(decide(null, asked, true)).rejects.toThrow(/permission denied/);
	});

	test('accepted, it is written and decided in one change, which can be undone', async () => {
		await decide(editor, ASKED, true);
		expect(await value(`select name from public.organisations where id = '${MILL}'`)).toBe('Secretpatch');
		const made = String(await value(`select id from public.changes order by happened_at desc limit 1`));
		expect(
			await rows(`select c.kind, r.table_name from public.changes c join public.change_rows r on r.change_id = c.id
				where c.id = '${made}' order by 2`)
		).toEqual([
			{ kind: 'review', table_name: 'organisations' },
			{ kind: 'review', table_name: 'suggestions' }
		]);
	});

	test('amended, what the reviewer wrote is what stands', async () => {
		await decide(coordinator, ASKED, true, { amended: { summary: 'Amended' } });
		expect(await rows(`select name, summary from public.organisations where id = '${MILL}'`)).toEqual([
			{ name: 'Mill', summary: 'Amended' }
		]);
		expect(await value(`select patch ->> 'name' from public.suggestions where id = '${ASKED}'`)).toBe(
			'Secretpatch'
		);
	});

	test('a second decision changes nothing and says what was decided and when', async () => {
		await decide(coordinator, ASKED, false, { reason: 'Not so' });
		const at = await value(
			`select to_jsonb(reviewed_at) #>> '{}' from public.suggestions where id = '${ASKED}'`
		);
		expect(await refusal(decide(editor, ASKED, true))).toMatchObject({
			code: 'PT409',
			details: { condition: 'conflict', status: 'declined', at }
		});
		expect(await value(`select name from public.organisations where id = '${MILL}'`)).toBe('Mill');
		expect(await value(`select reason from public.suggestions where id = '${ASKED}'`)).toBe('Not so');
	});

	test('its sender reads what was decided and why, and not by whom', async () => {
		await decide(coordinator, ASKED, false, { reason: 'Not so' });
		expect(
			await act(database, stranger, `select status, reason from public.suggestions where id = '${ASKED}'`)
		).toEqual([{ status: 'declined', reason: 'Not so' }]);
		await expect(
			act(database, stranger, `select reviewer_id from public.suggestions where id = '${ASKED}'`)
		).rejects.toThrow(/permission denied/);
	});

	test('nobody declines without a reason, nor writes a decision past the function', async () => {
		expect((await refusal(decide(coordinator, ASKED, false))).details['field']).toBe('reason');
		await expect(
			act(database, coordinator, `update public.suggestions set status = 'accepted' where id = '${ASKED}'`)
		).rejects.toThrow(/permission denied/);
	});

	test('who reviews a suggestion and may not write the record it names is refused, and nothing is decided', async () => {
		await suggest(
			stranger,
			'table_name, row_id, organisation_id, patch',
			`'practices', '${id(43)}', '${MILL}', '{"name": "Crept in"}'`
		);
		const crept = String(
			await value(`select id from public.suggestions where patch ->> 'name' = 'Crept in'`)
		);
		expect((await refusal(decide(editor, crept, true))).details['condition']).toBe('refused');
		expect(await value(`select status from public.suggestions where id = '${crept}'`)).toBe('pending');
	});

	test('a row that is proposed is added with the rights of the reviewer', async () => {
		await suggest(
			stranger,
			'table_name, organisation_id, patch',
			`'adoptions', '${MILL}', '{"organisation_id": "${MILL}", "practice_id": "${id(44)}", "stage": "piloting", "source_url": "https://example.org/new"}'`
		);
		const proposed = String(
			await value(`select id from public.suggestions where patch ->> 'practice_id' = '${id(44)}'`)
		);
		const [added] = await decide(editor, proposed, true);
		expect(
			await rows(`select stage, is_public from public.adoptions where id = '${String(added?.['written'])}'`)
		).toEqual([{ stage: 'piloting', is_public: true }]);
	});

	test.each([
		[`'people', null, null, '{}'`, /violates check constraint|permission denied|does not exist/],
		[`'organisations', '${MILL}', null, '{"slug": "other"}'`, /cannot be changed/],
		[`'organisations', '${MILL}', null, '{"steward_network_id": "${RIVER}"}'`, /cannot be changed/],
		[`'organisations', '${MILL}', null, '{"name": 7}'`, /not of the kind/],
		[`'organisations', '${MILL}', null, '{"founded_on": "soon"}'`, /not of the kind/],
		[`'organisations', '${id(12)}', null, '{"name": "x"}'`, /no longer there/],
		[`'adoptions', null, null, '{"stated_by": "${stranger}"}'`, /cannot be changed/]
	])('what could not be accepted is refused when it is sent: %s', async (values, said) => {
		await expect(suggest(stranger, 'table_name, row_id, organisation_id, patch', values)).rejects.toThrow(
			said
		);
	});

	test('what waits, and what is declined, raises no version of the atlas', async () => {
		const version = await value('select public.atlas_version()');
		await suggest(
			stranger,
			'table_name, row_id, organisation_id, patch',
			`'organisations', '${MILL}', '${MILL}', '{"summary": "Waiting"}'`
		);
		await decide(coordinator, ASKED, false, { reason: 'Not so' });
		expect(await value('select public.atlas_version()')).toBe(version);
		await decide(coordinator, PRACTICE, true);
		expect(await value('select public.atlas_version()')).not.toBe(version);
	});
});
