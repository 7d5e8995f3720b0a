import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { backend, visitorClient } from './backend.ts';
import { environment } from './environment.ts';
import { projectRoot } from './project-root.ts';
import type { Rung } from './environment.ts';

export interface Health {
	/** `ok` when the database answers a visitor's question. */
	status: 'ok' | 'unavailable';
	rung: Rung;
	version: string;
}

export async function readHealth(): Promise<Health> {
	return {
		status: (await databaseAnswers()) ? 'ok' : 'unavailable',
		rung: environment().rung,
		version: version()
	};
}

async function databaseAnswers(): Promise<boolean> {
	try {
		const { error } = await visitorClient(await backend())
			.from('networks')
			.select('id')
			.limit(1);
		return error === null;
	} catch {
		return false;
	}
}

function version(): string {
	const manifest = readFileSync(join(projectRoot(), 'package.json'), 'utf8');
	return (JSON.parse(manifest) as { version: string }).version;
}
