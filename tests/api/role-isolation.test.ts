import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEngine } from '#lib/server/embedded/engine.ts';
import { readOrMakeKeys } from '#lib/server/embedded/keys.ts';
import { projectRoot } from '#lib/server/project-root.ts';
import { scratchFolder } from './scratch-backend.ts';
import type { Engine } from '#lib/server/embedded/engine.ts';

/**
 * In the test's own thread, where all requests begin in one tick: through the database's thread they
 * arrive one after the other, and a missing lock would stay hidden.
 */
const dataDir = scratchFolder();
const keys = readOrMakeKeys(dataDir);
let engine: Engine;

const exec = (sql: string) => engine.calls.exec({ sql, transaction: null });

beforeAll(async () => {
	engine = await openEngine({
		location: { kind: 'folder', dataDir },
		keys,
		siteUrl: 'http://localhost:3000',
		root: projectRoot(),
		mail: { smtpUrl: null, from: 'Goodways <goodways@localhost>', dataDir, printsLinks: false }
	});
	await exec(`
		create table public.notes (id int primary key, owner uuid);
		alter table public.notes enable row level security;
		grant select on public.notes to anon, authenticated, service_role;
		create policy "owners read" on public.notes for select using (owner = auth.uid());
		insert into public.notes select i, gen_random_uuid() from generate_series(1, 50) i;
	`);
	await engine.calls.schemaChanged(null);
});

afterAll(async () => {
	await engine.close();
	rmSync(dataDir, { recursive: true, force: true });
});

async function countRows(key: string): Promise<{ status: number; rows: number }> {
	const request = {
		method: 'GET',
		url: 'http://localhost:3000/rest/v1/notes?select=id',
		headers: [['apikey', key]] as [string, string][],
		body: null
	};
	const { status, body } = await engine.calls.fetch(request);
	return {
		status,
		rows: (JSON.parse(new TextDecoder().decode(body ?? new Uint8Array())) as unknown[]).length
	};
}

test('150 anonymous requests begun with 150 of the service key see no row of theirs', async () => {
	const asked = Array.from({ length: 300 }, (_, index) =>
		index % 2 === 0 ? keys.publishableKey : keys.secretKey
	);
	const answers = await Promise.all(asked.map(countRows));
	expect(answers.filter((_, index) => index % 2 === 0)).toEqual(Array(150).fill({ status: 200, rows: 0 }));
	expect(answers.filter((_, index) => index % 2 === 1)).toEqual(Array(150).fill({ status: 200, rows: 50 }));
});

test('direct SQL among requests runs with the owner’s rights, never with a request’s', async () => {
	const who = async () =>
		(await engine.calls.query({
			sql: 'select current_user::text as who',
			params: [],
			transaction: null
		})) as {
			who: string;
		}[];
	const answers = await Promise.all(
		Array.from({ length: 100 }, (_, index) => (index % 2 === 0 ? who() : countRows(keys.publishableKey)))
	);
	for (const answer of answers.filter((_, index) => index % 2 === 0))
		expect(answer).toEqual([{ who: 'postgres' }]);
});
