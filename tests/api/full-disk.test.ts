import fs, { rmSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { openEngine } from '#lib/server/embedded/engine.ts';
import { readOrMakeKeys } from '#lib/server/embedded/keys.ts';
import { projectRoot } from '#lib/server/project-root.ts';
import { scratchFolder } from './scratch-backend.ts';
import type { Engine } from '#lib/server/embedded/engine.ts';

const REFUSAL = {
	code: '53100',
	message: 'The disk is full, so nothing was saved. Free some space and try again.'
};

const dataDir = scratchFolder();
const keys = readOrMakeKeys(dataDir);
const disk = { isFull: false };

/** Makes writes to the database's tables (not its log) fail as they do on a full disk. */
function fillableDisk(): () => void {
	const { openSync, writeSync } = fs;
	const tables = new Set<number>();
	fs.openSync = ((path: fs.PathLike, ...rest: [fs.OpenMode, fs.Mode?]) => {
		const fd = openSync(path, ...rest);
		if (String(path).includes('/base/')) tables.add(fd);
		else tables.delete(fd);
		return fd;
	}) as typeof fs.openSync;
	fs.writeSync = ((fd: number, ...rest: unknown[]) => {
		if (disk.isFull && tables.has(fd)) {
			throw Object.assign(new Error('ENOSPC: no space left on device, write'), {
				code: 'ENOSPC',
				errno: -28
			});
		}
		return (writeSync as (...all: unknown[]) => number)(fd, ...rest);
	}) as typeof fs.writeSync;
	syncBuiltinESMExports();
	return () => {
		Object.assign(fs, { openSync, writeSync });
		syncBuiltinESMExports();
	};
}

let engine: Engine;
let restoreDisk: () => void;

const open = (roomNeeded?: number) =>
	openEngine({
		location: { kind: 'folder', dataDir, ...(roomNeeded === undefined ? {} : { roomNeeded }) },
		keys,
		siteUrl: 'http://localhost:3000',
		root: projectRoot(),
		mail: { smtpUrl: null, from: 'Goodways <goodways@localhost>', dataDir, printsLinks: false }
	});

beforeAll(async () => {
	restoreDisk = fillableDisk();
	// lite prints each refused statement with all that it carried.
	vi.spyOn(console, 'error').mockImplementation(() => {});
	engine = await open();
	await engine.calls.exec({
		transaction: null,
		sql: `
			create table public.lines (id int primary key, text text);
			alter table public.lines enable row level security;
			grant all on public.lines to service_role;
			create function public.count_lines() returns bigint language sql stable as 'select count(*) from public.lines';
			create function public.add_line() returns void language sql as 'insert into public.lines values (-1)';
			grant execute on function public.count_lines(), public.add_line() to service_role;
		`
	});
	await engine.calls.schemaChanged(null);
});

afterEach(() => {
	disk.isFull = false;
});

afterAll(async () => {
	await engine.close();
	restoreDisk();
	rmSync(dataDir, { recursive: true, force: true });
});

async function call(
	method: string,
	path: string,
	value?: unknown
): Promise<{ status: number; json: unknown }> {
	const { status, body } = await engine.calls.fetch({
		method,
		url: `http://localhost:3000/rest/v1/${path}`,
		headers: [
			['apikey', keys.secretKey],
			['content-type', 'application/json']
		],
		body: value === undefined ? null : new TextEncoder().encode(JSON.stringify(value))
	});
	const text = new TextDecoder().decode(body ?? new Uint8Array());
	return { status, json: text === '' ? null : JSON.parse(text) };
}

const lines = (from: number) =>
	Array.from({ length: 200 }, (_, index) => ({ id: from + index, text: 'x'.repeat(3000) }));

test('a write that meets the end of the disk is refused whole, with a clear message, and the next one works', async () => {
	expect((await call('POST', 'lines', lines(1000))).status).toBe(201);
	disk.isFull = true;
	expect(await call('POST', 'lines', lines(2000))).toEqual({ status: 507, json: REFUSAL });
	expect((await call('GET', 'lines?select=id&id=gte.2000')).json).toEqual([]);
	disk.isFull = false;
	expect((await call('POST', 'lines', lines(3000))).status).toBe(201);
	expect((await call('GET', 'rpc/count_lines')).json).toBe(400);
});

test('on a disk that is nearly full reading goes on, and writing is refused before it can hang', async () => {
	await engine.close();
	engine = await open(Number.MAX_SAFE_INTEGER);
	expect((await call('GET', 'lines?select=id&limit=1')).status).toBe(200);
	expect(await call('POST', 'rpc/count_lines', {})).toEqual({ status: 200, json: 400 });
	for (const [method, path] of [
		['POST', 'lines'],
		['PATCH', 'lines?id=eq.1000'],
		['DELETE', 'lines?id=eq.1000'],
		['POST', 'rpc/add_line']
	] as const) {
		expect(await call(method, path, {})).toEqual({ status: 507, json: REFUSAL });
	}
});
