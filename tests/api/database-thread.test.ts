import { rmSync } from 'node:fs';
import { afterAll, expect, test, vi } from 'vitest';
import { fetchOverPort } from '#lib/server/embedded/fetch-over-port.ts';
import { readOrMakeKeys } from '#lib/server/embedded/keys.ts';
import { projectRoot } from '#lib/server/project-root.ts';
import { scratchFolder } from './scratch-backend.ts';
import type { Worker } from 'node:worker_threads';

const dataDir = scratchFolder();
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** The threads that were started, so that the test can end one as a full disk or memory would. */
const threads = vi.hoisted(() => [] as Worker[]);
vi.mock('node:worker_threads', async (original) => {
	const real = await original<typeof import('node:worker_threads')>();
	class Noted extends real.Worker {
		constructor(...words: ConstructorParameters<typeof real.Worker>) {
			super(...words);
			threads.push(this);
		}
	}
	return { ...real, Worker: Noted };
});

test('a database whose thread dies answers 503, opens again by itself, and keeps what it had confirmed', async () => {
	const { openWorkerPort } = await import('#lib/server/embedded/worker-port.ts');
	const keys = readOrMakeKeys(dataDir);
	const lines: string[] = [];
	const port = await openWorkerPort(
		{
			location: { kind: 'folder', dataDir },
			keys,
			siteUrl: 'http://localhost:3000',
			root: projectRoot(),
			mail: { smtpUrl: null, from: 'Goodways <goodways@localhost>', dataDir, printsLinks: false }
		},
		(line) => lines.push(line)
	);
	const exec = (sql: string) => port.call('exec', { sql, transaction: null });
	const notes = () =>
		fetchOverPort(port)('http://localhost:3000/rest/v1/notes?select=id', {
			headers: { apikey: keys.secretKey }
		});
	await exec(
		'create table public.notes (id int primary key); grant all on public.notes to service_role; insert into public.notes values (1)'
	);
	await port.call('schemaChanged', null);
	expect(await (await notes()).json()).toEqual([{ id: 1 }]);

	const inHand = notes();
	await threads[0]?.terminate();
	const refused = await inHand;
	expect(refused.status).toBe(503);
	expect(await refused.json()).toMatchObject({
		code: 'database_stopped',
		message:
			'The database stopped and is being opened again. Nothing that was confirmed is lost; please try again.'
	});

	expect(await (await notes()).json()).toEqual([{ id: 1 }]);
	expect(threads).toHaveLength(2);
	expect(lines).toHaveLength(1);
	await port.close();
});
