import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { migrationsFolder } from './backend.ts';

let migration: string | undefined;

/**
 * Tag of an answer made of data in some state. What the data look like is part of it, so that after an upgrade
 * nobody is told that the answer they hold from before is still the same.
 *
 * @param build version of the site's build
 * @param state what tells one state of the data from another
 */
export function entityTag(build: string, state: string, lastMigration = (migration ??= newest())): string {
	const hash = createHash('sha256').update([build, lastMigration, state].join('\n'));
	return `"${hash.digest('base64url').slice(0, 27)}"`;
}

function newest(): string {
	return readdirSync(migrationsFolder()).sort().at(-1) ?? '';
}
