import { readOrMakeKeys } from '#lib/server/embedded/keys.ts';
import type { Site } from './site.ts';

/**
 * Adds a row as whoever runs the site, past all rights; the site must be started with `EMBEDDED_API=on`.
 *
 * @throws {Error} with the answer, where the row was not added
 */
export async function addRow(site: Site, table: string, row: Record<string, unknown>): Promise<void> {
	const { secretKey } = readOrMakeKeys(site.dataDir);
	const answer = await fetch(`${site.origin}/rest/v1/${table}`, {
		method: 'POST',
		headers: { apikey: secretKey, 'content-type': 'application/json', origin: site.origin },
		body: JSON.stringify(row)
	});
	if (answer.status !== 201) throw new Error(`${table}: ${answer.status} ${await answer.text()}`);
}

/** Waits until pages show what was just added: the version of the data is read once a second. */
export function untilShown(): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, 1200));
}
