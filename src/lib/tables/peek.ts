import { findDialect } from './dialect.ts';
import { decodeBytes } from './encoding.ts';
import { fileKind, notATable } from './file-kind.ts';
import { parseRecords } from './records.ts';
import { TableError } from './table-error.ts';
import type { TableSource } from './table.ts';
import { headingKey } from './text.ts';

/** Bytes and rows in which headings are looked for. */
const BYTES = 65_536;
const ROWS = 20;

/**
 * Keys (see `headingKey`) of the cells of each of the first rows, quick enough to tell what a large file is before it is
 * read. What is wrong with the file is told by reading it.
 *
 * @throws {TableError} where the file is no text
 */
export function firstRows({ file, content }: TableSource): string[][] {
	if (typeof content !== 'string') {
		const kind = fileKind(content);
		if (kind !== null) throw new TableError(notATable(file, kind));
	}
	const text =
		typeof content === 'string' ? content.slice(0, BYTES) : decodeBytes(content.subarray(0, BYTES)).text;
	const { rows } = parseRecords(text, findDialect(text), ROWS);
	return rows.map((row) => row.map(headingKey));
}
