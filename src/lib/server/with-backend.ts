import { openBackend } from './backend.ts';
import { environment } from './environment.ts';
import type { Backend } from './backend.ts';
import type { SqlTarget } from './sql-target.ts';

/** Runs a command's work on the backend, through a running server if there is one, and closes what it opened. */
export async function withBackend<T>(work: (backend: Backend) => Promise<T>): Promise<T> {
	const backend = await openBackend(environment(), 'command', (line) => process.stderr.write(`${line}\n`));
	try {
		return await work(backend);
	} finally {
		await backend.close();
	}
}

/** Direct SQL, or the sentence that says what to do where there is none. */
export function requireSql(backend: Backend, instead: string): SqlTarget {
	if (backend.sql === null)
		throw new Error(`Supabase gives no direct access to its database here: ${instead}`);
	return backend.sql;
}
