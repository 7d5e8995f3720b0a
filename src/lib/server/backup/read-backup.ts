import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { BackupFileError, lineOrder, parseHeader, parseLine } from './backup-lines.ts';
import { isFormerVersion } from '../migrations.ts';
import { AS_THEY_ARE, fromFormer } from './former-rows.ts';
import { listSequences, listTables, listVersions, qualified, quote } from './tables.ts';
import type { SqlTarget } from '../sql-target.ts';
import type { BackupLine, Header } from './backup-lines.ts';
import type { Carried, Carrier, TableLine } from './former-rows.ts';
import type { StoredTable } from './tables.ts';

const ROWS_AT_ONCE = 1000;

/** Far above the longest row. A few kilobytes of archive can unpack to one line of gigabytes. */
const LONGEST_LINE = 64 * 1024 * 1024;

/**
 * Replaces every row of the database by those of a backup, in one transaction: all of it or nothing.
 * The file is read once to its end before anything is touched.
 *
 * @returns how many rows were restored
 * @throws {BackupFileError} when the file is no backup, is not whole, lacks a table, or comes from newer
 *   tables than these
 */
export async function restoreBackup(target: SqlTarget, file: string): Promise<number> {
	const contents = await checkWhole(file);
	const versions = new Set(await listVersions(target));
	const { migrations } = contents.header;
	if (migrations.some((version) => !versions.has(version) && !isFormerVersion(version))) {
		throw new BackupFileError(
			'This backup comes from a newer Goodways: install that version first, then restore.'
		);
	}
	return target.transaction(async (transaction) => {
		const tables = await listTables(transaction);
		// An older backup has no rows for tables that came later.
		if (migrations.filter((version) => versions.has(version)).length === versions.size)
			assertHolds(contents, tables);
		const putBack = await setAside(transaction, tables);
		if (tables.length > 0)
			await transaction.exec(`truncate ${tables.map(qualified).join(', ')} restart identity cascade`);
		const carrier = migrations.some(isFormerVersion) ? fromFormer() : AS_THEY_ARE;
		const rows = await writeRows(transaction, file, tables, carrier);
		if (rows !== contents.rows)
			throw new BackupFileError('This backup was changed while it was read: nothing was restored.');
		await carrier.finish(transaction);
		await putBack();
		await transaction.exec(COUNT_EVERY_TABLE);
		// The atlas is counted on from an earlier moment now: no browser may take what comes for what it holds.
		await transaction.exec(`comment on table private.atlas_changes is '${randomUUID().slice(0, 8)}'`);
		return rows;
	});
}

/** An older backup counts no changes of tables that came into the atlas later: theirs would never be noticed. */
const COUNT_EVERY_TABLE = `
	insert into private.atlas_changes (table_name, version)
	select c.relname, 1 from pg_trigger t join pg_class c on c.oid = t.tgrelid
	where t.tgfoid = 'private.note_atlas_change'::regproc
	on conflict do nothing`;

interface Contents {
	header: Header;
	/** Tables that it opens, as `qualified` names them. */
	tables: ReadonlySet<string>;
	rows: number;
}

/** Reads the file to its end and says what it holds. */
async function checkWhole(file: string): Promise<Contents> {
	let header: Header | null = null;
	const order = lineOrder();
	for await (const line of textLines(file)) {
		if (header === null) header = parseHeader(line);
		else order.follow(parseLine(line));
	}
	if (header === null || !order.hasEnded())
		throw new BackupFileError('This backup is not whole: it ends too early.');
	return { header, tables: order.tables, rows: order.rows() };
}

/** Tables of the sign-in service may change without a migration of ours. */
function assertHolds({ tables }: Contents, stored: readonly StoredTable[]): void {
	const missing = stored.find((table) => table.schema !== 'auth' && !tables.has(qualified(table)));
	if (missing !== undefined) {
		throw new BackupFileError(
			`This backup is damaged: it lacks ${missing.schema}.${missing.name}, whose rows would be lost.`
		);
	}
}

async function writeRows(
	target: SqlTarget,
	file: string,
	tables: readonly StoredTable[],
	carrier: Carrier
): Promise<number> {
	const sequences = new Set((await listSequences(target)).map(qualified));
	let total = 0;
	let into: { sql: string | null; carried: Carried } | null = null;
	let waiting: (string | null)[][] = [];
	const flush = async () => {
		if (waiting.length === 0) return;
		if (into === null) throw new BackupFileError('This backup is damaged: it holds a row before its table.');
		const rows = waiting.map(into.carried.row).filter((row) => row !== null);
		if (into.sql !== null) await target.query(into.sql, [JSON.stringify(rows)]);
		total += waiting.length;
		waiting = [];
	};
	for await (const line of backupLines(file)) {
		if (line.kind === 'row') {
			waiting.push(line.values);
			if (waiting.length >= ROWS_AT_ONCE) await flush();
			continue;
		}
		await flush();
		if (line.kind === 'table') {
			const carried = carrier.carry(line.table);
			into = { sql: carried.table === null ? null : insertInto(carried.table, tables), carried };
		}
		if (line.kind === 'sequence' && line.sequence.value !== null) {
			const name = qualified({ schema: line.sequence.schema, name: line.sequence.sequence });
			if (carrier.isGone(name)) continue;
			if (!sequences.has(name))
				throw new BackupFileError(`The backup holds ${name}, which is not a sequence here.`);
			await target.query('select setval($1::text::regclass, $2::text::bigint, true)', [
				name,
				line.sequence.value
			]);
		}
	}
	return total;
}

