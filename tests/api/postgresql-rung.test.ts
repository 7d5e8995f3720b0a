import { afterAll, beforeAll, expect, test } from 'vitest';
import { visitorClient } from '#lib/server/backend.ts';
import { startPostgres } from '../database/postgres-server.ts';
import { openScratch } from './scratch-backend.ts';
import type { PostgresServer } from '../database/postgres-server.ts';
import type { ScratchBackend } from './scratch-backend.ts';

let server: PostgresServer;
let scratch: ScratchBackend;

beforeAll(async () => {
	server = await startPostgres();
	scratch = await openScratch({ DATABASE_URL: server.url });
	await scratch.sql.exec(`
		create table public.notes (id int primary key, owner uuid, share numeric, noted_at timestamptz, tags text[], more jsonb);
		alter table public.notes enable row level security;
		grant select on public.notes to anon, authenticated, service_role;
		create policy "owners read" on public.notes for select using (owner = auth.uid());
		insert into public.notes select i, gen_random_uuid(), 1.50, '2026-11-21 23:20:24+00' from generate_series(1, 50) i;
		create table public.closed (id int primary key);
		alter table public.closed enable row level security;
	`);
	await scratch.backend.schemaChanged();
});

afterAll(async () => {
	await scratch?.close();
	await server?.stop();
});

test('150 anonymous requests beside 150 of the service key see no row of theirs', async () => {
	const rows = await Promise.all(
		Array.from({ length: 300 }, async (_, index) => {
			const response = await scratch.api(
				'/rest/v1/notes?select=id',
				index % 2 === 0 ? 'publishable' : 'secret'
			);
			return ((await response.json()) as unknown[]).length;
		})
	);
	expect(rows.filter((_, index) => index % 2 === 0)).toEqual(Array(150).fill(0));
	expect(rows.filter((_, index) => index % 2 === 1)).toEqual(Array(150).fill(50));
});

test('a table without grants stays closed, and values look as on PGlite', async () => {
	expect((await scratch.api('/rest/v1/closed', 'publishable')).status).toBe(401);
	const response = await scratch.api('/rest/v1/notes?id=eq.1&select=share,noted_at', 'secret');
	expect(await response.json()).toEqual([{ share: 1.5, noted_at: '2026-11-21T23:20:24+00:00' }]);
});

test('arrays, JSON and instants go in as parameters and come back as they were', async () => {
	const values = [['a', 'b, "c"'], { deep: [1, null] }, '2026-11-21T23:20:24.5+00:00'];
	const rows = await scratch.sql.query(
		'update public.notes set tags = $1, more = $2, noted_at = $3 where id = 2 returning tags, more, noted_at',
		values
	);
	expect(rows).toEqual([{ tags: values[0], more: values[1], noted_at: '2026-11-21T23:20:24.5+00:00' }]);
});

test('a script runs in one session from begin to commit, and is undone as a whole', async () => {
	const work = scratch.sql.transaction(async (transaction) => {
		await transaction.exec('create table public.half (id int); insert into public.half values (1)');
		await transaction
			.transaction(async (inner) => {
				await inner.exec('insert into public.half values (2)');
				throw new Error('inner');
			})
			.catch(() => {});
		expect(await transaction.query('select id from public.half')).toEqual([{ id: 1 }]);
		throw new Error('outer');
	});
	await expect(work).rejects.toThrow('outer');
	expect(await scratch.sql.query("select to_regclass('public.half')::text as name")).toEqual([
		{ name: null }
	]);
});

test('a transaction that failed inside is not reported as committed', async () => {
	const work = scratch.sql.transaction(async (transaction) => {
		await transaction.exec('select 1 / 0').catch(() => {});
	});
	await expect(work).rejects.toThrow(/aborted/);
});

test('an account is made without a mail, and its token signs in', async () => {
	const { tokenHash, userId } = await scratch.backend.signInToken('asha@example.org');
	const { data } = await visitorClient(scratch.backend).auth.verifyOtp({
		token_hash: tokenHash,
		type: 'magiclink'
	});
	expect(data.user?.id).toBe(userId);
});

test('a server that is not there is named in one sentence, without its password', async () => {
	const open = openScratch({ DATABASE_URL: 'postgres://goodways:secret@127.0.0.1:1/goodways' });
	const message = await open.then(
		() => 'opened',
		(cause: Error) => cause.message
	);
	expect(message).toMatch(/^The PostgreSQL server of DATABASE_URL does not answer at 127\.0\.0\.1:1/);
	expect(message).not.toContain('secret');
});
