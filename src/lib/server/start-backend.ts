import { backend, migrationsFolder } from './backend.ts';
import { log } from './log.ts';
import { applyMigrations } from './migrations.ts';
import type { Backend } from './backend.ts';

const SLOT = Symbol.for('goodways.started');
type Shared = typeof globalThis & { [SLOT]?: Promise<Backend> };

/**
 * Opens the process's backend and, on the embedded rungs, brings its tables up to date and fills a new
 * database. Calling it again gives the same backend.
 */
export function startBackend(): Promise<Backend> {
	const shared = globalThis as Shared;
	shared[SLOT] ??= start().catch((cause: unknown) => {
		delete shared[SLOT];
		throw cause;
	});
	return shared[SLOT];
}

async function start(): Promise<Backend> {
	const opened = await backend();
	if (opened.sql !== null) {
		const applied = await applyMigrations(opened.sql, migrationsFolder());
		if (applied.length > 0) {
			log().info({ applied }, 'Migrations applied');
			await opened.schemaChanged();
		}
	}
	return opened;
}
