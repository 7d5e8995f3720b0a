import { migrationsFolder, serviceClient } from './backend.ts';
import { applyMigrations } from './migrations.ts';
import { seed } from './seed/seed.ts';
import { sqlSeedWriter } from './seed/sql-seed-writer.ts';
import { supabaseSeedWriter } from './seed/supabase-seed-writer.ts';
import type { Backend } from './backend.ts';
import type { SeedWriter } from './seed/seed-writer.ts';

/** Applies the migrations that are missing, where the database takes SQL. */
export async function migrateBackend(backend: Backend): Promise<string[]> {
	if (backend.sql === null) return [];
	const applied = await applyMigrations(backend.sql, migrationsFolder());
	if (applied.length > 0) await backend.schemaChanged();
	return applied;
}

/**
 * Writes the seeds that are not there: the real figures and facts, and the sample network or not. A seeding
 * takes a while, so `log` is told what was done, and nothing when there was nothing to do.
 */
export async function seedBackend(
	backend: Backend,
	{ sample, log }: { sample: boolean; log: (line: string) => void }
): Promise<void> {
	const { realRows, sampleRows } = await seed(seedWriter(backend), { sample });
	if (realRows !== null) log(`Seeded ${realRows} rows of real figures and facts.`);
	if (sampleRows !== null) log(`Seeded the sample network: ${sampleRows} rows, all invented.`);
}

/** With SQL where there is SQL, else with the service key. */
export function seedWriter(backend: Backend): SeedWriter {
	return backend.sql !== null ? sqlSeedWriter(backend.sql) : supabaseSeedWriter(serviceClient(backend));
}
