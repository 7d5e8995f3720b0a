import { applyMigrations } from './migrations.ts';
import { openPostgresTarget } from './postgres-target.ts';

/** Applies the migrations to a Supabase project over its direct connection. */
export async function migrateSupabase(databaseUrl: string, folder: string): Promise<string[]> {
	const target = openPostgresTarget(databaseUrl);
	try {
		return await applyMigrations(target, folder);
	} finally {
		await target.close();
	}
}
