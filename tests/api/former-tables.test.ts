import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { restoreBackup } from '#lib/server/backup/read-backup.ts';
import { migrateBackend } from '#lib/server/bring-up-to-date.ts';
import { FormerTablesError } from '#lib/server/migrations.ts';
import { projectRoot } from '#lib/server/project-root.ts';
import { RUNGS } from './rungs.ts';
import { openScratch } from './scratch-backend.ts';
import type { ScratchBackend } from './scratch-backend.ts';

/** The world of the rights matrix, backed up by the last program that had the former migrations. */
const BACKUP = join(projectRoot(), 'tests/fixtures/before-0.2.0.backup');

describe.each(RUNGS)('what was made before v0.2.0, on $name', ({ start }) => {
	let scratch: ScratchBackend;
	let stop: () => Promise<void>;

	beforeAll(async () => {
		const rung = await start();
		({ stop } = rung);
		scratch = await openScratch(rung.variables);
	});
	afterAll(async () => {
		await scratch?.close();
		await stop?.();
	});

	const values = async (sql: string) =>
		(await scratch.sql.query<{ value: unknown }>(sql)).map(({ value }) => value);

	test('a database is refused in one sentence that says the way on, and is left as it is', async () => {
		await scratch.sql.exec(`
			create schema if not exists supabase_migrations;
			create table if not exists supabase_migrations.schema_migrations (version text primary key);
			insert into supabase_migrations.schema_migrations (version) values ('20261122000100')`);
		await expect(migrateBackend(scratch.backend)).rejects.toThrow(FormerTablesError);
		await expect(migrateBackend(scratch.backend)).rejects.toThrow(/backup.+reset.+restore/);
		expect(await values(`select to_regclass('public.networks')::text as value`)).toEqual([null]);
		await scratch.sql.exec('delete from supabase_migrations.schema_migrations');
	});

	test('a backup is restored, with accounts, roles, rights and what the atlas counts', async () => {
		await migrateBackend(scratch.backend);
		await restoreBackup(scratch.sql, BACKUP);
		expect(
			await values(
				`select count(*)::integer as value from public.network_roles join auth.users on users.id = user_id`
			)
		).toEqual([9]);
		expect(await values(`select name as value from public.organisations order by slug`)).toEqual([
			'Brook Secretdraft',
			'Common',
			'Farm',
			'Mill',
			'Weir'
		]);
		expect(
			await values(`select stage::text as value from public.adoptions where ended_on is not null`)
		).toEqual(['ended']);
		expect(await values(`select note as value from public.membership_notes order by membership_id`)).toEqual([
			'Secretnote',
			'Old note of the compiled figures'
		]);
		// What the former audit noted of a request is in the ledger, by the same account.
		expect(
			await values(
				`select jsonb_build_array(table_name, verb, after ->> 'summary', cardinality(networks), email) as value
				from public.change_rows join public.changes on changes.id = change_id
				join auth.users on users.id = actor_id order by change_rows.id`
			)
		).toEqual([
			['organisations', 'update', 'Ground since 1820', 1, 'coordinator@example.org'],
			['people', 'update', null, 1, 'coordinator@example.org']
		]);
		expect(
			await values(
				`select c.relname::text as value from pg_trigger t join pg_class c on c.oid = t.tgrelid
				where t.tgname = 'note_atlas_insert' and c.relname not in (select table_name from private.atlas_changes)`
			)
		).toEqual([]);
	});
});
