import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { BackupFileError } from '#lib/server/backup/backup-lines.ts';
import { restoreBackup } from '#lib/server/backup/read-backup.ts';
import { scratchFolder } from './scratch-backend.ts';
import type { SqlTarget } from '#lib/server/sql-target.ts';

const MEGABYTE = 1024 * 1024;
const folder = scratchFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A database that no damaged backup may reach. */
const untouched: SqlTarget = {
	query: () => Promise.reject(new Error('asked')),
	exec: () => Promise.reject(new Error('changed')),
	transaction: () => Promise.reject(new Error('changed'))
};

const HEADER = JSON.stringify({
	format: 'goodways-backup',
	edition: 1,
	notice: '',
	madeAt: '2026-11-22T00:00:00.000Z',
	migrations: []
});

/** A few megabytes that unpack to four gigabytes: archives may be strung together. */
function bomb(head: string, filling: string): string {
	const file = join(folder, 'bomb.gz');
	const block = gzipSync(filling.repeat(Math.ceil((16 * MEGABYTE) / filling.length)));
	writeFileSync(file, Buffer.concat([gzipSync(head), ...Array<Buffer>(256).fill(block)]));
	return file;
}

test.each([
	{ what: 'one endless line', head: '', filling: 'a' },
	{ what: 'one endless row behind a true header', head: `${HEADER}\n["`, filling: 'a' },
	{ what: 'endless empty lines', head: `${HEADER}\n`, filling: '\n' }
])(
	'a backup that unpacks to gigabytes of $what is refused early, in little memory',
	async ({ head, filling }) => {
		const file = bomb(head, filling);
		const before = process.memoryUsage().rss;
		const started = performance.now();
		await expect(restoreBackup(untouched, file)).rejects.toThrow(BackupFileError);
		expect(performance.now() - started).toBeLessThan(30_000);
		expect((process.memoryUsage().rss - before) / MEGABYTE).toBeLessThan(600);
	}
);
