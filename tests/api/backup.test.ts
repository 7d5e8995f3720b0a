import { readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { visitorClient } from '#lib/server/backend.ts';
import { restoreBackup } from '#lib/server/backup/read-backup.ts';
import { listTables, qualified, quote } from '#lib/server/backup/tables.ts';
import { writeBackup } from '#lib/server/backup/write-backup.ts';
import { migrateBackend, seedBackend } from '#lib/server/bring-up-to-date.ts';
import { parseEnvironment } from '#lib/server/environment.ts';
import { grantRole } from '#lib/server/grant.ts';
import { resetDatabase } from '#lib/server/reset.ts';
import { RUNGS } from './rungs.ts';
import { openScratch, scratchFolder } from './scratch-backend.ts';
import type { SqlTarget } from '#lib/server/sql-target.ts';
import type { ScratchBackend } from './scratch-backend.ts';

/** Every row of every table as text, sorted, by table. */
async function everything(sql: SqlTarget): Promise<Map<string, string[]>> {
	const contents = new Map<string, string[]>();
	for (const table of await listTables(sql)) {
		const texts = table.columns.map(({ name }) => `${quote(name)}::text`).join(', ');
		const rows = await sql.query<{ line: string }>(
			`select json_build_array(${texts})::text as line from only ${qualified(table)} order by 1`
		);
		contents.set(
			qualified(table),
			rows.map(({ line }) => line)
		);
	}
	return contents;
}

/** Foreign keys, triggers and policies, which a restore must leave as they were. */
const rules = (sql: SqlTarget) =>
	sql.query(
		`select conrelid::regclass::text as "table", conname::text as name, pg_get_constraintdef(oid) as rule, null as enabled from pg_constraint
			where connamespace in ('public'::regnamespace, 'private'::regnamespace, 'auth'::regnamespace)
		union all select tgrelid::regclass::text, tgname::text, pg_get_triggerdef(oid), tgenabled::text from pg_trigger where not tgisinternal
		order by 1, 2`
	);

describe.each(RUNGS)('backup and restore on $name', ({ start }) => {
	const folder = scratchFolder();
	const file = join(folder, 'goodways.backup');
	let scratch: ScratchBackend;
	let before: Map<string, string[]>;
	let variables: Record<string, string>;
	let stop: () => Promise<void>;

	beforeAll(async () => {
		const rung = await start();
		({ variables, stop } = rung);
		scratch = await openScratch(variables);
		await migrateBackend(scratch.backend);
		await seedBackend(scratch.backend, { sample: true, log: () => {} });
		await grantRole(scratch.backend, 'coordinator', 'asha@example.org', 'sample-network');
		const { tokenHash } = await scratch.backend.signInToken('ben@example.org');
		await visitorClient(scratch.backend).auth.verifyOtp({ token_hash: tokenHash, type: 'magiclink' });
		before = await everything(scratch.sql);
	});

	afterAll(async () => {
		await scratch?.close();
		await stop?.();
		rmSync(folder, { recursive: true, force: true });
	});

	test('what is backed up has rows in the tables that matter, accounts included', () => {
		for (const table of [
			'"public"."organisations"',
			'"public"."adoptions"',
			'"auth"."users"',
			'"auth"."sessions"'
		]) {
			expect(before.get(table)?.length, table).toBeGreaterThan(0);
		}
	});

	test('backed up, wiped and restored, every row of every table is equal, and so are the rules', async () => {
		const rulesBefore = await rules(scratch.sql);
		const rows = await writeBackup(scratch.sql, file);
		expect(rows).toBe([...before.values()].reduce((sum, lines) => sum + lines.length, 0));
		expect(statSync(file).mode & 0o777).toBe(0o600);

		const { dataDir } = scratch;
		await scratch.backend.close();
		await resetDatabase(parseEnvironment({ DATA_DIR: dataDir, ...variables }));
		scratch = await openScratch(variables, dataDir);
		await migrateBackend(scratch.backend);
		expect((await everything(scratch.sql)).get('"public"."organisations"')).toEqual([]);

		expect(await restoreBackup(scratch.sql, file)).toBe(rows);
		const after = await everything(scratch.sql);
		expect([...after.keys()]).toEqual([...before.keys()]);
		for (const [table, lines] of before) expect(after.get(table), table).toEqual(lines);
		expect(await rules(scratch.sql)).toEqual(rulesBefore);
	});

	test('a draft that is there already is neither written through nor removed', async () => {
		const target = join(folder, 'elsewhere');
		writeFileSync(target, 'kept');
		symlinkSync(target, `${file}.part`);
		await expect(writeBackup(scratch.sql, file)).rejects.toThrow(/already/);
		expect(readFileSync(target, 'utf8')).toBe('kept');
		rmSync(`${file}.part`);
	});

	test('a restore into what changed since brings all of it back', async () => {
		const version = async () =>
			(await scratch.sql.query<{ version: string }>('select public.atlas_version() as version'))[0]?.version;
		const seen = new Set([await version()]);
		await scratch.sql.exec("delete from public.adoptions; update public.organisations set name = 'changed'");
		seen.add(await version());
		await restoreBackup(scratch.sql, file);
		expect(seen.has(await version()), 'a browser would keep what it had before').toBe(false);
		const after = await everything(scratch.sql);
		for (const [table, lines] of before) expect(after.get(table), table).toEqual(lines);
	});

	test.each([
		['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
		[
			'without its end',
			(bytes: Buffer) => gzipSync(gunzipSync(bytes).toString().split('\n').slice(0, -2).join('\n'))
		],
		['of another kind', () => Buffer.from('PK\u0003\u0004')],
		[
			'of a newer version',
			(bytes: Buffer) =>
				gzipSync(gunzipSync(bytes).toString().replace('"migrations":[', '"migrations":["29990101000000",'))
		],
		[
			'that lacks a table',
			(bytes: Buffer) => {
				const lines = gunzipSync(bytes).toString().split('\n');
				const at = lines.findIndex((line) => line.includes('"table":"site_administrators"'));
				expect(lines[at + 1], 'a table without rows').toMatch(/^\{/);
				return gzipSync(lines.toSpliced(at, 1).join('\n'));
			}
		],
		[
			'with a sequence of somebody else’s',
			(bytes: Buffer) =>
				gzipSync(
					gunzipSync(bytes)
						.toString()
						.replace('{"end":true', '{"schema":"extensions","sequence":"not_ours","value":"1"}\n{"end":true')
				)
		],
		[
			'with a value that does not fit',
			(bytes: Buffer) => gzipSync(gunzipSync(bytes).toString().replace('"area centre"', '"moon centre"'))
		]
	])('a file %s is refused with a sentence, and nothing changes', async (_, damage) => {
		const damaged = join(folder, 'damaged.backup');
		writeFileSync(damaged, damage(readFileSync(file)));
		await expect(restoreBackup(scratch.sql, damaged)).rejects.toThrow(/\w/);
		const after = await everything(scratch.sql);
		for (const [table, lines] of before) expect(after.get(table), table).toEqual(lines);
	});
});
