import { backend } from './backend.ts';
import { migrateBackend, seedBackend } from './bring-up-to-date.ts';
import { environment } from './environment.ts';
import { log } from './log.ts';
import type { Backend } from './backend.ts';

const SLOT = Symbol.for('goodways.started');
type Shared = typeof globalThis & { [SLOT]?: Promise<Backend> };

/**
 * Opens the process's backend and, on the embedded rungs, brings its tables up to date and fills a new
 * database; a Supabase project is migrated and seeded by command. Calling it again gives the same backend.
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
	if (opened.sql === null) return opened;
	const applied = await migrateBackend(opened);
	if (applied.length > 0) log().info({ applied: applied.length }, 'Migrations applied');
	await seedBackend(opened, { sample: environment().sample, log: (line) => log().info(line) });
	return opened;
}
