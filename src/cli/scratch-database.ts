import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { pgtap } from '@electric-sql/pglite/pgtap';
import { applyMigrations } from '#lib/server/migrations.ts';
import { projectRoot } from '#lib/server/project-root.ts';
import type { SqlTarget } from '#lib/server/sql-target.ts';

/** Opens a database in memory with every migration applied and no data, gone when closed. */
export async function openScratchDatabase(): Promise<PGlite> {
	const database = await PGlite.create({ extensions: { btree_gist, pgtap } });
	await prepareSchema(sqlTarget(database));
	return database;
}

/** What a Supabase project has from the start, then every migration. */
export async function prepareSchema(target: SqlTarget): Promise<void> {
	const root = projectRoot();
	await target.exec(await readFile(join(root, 'src/lib/server/embedded/supabase-shim.sql'), 'utf8'));
	await applyMigrations(target, join(root, 'supabase/migrations'));
}

function sqlTarget(database: PGlite): SqlTarget {
	const target: SqlTarget = {
		query: async <T>(sql: string, params: readonly unknown[] = []) =>
			(await database.query<T>(sql, [...params])).rows,
		exec: async (sql) => void (await database.exec(sql)),
		async transaction(work) {
			await database.exec('begin');
			try {
				const result = await work(target);
				await database.exec('commit');
				return result;
			} catch (cause) {
				await database.exec('rollback');
				throw cause;
			}
		}
	};
	return target;
}
