import { statfsSync } from 'node:fs';

/**
 * Free space under which nothing is written any more. The database writes its log in pieces of 16 MiB,
 * and when the disk ends inside one it does not refuse the write: it hangs.
 */
export const ROOM_NEEDED_BYTES = 48 * 1024 * 1024;

/** Whether a folder's disk has less than `needed` bytes left; a system that does not tell counts as roomy. */
export function isShortOfRoom(folder: string, needed = ROOM_NEEDED_BYTES): boolean {
	try {
		const { bavail, bsize } = statfsSync(folder);
		return bavail * bsize < needed;
	} catch {
		return false;
	}
}
