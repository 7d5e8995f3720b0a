import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { controlAddress, isControlAddressOwn } from './control-address.ts';
import { connectToServer, listenForCommands } from './control-socket.ts';
import type { Port } from './protocol.ts';

let root: string;
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'goodways-control-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const noPort: Port = { call: () => Promise.reject(new Error('asked')), close: async () => {} };

test('a data folder with a short path holds its own socket', () => {
	expect(controlAddress(root)).toBe(join(root, 'control.sock'));
	expect(isControlAddressOwn(root)).toBe(true);
});

describe('a data folder with a long path', () => {
	let dataDir: string;
	let folder: string;
	beforeEach(() => {
		dataDir = join(root, 'x'.repeat(120));
		mkdirSync(dataDir);
		folder = dirname(controlAddress(dataDir));
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	test('has its socket in a folder that only its owner enters', async () => {
		expect(isControlAddressOwn(dataDir)).toBe(false);
		const stop = await listenForCommands(dataDir, noPort);
		expect(isControlAddressOwn(dataDir)).toBe(true);
		const port = await connectToServer(dataDir);
		expect(port).not.toBeNull();
		await port?.close();
		await stop();
	});

	test.each([
		{
			what: 'that others write to',
			make: () => {
				mkdirSync(folder);
				chmodSync(folder, 0o777);
			}
		},
		{
			what: 'that leads elsewhere',
			make: () => symlinkSync(root, folder)
		}
	])('neither listens in a folder $what nor sends commands there', async ({ make }) => {
		make();
		await expect(listenForCommands(dataDir, noPort)).rejects.toThrow(folder);
		expect(await connectToServer(dataDir)).toBeNull();
	});
});
