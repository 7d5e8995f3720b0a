import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { controlAddress, isControlAddressOwn } from './control-address.ts';

/** The data folder is in use by another process; its message is the sentence for the operator. */
export class FolderInUseError extends Error {
	override name = 'FolderInUseError';
}

/**
 * Takes the data folder for this process: PGlite has no lock of its own, and two writers on one folder
 * lose data in silence. A lock whose process is gone is taken over.
 *
 * @returns the function that gives the folder back
 * @throws {FolderInUseError} when a living process holds it
 */
export async function lockFolder(dataDir: string): Promise<() => void> {
	mkdirSync(dataDir, { recursive: true, mode: 0o700 });
	const file = join(dataDir, 'lock');
	const mine = `${process.pid} ${startOf(process.pid) ?? '-'}\n`;
	// Somebody may have deleted the file of a server that runs: its socket still answers.
	if (await answers(dataDir)) throw inUse(dataDir, readOrNull(file) ?? '');
	for (let attempt = 0; attempt < 3; attempt++) {
		if (createWhole(file, mine)) return releaser(file, mine);
		const held = readOrNull(file);
		if (held === null) continue;
		if (isAlive(held)) throw inUse(dataDir, held);
		removeStale(file, held);
	}
	throw inUse(dataDir, readOrNull(file) ?? '');
}

function inUse(dataDir: string, held: string): FolderInUseError {
	const pid = held.split(' ')[0];
	return new FolderInUseError(
		`The data folder ${dataDir} is in use by ${pid ? `process ${pid}` : 'another process'}: stop it first, or set DATA_DIR to another folder.`
	);
}

/** Writes the file and its content in one step; false when it is there already. */
function createWhole(file: string, content: string): boolean {
	const draft = `${file}.${process.pid}`;
	writeFileSync(draft, content, { mode: 0o600 });
	try {
		linkSync(draft, file);
		return true;
	} catch (cause) {
		if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false;
		throw cause;
	} finally {
		rmSync(draft, { force: true });
	}
}

/** Moves the stale lock aside; if another process was faster, puts its fresh lock back. */
function removeStale(file: string, stale: string): void {
	const aside = `${file}.stale.${process.pid}`;
	try {
		renameSync(file, aside);
		if (readOrNull(aside) !== stale) linkSync(aside, file);
	} catch (cause) {
		if (!['ENOENT', 'EEXIST'].includes((cause as NodeJS.ErrnoException).code ?? '')) throw cause;
	} finally {
		rmSync(aside, { force: true });
	}
}

function releaser(file: string, mine: string): () => void {
	const release = () => {
		process.removeListener('exit', release);
		if (readOrNull(file) === mine) rmSync(file, { force: true });
	};
	process.once('exit', release);
	return release;
}

function isAlive(held: string): boolean {
	const [word, start] = held.trim().split(' ');
	const pid = Number(word);
	if (!Number.isInteger(pid) || pid <= 0) return false;
	const startNow = startOf(pid);
	if (start !== undefined && start !== '-' && startNow !== null) return start === startNow;
	try {
		process.kill(pid, 0);
		return true;
	} catch (cause) {
		return (cause as NodeJS.ErrnoException).code === 'EPERM';
	}
}

/** When a process began, in clock ticks since boot, where the system tells: a number is reused, a beginning is not. */
function startOf(pid: number): string | null {
	const stat = readOrNull(`/proc/${pid}/stat`);
	return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

/** Whether a server answers on the folder's socket: it may live where its process number means nothing here. */
function answers(dataDir: string): Promise<boolean> {
	if (!isControlAddressOwn(dataDir)) return Promise.resolve(false);
	return new Promise((resolve) => {
		const socket = createConnection(controlAddress(dataDir));
		socket.once('connect', () => {
			socket.destroy();
			resolve(true);
		});
		socket.once('error', () => resolve(false));
	});
}

function readOrNull(file: string): string | null {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return null;
	}
}
