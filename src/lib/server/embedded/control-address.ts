import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Unix sockets take addresses of about 100 bytes at most. */
const LONGEST = 100;

/** Where the server of a data folder listens for commands. */
export function controlAddress(dataDir: string): string {
	const folder = resolve(dataDir);
	const short = createHash('sha256').update(folder).digest('hex').slice(0, 16);
	if (process.platform === 'win32') return `\\\\.\\pipe\\goodways-${short}`;
	const inside = join(folder, 'control.sock');
	return Buffer.byteLength(inside) <= LONGEST ? inside : join(tmpdir(), `goodways-${short}`, 'control.sock');
}
