import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openScratchDatabase } from '../../src/cli/scratch-database.ts';
import type { PGlite } from '@electric-sql/pglite';

describe('schema', () => {
	let database: PGlite;

	beforeAll(async () => {
		database = await openScratchDatabase();
	});
	afterAll(() => database?.close());

	const list = async (sql: string) =>
		(await database.query<{ name: string }>(sql)).rows.map(({ name }) => name);

	test('no function runs for everyone by default: each names the roles that may call it', async () => {
		expect(
			await list(
				`select p.oid::regprocedure::text as name
				from pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
				where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace) and a.grantee = 0`
			)
		).toEqual([]);
	});

	test('functions with the rights of the owner, and all that the API shows, fix their search path', async () => {
		expect(
			await list(
				`select p.oid::regprocedure::text as name from pg_proc p
				where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace)
					and (p.prosecdef or p.pronamespace = 'public'::regnamespace)
					and not coalesce('search_path=""' = any (p.proconfig), false)`
			)
		).toEqual([]);
	});

	test('every foreign key has an index, so that neither policies nor deletions read whole tables', async () => {
		expect(
			await list(
				`select k.conrelid::regclass || ' ' || k.conname as name from pg_constraint k
				where k.contype = 'f' and k.connamespace = 'public'::regnamespace and not exists (
					select from pg_index i where i.indrelid = k.conrelid
						and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey
				)`
			)
		).toEqual([]);
	});

	test('every text that a person may write has a longest length', async () => {
		expect(
			await list(
				`select c.relname || '.' || a.attname as name
				from pg_attribute a join pg_class c on c.oid = a.attrelid
				where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0
					and a.atttypid = 'text'::regtype and a.attgenerated = '' and c.relname <> 'change_rows'
					and not exists (
						select from pg_constraint k where k.conrelid = c.oid and (
							(k.contype = 'c' and a.attnum = any (k.conkey)) or (k.contype = 'f' and a.attnum = any (k.conkey))
						)
					)`
			)
		).toEqual([]);
	});

	test('only the service key and the owner reach the private tables', async () => {
		expect(
			await list(
				`select c.relname as name from pg_class c
				where c.relnamespace = 'private'::regnamespace and c.relkind = 'r'
					and (has_table_privilege('anon', c.oid, 'select') or has_table_privilege('authenticated', c.oid, 'select'))`
			)
		).toEqual([]);
	});
});
