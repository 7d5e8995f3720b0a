import type { Environment } from './environment.ts';

/**
 * Deletes every row and account of the embedded database or the PostgreSQL server.
 *
 * @throws {Error} while a server holds the data folder, and on Supabase, whose project is not ours to delete
 */
export async function resetDatabase({ rung, dataDir, databaseUrl }: Environment): Promise<void> {
	if (rung === 'supabase') {
		throw new Error('A Supabase project is reset with the Supabase CLI: `supabase db reset --linked`.');
	}
	const { deleteFolderDatabase, deleteServerDatabase } = await import('./embedded/delete-database.ts');
	if (databaseUrl === null) await deleteFolderDatabase(dataDir);
	else await deleteServerDatabase(databaseUrl);
}
