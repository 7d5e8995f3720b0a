import { createHash } from 'node:crypto';
import { lstatSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** Unix sockets take addresses of about 100 bytes at most. */
const LONGEST = 100;
/** Bits of a mode that let the group or everybody write. */
const WRITTEN_BY_OTHERS = 0o022;

/** Where the server of a data folder listens for commands. */
export function controlAddress(dataDir: string): string {
	const folder = resolve(dataDir);
	const short = createHash('sha256').update(folder).digest('hex').slice(0, 16);
	if (process.platform === 'win32') return `\\\\.\\pipe\\goodways-${short}`;
	const inside = join(folder, 'control.sock');
	return Buffer.byteLength(inside) <= LONGEST ? inside : join(tmpdir(), `goodways-${short}`, 'control.sock');
}

/**
 * Whether only those whom the data folder belongs to can listen at its address. Where the socket is in a
 * folder that everybody writes to, somebody else may have been there first, and would be sent every command.
 */
export function isControlAddressOwn(dataDir: string): boolean {
	const folder = dirname(controlAddress(dataDir));
	if (process.platform === 'win32' || folder === resolve(dataDir)) return true;
	try {
		const found = lstatSync(folder);
		const owners = [process.getuid?.(), statSync(dataDir).uid];
		return found.isDirectory() && (found.mode & WRITTEN_BY_OTHERS) === 0 && owners.includes(found.uid);
	} catch {
		return false;
	}
}
