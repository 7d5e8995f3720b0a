import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBackend } from '#lib/server/backend.ts';
import { parseEnvironment } from '#lib/server/environment.ts';
import type { Backend, Purpose } from '#lib/server/backend.ts';
import type { SqlTarget } from '#lib/server/sql-target.ts';

/** A backend on a data folder of its own, without migrations, for the tests of the backend itself. */
export interface ScratchBackend {
	backend: Backend;
	sql: SqlTarget;
	dataDir: string;
	/** Calls the API with one of the keys, and a session where given. */
	api(
		path: string,
		key: 'publishable' | 'secret',
		init?: RequestInit & { token?: string }
	): Promise<Response>;
	close(): Promise<void>;
}

export function scratchFolder(): string {
	return mkdtempSync(join(tmpdir(), 'goodways-api-'));
}

export async function openScratch(
	variables: Record<string, string> = {},
	dataDir = scratchFolder(),
	purpose: Purpose = 'server'
): Promise<ScratchBackend> {
	const env = parseEnvironment({ DATA_DIR: dataDir, ...variables });
	const backend = await openBackend(env, purpose, () => {});
	if (backend.sql === null) throw new Error('A scratch backend has direct SQL.');
	return {
		backend,
		sql: backend.sql,
		dataDir,
		api(path, key, { token, ...init } = {}) {
			const headers = new Headers(init.headers);
			headers.set('apikey', key === 'secret' ? backend.secretKey : backend.publishableKey);
			if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
			if (init.body !== undefined) headers.set('content-type', 'application/json');
			return backend.fetch(`${backend.url}${path}`, { ...init, headers });
		},
		async close() {
			await backend.close();
			if (purpose === 'server') rmSync(dataDir, { recursive: true, force: true });
		}
	};
}
