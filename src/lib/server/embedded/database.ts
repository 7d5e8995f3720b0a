import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createMutex } from './mutex.ts';
import { isShortOfRoom } from './room.ts';
import type { PGlite, Transaction } from '@electric-sql/pglite';
import type { PgliteConnection } from '@supabase/lite/pglite';
import type { PostgresConnection } from '@supabase/lite/postgres';

/** One session of the database, held until released: what is begun on it is nobody else's. */
export interface Session {
	query(sql: string, params: readonly unknown[]): Promise<Record<string, unknown>[]>;
	exec(sql: string): Promise<void>;
	release(): void;
}

/** A PGlite folder or a PostgreSQL server, opened through lite's connection to it. */
export interface Database {
	connection: PgliteConnection | PostgresConnection;
	/** Waits for a session of one's own. On PGlite there is one, so everybody else waits too. */
	session(): Promise<Session>;
	/** Runs API work; on PGlite one piece at a time, because requests share one session and its role. */
	withApi<T>(work: () => Promise<T>): Promise<T>;
	/** Whether the disk is so full that writing must be refused; a server looks after its own disk. */
	isShortOfRoom(): boolean;
	close(): Promise<void>;
}

export type DatabaseLocation =
	| {
			kind: 'folder';
			dataDir: string;
			/** Free bytes under which writing is refused, where it is not the usual. */
			roomNeeded?: number;
	  }
	| { kind: 'server'; url: string };

export function openDatabase(location: DatabaseLocation): Promise<Database> {
	return location.kind === 'folder'
		? openFolder(location.dataDir, location.roomNeeded)
		: openServer(location.url);
}

async function openFolder(dataDir: string, roomNeeded?: number): Promise<Database> {
	const [{ createPgliteConnection }, { btree_gist }, { citext }, { fuzzystrmatch }, { pgtap }] =
		await Promise.all([
			import('@supabase/lite/pglite'),
			import('@electric-sql/pglite/contrib/btree_gist'),
			import('@electric-sql/pglite/contrib/citext'),
			import('@electric-sql/pglite/contrib/fuzzystrmatch'),
			import('@electric-sql/pglite/pgtap')
		]);
	const folder = join(dataDir, 'database');
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	const connection = await createPgliteConnection({
		url: folder,
		pgliteOptions: {
			extensions: { btree_gist, citext, fuzzystrmatch, pgtap },
			parsers: { [TIMESTAMP]: isoTimestamp, [TIMESTAMPTZ]: isoTimestamp, [NUMERIC]: Number }
		}
	});
	await connection.driver.waitReady;
	const mutex = createMutex();
	return {
		connection,
		session: async () => pgliteSession(connection.driver, await mutex.acquire()),
		async withApi(work) {
			const release = await mutex.acquire();
			try {
				return await work();
			} finally {
				release();
			}
		},
		isShortOfRoom: () => isShortOfRoom(dataDir, roomNeeded),
		async close() {
			const release = await mutex.acquire();
			try {
				await connection.close();
			} finally {
				release();
			}
		}
	};
}

function pgliteSession(driver: PGlite | Transaction, release: () => void): Session {
	return {
		query: async (sql, params) => (await driver.query<Record<string, unknown>>(sql, [...params])).rows,
		exec: async (sql) => void (await driver.exec(sql)),
		release
	};
}

async function openServer(url: string): Promise<Database> {
	const { createPostgresConnection } = await import('@supabase/lite/postgres');
	const connection = createPostgresConnection({
		url,
		postgresOptions: {
			max: 10,
			onnotice: () => {},
			types: {
				timestamp: {
					to: TIMESTAMPTZ,
					from: [TIMESTAMP, TIMESTAMPTZ],
					serialize: String,
					parse: isoTimestamp
				},
				timestamptz: {
					to: TIMESTAMPTZ,
					from: [TIMESTAMP, TIMESTAMPTZ],
					serialize: instantText,
					parse: isoTimestamp
				},
				numeric: { to: NUMERIC, from: [NUMERIC], serialize: String, parse: Number }
			}
		}
	});
	return {
		connection,
		async session() {
			const reserved = await connection.driver.reserve();
			return {
				query: async (sql, params) =>
					[...(await reserved.unsafe(sql, params as never[]))] as Record<string, unknown>[],
				exec: async (sql) => void (await reserved.unsafe(sql).simple()),
				release: () => reserved.release()
			};
		},
		withApi: (work) => work(),
		isShortOfRoom: () => false,
		close: () => connection.close()
	};
}

const NUMERIC = 1700;
const TIMESTAMP = 1114;
const TIMESTAMPTZ = 1184;

/** `2026-11-21 23:20:24+00` as PostgREST prints it: `2026-11-21T23:20:24+00:00`. */
export function isoTimestamp(text: string): string {
	return text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00');
}

function instantText(value: unknown): string {
	return value instanceof Date ? value.toISOString() : String(value);
}
