import postgres from 'postgres';
import { openScratchDatabase, prepareSchema } from '../../src/cli/scratch-database.ts';
import { startPostgres } from './postgres-server.ts';
import type { SqlTarget } from '#lib/server/sql-target.ts';

/** A database with the schema and no data, in one session that may take any role. */
export interface TestDatabase {
	/** Runs a script; answers the rows of each statement. */
	run(sql: string): Promise<Record<string, unknown>[][]>;
	close(): Promise<void>;
}

/** The databases on which every rule must hold, by the name that tests show. */
export const DATABASES: { name: string; open(): Promise<TestDatabase> }[] = [
	{ name: 'PGlite', open: openPglite },
	{ name: 'PostgreSQL server', open: openServer }
];

async function openPglite(): Promise<TestDatabase> {
	const database = await openScratchDatabase();
	await database.exec('create extension if not exists pgtap with schema extensions');
	await database.exec('set search_path = public, extensions');
	return {
		run: async (sql) => (await database.exec(sql)).map(({ rows }) => rows),
		close: () => database.close()
	};
}

async function openServer(): Promise<TestDatabase> {
	const server = await startPostgres();
	const sql = postgres(server.url, { max: 1, onnotice: () => {}, idle_timeout: 0 });
	const run = async (script: string): Promise<Record<string, unknown>[][]> => {
		const result: unknown = await sql.unsafe(script).simple();
		const results = Array.isArray(result) && Array.isArray(result[0]) ? result : [result];
		return results.map((rows) => [...(rows as Record<string, unknown>[])]);
	};
	try {
		await prepareSchema(sqlTarget(sql, run));
		await run(
			'create extension if not exists pgtap with schema extensions; set search_path = public, extensions'
		);
	} catch (cause) {
		await sql.end();
		await server.stop();
		throw cause;
	}
	return {
		run,
		async close() {
			await sql.end();
			await server.stop();
		}
	};
}

function sqlTarget(sql: postgres.Sql, run: (script: string) => Promise<unknown>): SqlTarget {
	const target: SqlTarget = {
		query: async <T>(text: string, params: readonly unknown[] = []) =>
			[...(await sql.unsafe(text, params as postgres.ParameterOrJSON<never>[]))] as unknown as T[],
		exec: async (text) => void (await run(text)),
		async transaction(work) {
			await run('begin');
			try {
				const result = await work(target);
				await run('commit');
				return result;
			} catch (cause) {
				await run('rollback');
				throw cause;
			}
		}
	};
	return target;
}