function insertInto({ schema, table, columns }: TableLine, tables: readonly StoredTable[]): string {
	const stored = tables.find((candidate) => candidate.schema === schema && candidate.name === table);
	if (stored === undefined)
		throw new BackupFileError(`The backup holds ${schema}.${table}, which is not a table here.`);
	const values = columns.map((name, index) => {
		const column = stored.columns.find((candidate) => candidate.name === name);
		if (column === undefined)
			throw new BackupFileError(`The backup holds ${schema}.${table}.${name}, which is not a column here.`);
		return `(line ->> ${index})::${column.type}`;
	});
	return `insert into ${qualified(stored)} (${columns.map(quote).join(', ')}) overriding system value
		select ${values.join(', ')} from json_array_elements($1::text::json) as line`;
}

/**
 * Takes off what would interfere with writing rows in any order, and hands back the function that puts
 * it on again: foreign keys (checked for every row when they return) and triggers (the rows already
 * are what the triggers made of them). The owner of the tables may do this; it needs no superuser.
 */
async function setAside(target: SqlTarget, tables: readonly StoredTable[]): Promise<() => Promise<void>> {
	const keys = await target.query<{ table: string; name: string; definition: string }>(
		`select format('%I.%I', n.nspname, c.relname) as "table", k.conname::text as name, pg_get_constraintdef(k.oid) as definition
		from pg_constraint k
		join pg_class c on c.oid = k.conrelid
		join pg_namespace n on n.oid = c.relnamespace
		where k.contype = 'f' and k.conparentid = 0 and format('%I.%I', n.nspname, c.relname) = any ($1::text[])`,
		[await formatted(target, tables)]
	);
	for (const { table, name } of keys)
		await target.exec(`alter table ${table} drop constraint ${quote(name)}`);
	for (const table of tables) await target.exec(`alter table ${qualified(table)} disable trigger user`);
	return async () => {
		for (const table of tables) await target.exec(`alter table ${qualified(table)} enable trigger user`);
		for (const { table, name, definition } of keys) {
			await target.exec(`alter table ${table} add constraint ${quote(name)} ${definition}`);
		}
	};
}

/** Names as the database itself writes them. */
async function formatted(target: SqlTarget, tables: readonly StoredTable[]): Promise<string[]> {
	const rows = await target.query<{ name: string }>(
		`select format('%I.%I', t ->> 'schema', t ->> 'name') as name from json_array_elements($1::text::json) as t`,
		[JSON.stringify(tables.map(({ schema, name }) => ({ schema, name })))]
	);
	return rows.map(({ name }) => name);
}

async function* backupLines(file: string): AsyncGenerator<BackupLine> {
	let isHeader = true;
	for await (const line of textLines(file)) {
		if (!isHeader) yield parseLine(line);
		isHeader = false;
	}
}

async function* textLines(file: string): AsyncGenerator<string> {
	const source = createReadStream(file);
	const gunzip = createGunzip();
	source.on('error', (cause) => gunzip.destroy(cause));
	source.pipe(gunzip);
	try {
		yield* linesOf(gunzip.setEncoding('utf8'));
	} catch (cause) {
		const code = (cause as NodeJS.ErrnoException).code ?? '';
		if (code.startsWith('Z_')) throw new BackupFileError('This backup is not whole, or it is no backup.');
		if (code === 'ENOENT') throw new BackupFileError(`There is no file ${file}.`);
		throw cause;
	} finally {
		source.destroy();
	}
}

async function* linesOf(texts: AsyncIterable<string>): AsyncGenerator<string> {
	let parts: string[] = [];
	let length = 0;
	for await (const text of texts) {
		const pieces = text.split('\n');
		const rest = pieces.pop() ?? '';
		for (const piece of pieces) {
			yield parts.join('') + piece;
			parts = [];
			length = 0;
		}
		parts.push(rest);
		length += rest.length;
		if (length > LONGEST_LINE)
			throw new BackupFileError('This backup is damaged: it holds a line that is longer than any row.');
	}
	if (length > 0) yield parts.join('');
}
