import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { controlAddress } from '#lib/server/embedded/control-address.ts';
import { FolderInUseError, lockFolder } from '#lib/server/embedded/folder-lock.ts';
import { scratchFolder } from './scratch-backend.ts';

let dataDir: string;
beforeEach(() => {
	dataDir = scratchFolder();
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const lockFile = () => join(dataDir, 'lock');

describe('the lock of a data folder', () => {
	test('refuses a second holder with one sentence that names the folder, the process and the way out', async () => {
		const release = await lockFolder(dataDir);
		const refusal = await lockFolder(dataDir).catch((cause: unknown) => cause);
		expect(refusal).toBeInstanceOf(FolderInUseError);
		expect((refusal as Error).message).toBe(
			`The data folder ${dataDir} is in use by process ${process.pid}: stop it first, or set DATA_DIR to another folder.`
		);
		release();
	});

	test('goes with its holder', async () => {
		const release = await lockFolder(dataDir);
		release();
		expect(existsSync(lockFile())).toBe(false);
		(await lockFolder(dataDir))();
	});

	test('is taken over from a process that is gone', async () => {
		const dead = spawn(process.execPath, ['-e', '']);
		await new Promise((resolve) => dead.once('exit', resolve));
		writeFileSync(lockFile(), `${dead.pid} 12345\n`);
		const release = await lockFolder(dataDir);
		expect(readFileSync(lockFile(), 'utf8').startsWith(`${process.pid} `)).toBe(true);
		release();
	});

	test('is taken over when its process number now belongs to another process', async () => {
		writeFileSync(lockFile(), `${process.pid} 1\n`);
		if (existsSync('/proc/self/stat')) (await lockFolder(dataDir))();
		else await expect(lockFolder(dataDir)).rejects.toThrow(FolderInUseError);
	});

	test('is taken over when it is damaged', async () => {
		writeFileSync(lockFile(), '');
		(await lockFolder(dataDir))();
	});

	test('holds while a server answers on the folder’s socket, whatever its process number says', async () => {
		writeFileSync(lockFile(), '999999999 1\n');
		const server = createServer().listen(controlAddress(dataDir));
		await new Promise((resolve) => server.once('listening', resolve));
		await expect(lockFolder(dataDir)).rejects.toThrow(FolderInUseError);
		await new Promise((resolve) => server.close(resolve));
	});

	test('holds also where somebody deleted its file beside a server that answers', async () => {
		const server = createServer().listen(controlAddress(dataDir));
		await new Promise((resolve) => server.once('listening', resolve));
		await expect(lockFolder(dataDir)).rejects.toThrow(FolderInUseError);
		expect(existsSync(lockFile())).toBe(false);
		await new Promise((resolve) => server.close(resolve));
	});

	test('is got by one of many that ask at once, stale lock or not', async () => {
		for (const stale of [false, true]) {
			if (stale) writeFileSync(lockFile(), '999999999 1\n');
			const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(dataDir)));
			const winners = outcomes.filter((outcome) => outcome.status === 'fulfilled');
			expect(winners).toHaveLength(1);
			winners[0]?.value();
		}
	});
});
