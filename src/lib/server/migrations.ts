import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SqlTarget } from './sql-target.ts';

const FILE = /^(\d{14})_(.+)\.sql$/;

/** Versions of the migrations that were written anew before v0.2.0; what they made cannot be brought up to date. */
const FORMER = /^2026112[23]/;

/** Whether a migration is one of those that were written anew before v0.2.0. */
export const isFormerVersion = (version: string) => FORMER.test(version);

/** Tables of before v0.2.0, with the way on. */
export class FormerTablesError extends Error {
	override name = 'FormerTablesError';
	override message =
		'This database was made before v0.2.0 and cannot be brought up to date in place: run `npm run goodways -- backup FILE`, then `npm run reset`, then `npm run goodways -- restore FILE`.';
}

/**
 * Applies what is missing of a `supabase/migrations` folder, oldest first, each file in a transaction
 * of its own, and records it where the Supabase CLI does.
 *
 * @returns names of the files applied now
 * @throws {FormerTablesError} before anything is touched, where the tables are of before v0.2.0
 * @throws {Error} naming the file, with the database's message; that file then left no trace
 */
export async function applyMigrations(target: SqlTarget, folder: string): Promise<string[]> {
	await target.exec(HISTORY);
	const recorded = await target.query<{ version: string }>(
		'select version from supabase_migrations.schema_migrations'
	);
	const known = new Set(recorded.map(({ version }) => version));
	if (recorded.some(({ version }) => isFormerVersion(version))) throw new FormerTablesError();
	const applied: string[] = [];
	for (const file of (await readdir(folder)).sort()) {
		const [, version, name] = FILE.exec(file) ?? [];
		if (version === undefined || name === undefined || known.has(version)) continue;
		await applyOne(target, file, version, name, await readFile(join(folder, file), 'utf8'));
		applied.push(file);
	}
	return applied;
}

async function applyOne(
	target: SqlTarget,
	file: string,
	version: string,
	name: string,
	sql: string
): Promise<void> {
	try {
		await target.transaction(async (transaction) => {
			await transaction.exec('set local search_path = public, extensions');
			await transaction.exec(sql);
			await transaction.query(
				'insert into supabase_migrations.schema_migrations (version, name, statements) values ($1, $2, array[$3::text])',
				[version, name, sql]
			);
		});
	} catch (cause) {
		throw new Error(`Migration ${file} failed: ${cause instanceof Error ? cause.message : String(cause)}`, {
			cause
		});
	}
}

/** As the Supabase CLI makes it; lite makes an older shape without the later columns. */
const HISTORY = `
	create schema if not exists supabase_migrations;
	create table if not exists supabase_migrations.schema_migrations (version text primary key);
	alter table supabase_migrations.schema_migrations add column if not exists statements text[];
	alter table supabase_migrations.schema_migrations add column if not exists name text;
`;
