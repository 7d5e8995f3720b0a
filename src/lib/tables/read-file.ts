import { findDialect, type Dialect } from './dialect.ts';
import { decodeBytes, type Encoding } from './encoding.ts';
import { fileKind, notATable, textKind } from './file-kind.ts';
import { parseRecords } from './records.ts';
import { LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, type Sheet } from './sheet.ts';
import { letters } from './table.ts';
import { TableError } from './table-error.ts';
import { readWorkbook } from './workbook/workbook.ts';

/** Largest file that is read. */
export const MOST_BYTES = 25_000_000;

/** What a person may choose where the file was read otherwise. */
export interface FileChoice {
	encoding?: Encoding;
	delimiter?: string;
	quote?: Dialect['quote'];
}

/** How a text file is written. */
export interface TextForm {
	encoding: Encoding;
	hasMark: boolean;
	dialect: Dialect;
}

/** The sheets of a file: one of a text file, any number of a workbook. */
export interface FileSheets {
	file: string;
	/** `null` for a workbook. */
	form: TextForm | null;
	sheets: Sheet[];
}

/**
 * Reads any file that may hold a list: a text parted by any one or two signs in any encoding, or a workbook.
 *
 * @throws {TableError} in one sentence: no table, too large, damaged, protected, a cell or sheet beyond its limits
 */
export function readSheets(file: string, bytes: Uint8Array, choice: FileChoice = {}): FileSheets {
	if (bytes.length === 0) throw new TableError(`${file} is empty.`);
	if (bytes.length > MOST_BYTES) {
		throw new TableError(`${file} is larger than 25 MB; cut it to the columns and rows that are needed.`);
	}
	const kind = fileKind(bytes);
	if (kind === 'workbook') return { file, form: null, sheets: readWorkbook(file, bytes) };
	if (kind === 'old workbook') throw new TableError(oldWorkbook(file, bytes));
	if (kind !== null) throw new TableError(notATable(file, kind));
	return readTextSheet(file, bytes, choice);
}

function oldWorkbook(file: string, bytes: Uint8Array): string {
	const isProtected = new TextDecoder('utf-16le')
		.decode(bytes.subarray(0, 100_000))
		.includes('EncryptedPackage');
	// The names of its parts may lie at an odd place.
	const isProtectedToo = new TextDecoder('utf-16le')
		.decode(bytes.subarray(1, 100_000))
		.includes('EncryptedPackage');
	return isProtected || isProtectedToo
		? `${file} is protected by a password; take the protection off and save it again.`
		: `${file} is an old workbook (.xls); save it as .xlsx or CSV.`;
}

function readTextSheet(file: string, bytes: Uint8Array, choice: FileChoice): FileSheets {
	const { text, encoding, hasMark, otherLines } = decodeBytes(bytes, choice.encoding ?? null);
	const kind = textKind(text);
	if (kind !== null) throw new TableError(notATable(file, kind));
	const nothing = text.indexOf('\0');
	if (nothing >= 0) throw new TableError(`${file} is not a text file; save the spreadsheet as CSV or .xlsx.`);
	const found = findDialect(text, { anyDelimiter: true });
	const dialect = {
		...found,
		...(choice.delimiter === undefined ? {} : { delimiter: choice.delimiter, isSpaced: false }),
		...(choice.quote === undefined ? {} : { quote: choice.quote })
	};
	const { rows, quoteFault } = parseRecords(text, dialect);
	if (quoteFault !== null) {
		const { row, after, isNeverClosed } = quoteFault;
		throw new TableError(
			`${file} row ${row}: the quotation mark${isNeverClosed ? ` before "${after}" is never closed` : `s at "${after}" do not match up`}.`
		);
	}
	const sheet: Sheet = {
		name: '',
		isHidden: false,
		grid: rows,
		merges: [],
		hiddenRows: [],
		hiddenColumns: [],
		dateCells: new Set(),
		epoch: 1900,
		notes:
			otherLines.length === 0
				? []
				: [
						`Line ${otherLines[0]}${otherLines.length === 1 ? ' is' : ` and ${otherLines.length - 1} more are`} in another encoding than the rest, and ${otherLines.length === 1 ? 'was' : 'were'} read so.`
					]
	};
	assertCells(file, rows);
	return { file, form: { encoding, hasMark, dialect }, sheets: [sheet] };
}

function assertCells(file: string, rows: readonly (readonly string[])[]): void {
	rows.forEach((cells, row) => {
		const column = cells.findIndex((cell) => cell.length > LONGEST_CELL);
		if (column < 0) return;
		throw new TableError(
			`${file}: the cell ${letters(column)}${row + 1} holds ${cells[column]!.length.toLocaleString('en-GB')} letters; no cell may hold more than 32,767.`
		);
	});
}

/**
 * @throws {TableError} if a sheet has more filled rows or columns than one import takes
 */
export function assertSize(file: string, { name, grid }: Sheet): void {
	const where = name === '' ? file : `${file}: the sheet "${name}"`;
	const filled = grid.filter((cells) => cells.some((cell) => cell.trim() !== '')).length;
	if (filled > MOST_ROWS + 100) {
		throw new TableError(
			`${where} has ${filled.toLocaleString('en-GB')} rows; bring at most 50,000 at a time.`
		);
	}
	const width = grid.reduce(
		(most, cells) => Math.max(most, cells.findLastIndex((cell) => cell.trim() !== '') + 1),
		0
	);
	if (width > MOST_COLUMNS) {
		throw new TableError(`${where} has ${width} columns; bring at most 200.`);
	}
}
