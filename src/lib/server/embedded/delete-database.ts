import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openPostgresTarget } from '../postgres-target.ts';
import { lockFolder } from './folder-lock.ts';

/** Deletes the database and the kept mails of a data folder that nobody holds; its keys stay. */
export async function deleteFolderDatabase(dataDir: string): Promise<void> {
	const release = await lockFolder(dataDir);
	try {
		for (const part of ['database', 'outbox'])
			await rm(join(dataDir, part), { recursive: true, force: true });
	} finally {
		release();
	}
}

/** Deletes what Goodways made on a PostgreSQL server. */
export async function deleteServerDatabase(databaseUrl: string): Promise<void> {
	const target = openPostgresTarget(databaseUrl);
	try {
		await target.transaction((transaction) =>
			transaction.exec(`
				drop schema if exists public, private, auth, extensions, supabase_migrations cascade;
				create schema public;
			`)
		);
	} finally {
		await target.close();
	}
}
