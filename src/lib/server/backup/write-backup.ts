import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { BackupFileError } from './backup-lines.ts';
import { listSequences, listTables, listVersions, qualified, quote } from './tables.ts';
import type { SqlTarget } from '../sql-target.ts';
import type { FileHandle } from 'node:fs/promises';
import type { Header } from './backup-lines.ts';
import type { StoredTable } from './tables.ts';

const ROWS_AT_ONCE = 2000;
const NOTICE =
	'SECRET: this file holds every account, with password hashes and e-mail addresses. Keep it as safe as the server.';

/**
 * Writes every row of the database, accounts included, to a file that only its owner may read. The rows
 * are of one moment. A file that breaks off is removed.
 *
 * @returns how many rows it holds
 * @throws {BackupFileError} when another backup to this file is being written, or broke off
 */
export async function writeBackup(target: SqlTarget, file: string): Promise<number> {
	const draft = `${file}.part`;
	const handle = await openNew(draft);
	try {
		const rows = await writeRows(target, handle).finally(() => handle.close());
		await rename(draft, file);
		return rows;
	} catch (cause) {
		await rm(draft, { force: true });
		throw cause;
	}
}

async function writeRows(target: SqlTarget, handle: FileHandle): Promise<number> {
	let rows = 0;
	await target.transaction(async (transaction) => {
		await transaction.exec('set transaction isolation level repeatable read, read only');
		const lines = backupLines(transaction, (count) => {
			rows = count;
		});
		await pipeline(Readable.from(lines), createGzip(), handle.createWriteStream({ flush: true }));
	});
	return rows;
}

/** A new file that only its owner may read: one that is there already could be anybody's, or a link to elsewhere. */
async function openNew(file: string): Promise<FileHandle> {
	try {
		return await open(file, 'wx', 0o600);
	} catch (cause) {
		if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
		throw new BackupFileError(
			`There is a file ${file} already: another backup is being written, or one broke off. Delete it if none is running.`
		);
	}
}

async function* backupLines(target: SqlTarget, counted: (rows: number) => void): AsyncGenerator<string> {
	const header: Header = {
		format: 'goodways-backup',
		edition: 1,
		notice: NOTICE,
		madeAt: new Date().toISOString(),
		migrations: await listVersions(target)
	};
	yield `${JSON.stringify(header)}\n`;
	let rows = 0;
	for (const table of await listTables(target)) {
		const { schema, name, columns } = table;
		yield `${JSON.stringify({ schema, table: name, columns: columns.map((column) => column.name) })}\n`;
		for await (const chunk of rowTexts(target, table)) {
			rows += chunk.length;
			yield `${chunk.join('\n')}\n`;
		}
	}
	for (const { schema, name, value } of await listSequences(target)) {
		yield `${JSON.stringify({ schema, sequence: name, value })}\n`;
	}
	yield `${JSON.stringify({ end: true, rows })}\n`;
	counted(rows);
}

/** Rows of a table, each as the JSON array of its columns' texts, some at a time. */
async function* rowTexts(target: SqlTarget, table: StoredTable): AsyncGenerator<string[]> {
	const texts = table.columns.map(({ name }) => `${quote(name)}::text`).join(', ');
	await target.exec(
		`declare backup_rows no scroll cursor for select json_build_array(${texts})::text as line from only ${qualified(table)}`
	);
	for (;;) {
		const chunk = await target.query<{ line: string }>(`fetch ${ROWS_AT_ONCE} from backup_rows`);
		if (chunk.length > 0) yield chunk.map(({ line }) => line);
		if (chunk.length < ROWS_AT_ONCE) break;
	}
	await target.exec('close backup_rows');
}
