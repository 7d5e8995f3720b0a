import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act, Refused } from './acting.ts';
import { DATABASES } from './databases.ts';
import { SIGNED_IN_ROLES } from './rights-matrix.ts';
import { id, RIVER, worldSql } from './rights-world.ts';
import type { TestDatabase } from './databases.ts';
import type { Accounts } from './rights-world.ts';

const ACCOUNTS = Object.fromEntries(
	SIGNED_IN_ROLES.map((role, index) => [role, id(900 + index)])
) as unknown as Accounts;
const { coordinator, administrator, member, stranger } = ACCOUNTS;
const editor = ACCOUNTS['organisation editor'];
const other = ACCOUNTS['other coordinator'];
const MILL = id(11);

interface Entry {
	table: string;
	key: Record<string, string>;
	reason?: string;
	who?: string | null;
	actor?: string;
	hangs?: { table: string };
	gone?: { table: string };
}
interface Undone {
	change: string | null;
	put_back: Entry[];
	changed_since: Entry[];
	refused: Entry[];
}

describe.each(DATABASES)('the ledger on $name', ({ open }) => {
	let database: TestDatabase;

	beforeAll(async () => {
		database = await open();
		await database.run(
			`insert into auth.users (id, email) values ${SIGNED_IN_ROLES.map(
				(role) => `('${ACCOUNTS[role]}', '${role.replace(' ', '.')}@example.org')`
			).join(', ')}`
		);
		await database.run(worldSql(ACCOUNTS));
		await database.run(`update public.profiles set display_name = 'Asha' where user_id = '${editor}'`);
	});
	afterAll(() => database?.close());

	const rows = async (sql: string) => (await database.run(sql)).at(-1) ?? [];
	const value = async (sql: string) => Object.values((await rows(sql))[0] ?? {})[0];
	/** Does something as an account and says which change it was. */
	const change = async (account: string | null, statements: string): Promise<string> => {
		await act(database, account, statements);
		return String(await value(`select id from public.changes order by happened_at desc, id desc limit 1`));
	};
	const undo = async (account: string, of: string, more = ''): Promise<Undone> =>
		(await act(database, account, `select public.undo_change('${of}'${more}) as undone`))[0]?.[
			'undone'
		] as Undone;
	const refusal = async (work: Promise<unknown>): Promise<Refused> => {
		const outcome = await work.catch((cause: unknown) => cause);
		if (!(outcome instanceof Refused)) throw new Error('It was let through.');
		return outcome;
	};
	const tables = (entries: Entry[]) => entries.map(({ table }) => table).sort();

	test('a change says who, when and why, and each of its rows what it was, is and concerns', async () => {
		const made = await change(
			editor,
			`update public.organisations set summary = 'Grinds corn', note = 'Secret thought' where id = '${MILL}';
			insert into public.organisation_names (organisation_id, name) values ('${MILL}', 'Corn mill')`
		);
		expect(
			await rows(`select kind, actor_id, reason, undone_by from public.changes where id = '${made}'`)
		).toEqual([{ kind: 'edit', actor_id: editor, reason: null, undone_by: null }]);
		const [edited, named] = await rows(
			`select table_name, verb, before, after, columns, organisations, networks from public.change_rows
			where change_id = '${made}' order by id`
		);
		expect(edited).toMatchObject({
			table_name: 'organisations',
			verb: 'update',
			before: { summary: null, name: 'Mill' },
			after: { summary: 'Grinds corn', name: 'Mill' },
			organisations: [MILL],
			networks: [RIVER]
		});
		expect([...(edited?.['columns'] as string[])].sort()).toEqual(['note', 'summary']);
		expect(JSON.stringify(edited)).not.toContain('Secret');
		expect(named).toMatchObject({
			table_name: 'organisation_names',
			verb: 'insert',
			before: null,
			networks: [RIVER]
		});
		await undo(editor, made);
		expect(await value(`select summary from public.organisations where id = '${MILL}'`)).toBe(null);
	});

	test('what writes nothing, and what the owner of the tables writes, is no change', async () => {
		const before = await value('select count(*)::integer from public.changes');
		await act(database, editor, `update public.organisations set summary = summary where id = '${MILL}'`);
		await act(database, stranger, `update public.organisations set summary = 'x' where id = '${MILL}'`);
		await act(database, member, `update public.ratings set score = 5`);
		await act(database, member, `insert into public.saved_views (name, path) values ('Mine too', '/map')`);
		await database.run(`update public.organisations set summary = null where id = '${MILL}'`);
		expect(await value('select count(*)::integer from public.changes')).toBe(before);
	});

	test('one change is one transaction of one caller, whatever the setting says that anybody may set', async () => {
		const first = await change(
			editor,
			`update public.organisations set summary = 'One' where id = '${MILL}'`
		);
		const second = await change(
			coordinator,
			`select set_config('goodways.change', '${first}', true);
			update public.organisations set summary = 'Two' where id = '${MILL}'`
		);
		expect(second).not.toBe(first);
		expect(await value(`select count(*)::integer from public.change_rows where change_id = '${first}'`)).toBe(
			1
		);
		await undo(coordinator, second);
		await undo(editor, first);
	});

	test('a change is undone once, as a change of its own with a reason, and may be done again', async () => {
		const made = await change(
			editor,
			`update public.organisations set website = 'https://example.org/mill' where id = '${MILL}'`
		);
		const rehearsed = await undo(editor, made, ', rehearse => true');
		expect(rehearsed).toMatchObject({
			change: null,
			put_back: [{ table: 'organisations', key: { id: MILL } }]
		});
		expect(await value(`select website from public.organisations where id = '${MILL}'`)).not.toBe(null);

		const { change: undoing } = await undo(editor, made, ", reason => 'It has moved'");
		expect(await value(`select website from public.organisations where id = '${MILL}'`)).toBe(null);
		expect(await rows(`select kind, undoes, reason from public.changes where id = '${undoing}'`)).toEqual([
			{ kind: 'undo', undoes: made, reason: 'It has moved' }
		]);
		expect(await refusal(undo(editor, made))).toMatchObject({
			code: 'PT409',
			details: { condition: 'conflict', change: undoing, actor: editor }
		});

		await undo(editor, String(undoing));
		expect(await value(`select website from public.organisations where id = '${MILL}'`)).toBe(
			'https://example.org/mill'
		);
		await undo(editor, made);
		expect(await value(`select website from public.organisations where id = '${MILL}'`)).toBe(null);
	});

	test('where somebody changed a row since, it is refused and says who; the rest may be put back', async () => {
		const made = await change(
			coordinator,
			`update public.organisations set summary = 'Ours' where id in ('${MILL}', '${id(15)}')`
		);
		const later = await change(
			editor,
			`update public.organisations set summary = 'Theirs' where id = '${MILL}'`
		);
		const refused = await refusal(undo(coordinator, made));
		expect(refused).toMatchObject({ code: 'PT409', details: { condition: 'conflict', refused: [] } });
		expect(refused.details['changed_since']).toMatchObject([
			{ table: 'organisations', key: { id: MILL }, change: later, actor: editor, who: 'Asha' }
		]);
		expect(await value(`select summary from public.organisations where id = '${id(15)}'`)).toBe('Ours');

		const partly = await undo(coordinator, made, ', partly => true');
		expect(partly).toMatchObject({
			put_back: [{ key: { id: id(15) } }],
			changed_since: [{ key: { id: MILL } }],
			refused: []
		});
		expect(await value(`select undone_by from public.changes where id = '${made}'`)).toBe(null);
		expect(
			await rows(
				`select row_key ->> 'id' as id, undone_by from public.change_rows where change_id = '${made}' order by 1`
			)
		).toEqual([
			{ id: MILL, undone_by: null },
			{ id: id(15), undone_by: partly.change }
		]);

		await undo(editor, later);
		await undo(coordinator, made);
		expect(await value(`select summary from public.organisations where id = '${MILL}'`)).toBe(null);
	});

	test('what was made stays while something hangs on it that was made since', async () => {
		const made = await change(
			coordinator,
			`insert into public.organisations (slug, name, status, steward_network_id) values ('lock', 'Lock', 'published', '${RIVER}')`
		);
		await act(
			database,
			coordinator,
			`insert into public.organisation_interests (organisation_id, label)
			select id, 'boats' from public.organisations where slug = 'lock'`
		);
		const refused = await refusal(undo(coordinator, made));
		expect(refused.details['changed_since']).toMatchObject([
			{ table: 'organisations', hangs: { table: 'organisation_interests' }, actor: coordinator }
		]);
		await act(database, coordinator, `delete from public.organisation_interests where label = 'boats'`);
		await undo(coordinator, made);
		expect(await rows(`select id from public.organisations where slug = 'lock'`)).toEqual([]);
	});

	test('an organisation comes back with all that went with it, but for what is never kept', async () => {
		const counts = () =>
			rows(
				`select ${[
					'adoptions',
					'adoption_stages',
					'ties',
					'memberships',
					'membership_tiers',
					'organisation_names',
					'organisation_editors',
					'affiliations',
					'adoption_contacts'
				]
					.map((table) => `(select count(*)::integer from public.${table}) as ${table}`)
					.join(', ')}`
			);
		const before = await counts();
		const revision = await value(`select revision from public.organisations where id = '${MILL}'`);
		const made = await change(coordinator, `delete from public.organisations where id = '${MILL}'`);
		const { refused, changed_since } = await undo(coordinator, made, ', partly => true');
		expect(await counts()).toEqual(before);
		expect(changed_since).toEqual([]);
		expect(tables(refused)).toEqual([
			'confirmations',
			'invitations',
			'organisation_successions',
			'suggestions'
		]);
		expect(refused.find(({ table }) => table === 'invitations')?.reason).toMatch(/never kept/);
		expect(await value(`select revision from public.organisations where id = '${MILL}'`)).toBeGreaterThan(
			Number(revision)
		);
	});

	test('what belonged to something waits until that is back, and it is said who took it away', async () => {
		const first = await change(coordinator, `delete from public.adoptions where id = '${id(62)}'`);
		const second = await change(coordinator, `delete from public.organisations where id = '${MILL}'`);
		expect(await refusal(undo(coordinator, first))).toMatchObject({
			code: 'PT409',
			details: {
				refused: [],
				changed_since: [
					{
						table: 'adoptions',
						key: { id: id(62) },
						gone: { table: 'organisations', key: { id: MILL } },
						change: second,
						actor: coordinator
					}
				]
			}
		});
		await undo(coordinator, second, ', partly => true');
		await undo(coordinator, first);
		expect(await value(`select organisation_id from public.adoptions where id = '${id(62)}'`)).toBe(MILL);
	});

	test('what a change both made and took away stays away, and keeps nothing else from coming back', async () => {
		const made = await change(
			coordinator,
			`insert into public.memberships (network_id, organisation_id, started_on) values ('${RIVER}', '${id(15)}', '2020-01-01');
			insert into public.membership_tiers (membership_id, tier)
				select id, 'gold' from public.memberships where organisation_id = '${id(15)}';
			delete from public.organisations where id = '${id(15)}'`
		);
		expect((await undo(coordinator, made)).put_back).toContainEqual({
			table: 'organisations',
			key: { id: id(15) }
		});
		expect(await rows(`select id from public.memberships where organisation_id = '${id(15)}'`)).toEqual([]);
		expect(await value(`select undone_by is not null from public.changes where id = '${made}'`)).toBe(true);
	});

	test('nobody undoes what they could not have written, nor what is not theirs to see', async () => {
		const made = await change(
			coordinator,
			`update public.networks set summary = 'Wet' where id = '${RIVER}'`
		);
		for (const account of [stranger, member, editor, other]) {
			expect(await refusal(undo(account, made))).toMatchObject({
				code: 'PT404',
				details: { condition: 'missing' }
			});
		}
		await expect(act(database, null, `select public.undo_change('${made}')`)).rejects.toThrow(
			/permission denied/
		);
		// An administrator reads what was written of memberships, and may not write them.
		const joined = await change(
			coordinator,
			`update public.memberships set role = 'founder' where id = '${id(81)}'`
		);
		expect(await refusal(undo(administrator, joined))).toMatchObject({
			code: '42501',
			details: {
				condition: 'refused',
				refused: [{ table: 'memberships', reason: 'It is not yours to change.' }]
			}
		});
		await undo(coordinator, joined);
		await undo(coordinator, made);
	});

	test('who lost the right to a row no longer puts it back', async () => {
		const made = await change(
			editor,
			`update public.organisations set summary = 'Mine' where id = '${MILL}'`
		);
		await database.run(
			`update public.organisation_editors set status = 'claimed' where user_id = '${editor}'`
		);
		expect(await refusal(undo(editor, made))).toMatchObject({ code: '42501' });
		await database.run(
			`update public.organisation_editors set status = 'approved' where user_id = '${editor}'`
		);
		await undo(editor, made);
	});

	test('what a person took back, nobody brings back for them', async () => {
		const made = await change(stranger, `delete from public.replies where id = '${id(54)}'`);
		expect(await refusal(undo(coordinator, made))).toMatchObject({
			code: '42501',
			details: { condition: 'refused' }
		});
		const removed = await change(coordinator, `delete from public.replies where id = '${id(55)}'`);
		await undo(coordinator, removed);
		expect(await value(`select body from public.replies where id = '${id(55)}'`)).toBe('Secretreply');
	});

	test('a withdrawn consent is not given again by an undo', async () => {
		const made = await change(
			member,
			`update public.consents set withdrawn_at = now() where id = '${id(76)}'`
		);
		expect(await refusal(undo(member, made))).toMatchObject({ code: '42501' });
	});

	test('the text of a note is gone for good, and the answer says so', async () => {
		const made = await change(
			coordinator,
			`update public.membership_notes set note = 'Secretlater' where membership_id = '${id(81)}'`
		);
		expect((await refusal(undo(coordinator, made))).details).toMatchObject({
			refused: [{ table: 'membership_notes', reason: expect.stringMatching(/never kept/) as string }]
		});
		expect(
			await rows(
				`select change_id from public.change_rows where before::text || after::text ~ 'Secret(note|later)'`
			)
		).toEqual([]);
	});

	test('a note that was made with a record goes with it', async () => {
		const made = await change(
			coordinator,
			`insert into public.memberships (network_id, organisation_id, started_on) values ('${RIVER}', '${id(15)}', '2020-01-01');
			insert into public.membership_notes (membership_id, note)
				select id, 'Secretnew' from public.memberships where organisation_id = '${id(15)}'`
		);
		expect(tables((await undo(coordinator, made)).put_back)).toEqual(['membership_notes', 'memberships']);
		expect(await rows(`select * from public.membership_notes where note = 'Secretnew'`)).toEqual([]);
	});

	test('who stated and who confirmed are put back as they were, not as the one who undoes', async () => {
		const made = await change(
			editor,
			`update public.adoptions set confirmed_at = now() where id = '${id(62)}'`
		);
		const removed = await change(coordinator, `delete from public.adoptions where id = '${id(62)}'`);
		await undo(coordinator, removed);
		expect(await value(`select confirmed_by from public.adoptions where id = '${id(62)}'`)).toBe(editor);
		await undo(coordinator, made);
		expect(await value(`select confirmed_by from public.adoptions where id = '${id(62)}'`)).toBe(null);
	});

	test('whoever is erased is in no part of the ledger, and no undo brings them back', async () => {
		const made = await change(
			coordinator,
			`insert into public.people (network_id, name, email, phone) values
				('${RIVER}', 'Iris Quill', 'iris.quill@example.org', '0118 999');
			insert into public.groups (network_id, name) values ('${RIVER}', 'Friends of Iris Quill');
			insert into public.invitations (email, network_id, role, token_hash)
				values ('iris.quill@example.org', '${RIVER}', 'member', '${'e'.repeat(64)}')`
		);
		const hired = await change(
			coordinator,
			`insert into public.affiliations (person_id, organisation_id, job_title)
				select id, '${MILL}', 'Miller to Iris Quill' from public.people where name = 'Iris Quill';
			update public.people set name = 'Iris Feather' where name = 'Iris Quill'`
		);
		const fired = await change(coordinator, `delete from public.affiliations where job_title like 'Miller%'`);
		await act(
			database,
			coordinator,
			`select public.erase_person((select id from public.people where name = 'Iris Feather'))`
		);
		expect(await mentions(rows, 'iris quill|iris.quill|iris feather|0118 999')).toEqual([]);

		for (const gone of [fired, hired, made]) {
			const { put_back } = await undo(coordinator, gone, ', partly => true');
			expect(tables(put_back)).not.toContain('people');
			expect(tables(put_back)).not.toContain('affiliations');
		}
		expect(await mentions(rows, 'iris quill|iris.quill|iris feather|0118 999')).toEqual([]);
		const erasing = await value(
			`select id from public.changes where kind = 'erase' order by id desc limit 1`
		);
		expect(await refusal(undo(coordinator, String(erasing)))).toMatchObject({ code: '42501' });
	});

	test('an account that is erased is nowhere in the ledger, and what it did stays done by nobody', async () => {
		const leaving = id(990);
		await database.run(
			`insert into auth.users (id, email) values ('${leaving}', 'leaving@example.org');
			insert into public.network_roles (network_id, user_id, role) values ('${RIVER}', '${leaving}', 'editor')`
		);
		const made = await change(
			leaving,
			`insert into public.adoptions (organisation_id, practice_id, confirmed_at) values ('${id(15)}', '${id(41)}', now());
			insert into public.replies (link_id, signed_as, body) values ('${id(51)}', 'Leaving Soon', 'Goodbye');
			insert into public.organisation_editors (organisation_id, user_id, message) values ('${id(14)}', '${leaving}', 'Leaving Soon')`
		);
		await act(database, leaving, 'select public.erase_my_account()');
		expect(await mentions(rows, `leaving soon|leaving@|${leaving}`)).toEqual([]);
		expect(await rows(`select actor_id, actor_erased from public.changes where id = '${made}'`)).toEqual([
			{ actor_id: null, actor_erased: true }
		]);
		await undo(coordinator, made, ', partly => true');
		expect(await mentions(rows, `leaving soon|leaving@|${leaving}`)).toEqual([]);
		expect(await rows(`select id from public.adoptions where organisation_id = '${id(15)}'`)).toEqual([]);
	});
});

/** Columns of any schema of ours that hold what a pattern finds. */
async function mentions(
	rows: (sql: string) => Promise<Record<string, unknown>[]>,
	pattern: string
): Promise<string[]> {
	const columns = await rows(`
		select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as "table", quote_ident(a.attname) as "column"
		from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
		where n.nspname in ('public', 'private', 'auth') and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`);
	const found = await rows(
		columns
			.map(
				({ table, column }) =>
					`select '${String(table)}.${String(column)}' as place from ${String(table)} where ${String(column)}::text ~* '${pattern}'`
			)
			.join(' union ')
	);
	return found.map(({ place }) => String(place));
}
