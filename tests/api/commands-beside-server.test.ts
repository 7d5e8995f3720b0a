import { spawn } from 'node:child_process';
import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serviceClient } from '#lib/server/backend.ts';
import { migrateBackend, seedBackend } from '#lib/server/bring-up-to-date.ts';
import { controlAddress } from '#lib/server/embedded/control-address.ts';
import { connectToServer } from '#lib/server/embedded/control-socket.ts';
import { projectRoot } from '#lib/server/project-root.ts';
import { openScratch, scratchFolder } from './scratch-backend.ts';
import type { ScratchBackend } from './scratch-backend.ts';

interface Outcome {
	code: number | null;
	output: string;
	trouble: string;
}

/** Runs a command of the program in a process of its own. */
function goodways(dataDir: string, words: string[]): Promise<Outcome> {
	const env = { ...process.env, DATA_DIR: dataDir };
	const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...words], {
		cwd: projectRoot(),
		env
	});
	let output = '';
	let trouble = '';
	child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
	child.stderr.on('data', (chunk: Buffer) => (trouble += chunk.toString()));
	return new Promise((resolve) => child.once('exit', (code) => resolve({ code, output, trouble })));
}

const coordinators = (backend: ScratchBackend['backend']) =>
	serviceClient(backend).from('network_roles').select('user_id').eq('role', 'coordinator');

describe('commands while the server runs', () => {
	let scratch: ScratchBackend;

	beforeAll(async () => {
		scratch = await openScratch();
		await migrateBackend(scratch.backend);
		await seedBackend(scratch.backend, { sample: true, log: () => {} });
	});
	afterAll(() => scratch.close());

	test('the door they use is open to its owner only', () => {
		expect(statSync(controlAddress(scratch.dataDir)).mode & 0o777).toBe(0o600);
	});

	test('a role is given through the server, and the printed link signs in', async () => {
		const { code, output } = await goodways(scratch.dataDir, [
			'grant',
			'coordinator',
			'asha@example.org',
			'sample-network'
		]);
		expect(output).toContain('asha@example.org is now coordinator of the network sample-network.');
		expect(code).toBe(0);
		expect((await coordinators(scratch.backend)).data).toHaveLength(1);
		const tokenHash = /token_hash=([^&\s]+)/.exec(output)?.[1] ?? '';
		const { data } = await serviceClient(scratch.backend).auth.verifyOtp({
			token_hash: tokenHash,
			type: 'magiclink'
		});
		expect(data.user?.email).toBe('asha@example.org');
	});

	test('an administrator is named, once however often', async () => {
		for (let time = 0; time < 2; time++) {
			expect((await goodways(scratch.dataDir, ['grant', 'administrator', 'asha@example.org'])).code).toBe(0);
		}
		expect(
			(await serviceClient(scratch.backend).from('site_administrators').select('user_id')).data
		).toHaveLength(1);
	});

	test('a network that is not there is named with those that are, and no account is made', async () => {
		const { code, trouble } = await goodways(scratch.dataDir, [
			'grant',
			'member',
			'new@example.org',
			'nowhere'
		]);
		expect(code).toBe(1);
		expect(trouble).toContain('There is no network called "nowhere". There is: ');
		expect(trouble).toContain('sample-network');
		expect(await scratch.sql.query("select id from auth.users where email = 'new@example.org'")).toEqual([]);
	});

	test('a backup is taken and put back through the server', async () => {
		const file = join(scratch.dataDir, 'beside.backup');
		const taken = await goodways(scratch.dataDir, ['backup', file]);
		expect(taken.output).toMatch(/^\d+ rows are in .*The file is secret/);
		await scratch.sql.exec('delete from public.adoptions');
		expect((await goodways(scratch.dataDir, ['restore', file])).code).toBe(0);
		const [row] = await scratch.sql.query<{ rows: number }>(
			'select count(*)::int as rows from public.adoptions'
		);
		expect(row?.rows).toBeGreaterThan(300);
	});

	test('a reset is refused with the sentence that says who holds the folder', async () => {
		const { code, trouble } = await goodways(scratch.dataDir, ['reset', '--yes']);
		expect(code).toBe(1);
		expect(trouble).toContain(`The data folder ${scratch.dataDir} is in use by process ${process.pid}`);
	});

	test('a second server on the folder is refused with that sentence, at once', async () => {
		await expect(openScratch({}, scratch.dataDir)).rejects.toThrow(
			`The data folder ${scratch.dataDir} is in use by process ${process.pid}: stop it first, or set DATA_DIR to another folder.`
		);
	});

	test('a command that goes away in the middle of a transaction leaves nothing behind and blocks nobody', async () => {
		const port = await connectToServer(scratch.dataDir);
		if (port === null) throw new Error('the server does not listen');
		const transaction = await port.call('begin', null);
		await port.call('exec', { sql: 'delete from public.ties', transaction });
		await port.close();
		const [row] = await scratch.sql.query<{ rows: number }>('select count(*)::int as rows from public.ties');
		expect(row?.rows).toBeGreaterThan(0);
	});
});

describe('commands without a server', () => {
	const dataDir = scratchFolder();
	afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

	test('open the folder themselves and leave it free', async () => {
		expect((await goodways(dataDir, ['migrate'])).output).toContain('Applied:');
		expect((await goodways(dataDir, ['migrate'])).output).toBe('The tables are up to date.\n');
		expect((await goodways(dataDir, ['grant', 'administrator', 'asha@example.org'])).code).toBe(0);
		expect((await goodways(dataDir, ['reset', '--yes'])).output).toContain('Everything was deleted.');
		expect(existsSync(join(dataDir, 'database'))).toBe(false);
	}, 240_000);

	test('a reset without --yes asks, and without an answer deletes nothing', async () => {
		const env = { ...process.env, DATA_DIR: dataDir };
		const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'reset'], {
			cwd: projectRoot(),
			env
		});
		let output = '';
		child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
		child.stdin.end('no\n');
		const code = await new Promise((resolve) => child.once('exit', resolve));
		expect(output).toContain('Type "delete" to go on');
		expect(output).toContain('Nothing was deleted.');
		expect(code).toBe(1);
	});

	test.each([
		[['grant']],
		[['grant', 'king', 'a@example.org', 'x']],
		[['grant', 'coordinator', 'a@example.org']],
		[['backup']],
		[['restore']],
		[['seed', 'everything']]
	])('%j explains how it is used', async (words) => {
		const { code, trouble } = await goodways(dataDir, words);
		expect(code).toBe(2);
		expect(trouble).toContain(`Usage: ${words[0] ?? ''}`);
	});
});
