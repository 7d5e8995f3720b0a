import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
const { coordinator } = ACCOUNTS;
const editor = ACCOUNTS['organisation editor'];
const MILL = id(11);

describe.each(DATABASES)('saving a record on $name', ({ open }) => {
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
	afterAll(() => database?.close());

	const value = async (sql: string) => Object.values((await database.run(sql)).at(-1)?.[0] ?? {})[0];
	const revisionOf = async (table: string, row: string) =>
		Number(await value(`select revision from public.${table} where id = '${row}'`));
	const save = async (
		account: string | null,
		{
			table = 'organisations',
			key = MILL,
			patch,
			seen,
			reason = null
		}: {
			table?: string;
			key?: string;
			patch: unknown;
			seen?: number;
			reason?: string | null;
		}
	): Promise<number> => {
		const shown = seen ?? (await revisionOf(table, key));
		const [row] = await act(
			database,
			account,
			`select public.save_record(${literal(table)}, ${literal(key)}, ${shown}, ${literal(
				JSON.stringify(patch)
			)}::jsonb, ${reason === null ? 'null' : literal(reason)}) as revision`
		);
		return Number(row?.['revision']);
	};
	const refusal = async (work: Promise<unknown>): Promise<Refused> => {
		const outcome = await work.catch((cause: unknown) => cause);
		if (!(outcome instanceof Refused)) throw new Error('It was let through.');
		return outcome;
	};

	test.each([
		['organisations', MILL, ['organisation editor', 'network editor', 'coordinator', 'administrator']],
		['practices', id(41), ['network editor', 'coordinator', 'administrator']],
		['learning_links', id(51), ['network editor', 'coordinator', 'administrator']],
		['adoptions', id(61), ['organisation editor', 'network editor', 'coordinator', 'administrator']],
		['adoption_stages', id(63), ['organisation editor', 'network editor', 'coordinator', 'administrator']],
		['networks', RIVER, ['coordinator', 'administrator']],
		['associations', id(66), ['coordinator']]
	] as const)(
		'%s are saved by those who may change them, and refused to all others',
		async (table, row, who) => {
			for (const role of SIGNED_IN_ROLES) {
				const seen = await revisionOf(table, row);
				const column = ['networks', 'organisations'].includes(table) ? 'summary' : 'note';
				const work = save(ACCOUNTS[role], { table, key: row, patch: { [column]: `By ${role}` } });
				if ((who as readonly string[]).includes(role)) {
					expect(await work, role).toBe(seen + 1);
					expect(await value(`select ${column} from public.${table} where id = '${row}'`)).toBe(`By ${role}`);
				} else {
					expect((await refusal(work)).details['condition'], role).toBe('refused');
					expect(await revisionOf(table, row)).toBe(seen);
				}
			}
			await expect(save(null, { table, key: row, patch: { note: 'x' } })).rejects.toThrow(
				/permission denied/
			);
		}
	);

	test('one save is one change, with its reason, by the row\u2019s public key too', async () => {
		const key = String(await value(`select key from public.organisations where id = '${MILL}'`));
		const seen = await revisionOf('organisations', MILL);
		const patch = { summary: 'Grinds', website: 'https://example.org/mill' };
		expect(await save(editor, { key, seen, patch, reason: 'It moved' })).toBe(seen + 1);
		const [last] = (
			await database.run(
				`select actor_id, kind, reason, (select count(*)::integer from public.change_rows where change_id = changes.id) as rows
				from public.changes order by happened_at desc limit 1`
			)
		)[0]!;
		expect(last).toEqual({ actor_id: editor, kind: 'edit', reason: 'It moved', rows: 1 });
	});

	test('what changes nothing is no change, whatever its reason', async () => {
		const changes = await value('select count(*)::integer from public.changes');
		const seen = await revisionOf('organisations', MILL);
		expect(await save(editor, { patch: { name: 'Mill' }, reason: 'Because' })).toBe(seen);
		expect(await save(editor, { patch: {} })).toBe(seen);
		expect(await value('select count(*)::integer from public.changes')).toBe(changes);
	});

	test('who shows an older revision is told, and nothing of it is written', async () => {
		const seen = await revisionOf('organisations', MILL);
		await save(coordinator, { seen, patch: { summary: 'Theirs' } });
		expect(await refusal(save(editor, { seen, patch: { summary: 'Yours' } }))).toMatchObject({
			code: 'PT409',
			details: { condition: 'conflict', revision: seen + 1 }
		});
		expect(await value(`select summary from public.organisations where id = '${MILL}'`)).toBe('Theirs');
	});

	test.each([
		['organisations', id(999)],
		['organisations', 'nonsense'],
		['organisations', "' or true --"],
		['organisations', id(12)],
		['people', id(71)],
		['site_administrators', id(71)],
		['organisations; drop table public.ties', MILL]
	])('of %s, %s is missing to whoever does not see it', async (table, key) => {
		expect(
			await refusal(save(ACCOUNTS.stranger, { table, key, seen: 1, patch: { name: 'x' } }))
		).toMatchObject({ code: 'PT404', details: { condition: 'missing' } });
	});

	test.each([
		['slug', { slug: 'other' }],
		['revision', { revision: 9 }],
		['id', { id: id(12) }],
		['key', { key: 'bcdfghjkmnpqrs' }],
		['steward_network_id', { steward_network_id: null }],
		['is_sample', { is_sample: true }],
		['nonsense', { nonsense: 1 }],
		['name" = 1 --', { 'name" = 1 --': 'x' }],
		['name', { name: 5 }],
		['name', { name: ['a'] }],
		['name', { name: null }],
		['name', { name: '' }],
		['kind', { kind: 'castle' }],
		['founded_on', { founded_on: 'soon' }],
		['founded_on', { founded_on: '2019-02-30' }],
		['longitude', { longitude: '1' }],
		['website', { website: 'javascript:alert(1)' }],
		['area_code', { area_code: 'X00000000' }]
	])('a patch is refused by its field: %s in %j', async (field, patch) => {
		const before = await value(`select to_jsonb(o)::text from public.organisations o where id = '${MILL}'`);
		expect(await refusal(save(coordinator, { patch: { summary: 'Half', ...patch } }))).toMatchObject({
			code: 'PT422',
			details: { condition: 'invalid', field }
		});
		expect(await value(`select to_jsonb(o)::text from public.organisations o where id = '${MILL}'`)).toBe(
			before
		);
	});

	test.each(['[]', '"text"', 'null', '3'])('%s is no patch', async (patch) => {
		expect(await refusal(save(coordinator, { patch: JSON.parse(patch) as unknown }))).toMatchObject({
			code: 'PT422'
		});
	});

	test('what it stands on cannot be changed of a stage', async () => {
		expect(
			await refusal(
				save(coordinator, { table: 'adoption_stages', key: id(63), patch: { adoption_id: id(62) } })
			)
		).toMatchObject({ details: { condition: 'invalid', field: 'adoption_id' } });
	});

	test('a predicate says of one row what the policies say of it', async () => {
		for (const role of SIGNED_IN_ROLES) {
			const [can] = await act(
				database,
				ACCOUNTS[role],
				`select private.can_change_organisation('${MILL}') as organisation, private.can_change_practice('${id(41)}') as practice,
				private.can_change_link('${id(51)}') as link, private.can_change_adoption('${id(61)}') as adoption,
				private.can_change_network('${RIVER}') as network, private.can_change_membership('${id(81)}') as membership`
			);
			const may = (...roles: string[]) => roles.includes(role);
			expect(can, role).toEqual({
				organisation: may('organisation editor', 'network editor', 'coordinator', 'administrator'),
				practice: may('network editor', 'coordinator', 'administrator'),
				link: may('network editor', 'coordinator', 'administrator'),
				adoption: may('organisation editor', 'network editor', 'coordinator', 'administrator'),
				network: may('coordinator', 'administrator'),
				membership: may('coordinator')
			});
		}
	});
});
