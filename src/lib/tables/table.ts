import { findDialect } from './dialect.ts';
import { decodeBytes } from './encoding.ts';
import { fileKind, notATable, textKind } from './file-kind.ts';
import { decimalEvidence, decimalSign, type DecimalSign } from './number.ts';
import { parseRecords } from './records.ts';
import { Faults, TableError } from './table-error.ts';
import { cellText, headingKey } from './text.ts';

/** A table with headings, cells as composed and trimmed text (see `cellText`). */
export interface Table {
	/** File name without folders, for messages. */
	file: string;
	/** Headings in the order of the file, each once; those that the reader knows as it spells them. */
	columns: string[];
	rows: TableRow[];
	/** Sign before the decimals of its numbers. */
	decimal: DecimalSign;
	/** What was decided or passed over in reading, one sentence each. */
	notes: string[];
}

export interface TableRow {
	/** Row number as a spreadsheet shows it, blank rows counted. */
	number: number;
	cells: Record<string, string>;
}

/** A file as it was brought: its bytes, or its text where that was typed or pasted. */
export interface TableSource {
	file: string;
	content: string | Uint8Array;
}

/** What a table must and may hold. */
export interface TableRule {
	/** Headings that must be there; case, accents and the space between words do not matter. */
	required?: readonly string[];
	/** Headings that have a meaning where they are there. */
	known?: readonly string[];
	/** Whether headings alone will do. */
	mayBeEmpty?: boolean;
}

/** Rows in which the headings are looked for, under titles and notes. */
const HEADING_WITHIN = 20;

/**
 * Reads a table from any text file that a spreadsheet or a program writes: by byte order mark, UTF-8, UTF-16,
 * Windows-1252 or another encoding; parted by commas, semicolons, tabs or bars. Columns and rows that are blank
 * throughout are passed over and counted, so that rows are numbered as in the spreadsheet.
 *
 * @throws {TableError} with a sentence for everything that is wrong: what is no table, a quotation mark never closed, a
 *   repeated or missing heading, a row with too few or too many cells
 */
export function readTable(source: TableSource, rule: TableRule = {}): Table {
	const { file } = source;
	const { required = [], known = [], mayBeEmpty = false } = rule;
	const { grid, delimiter, notes } = readGrid(source, required);
	const at = headingRow(grid, required);
	if (at === null) throw new TableError(`${file} is empty.`);
	const titles = grid.slice(0, at).filter((row) => row.some((cell) => cell !== '')).length;
	if (titles > 0)
		notes.push(`Passed over ${titles} row${titles === 1 ? '' : 's'} above the headings of ${file}.`);

	const faults = new Faults();
	const body = grid.slice(at + 1);
	const width = grid[at]!.findLastIndex((cell, column) => cell !== '' || isFilled(body, column)) + 1;
	const headings = grid[at]!.slice(0, width);
	const kept = Array.from(headings.keys()).filter(
		(column) => headings[column] !== '' || isFilled(body, column)
	);
	const names = namesOf(file, headings, kept, [...required, ...known], faults);
	const missing = required.filter((name) => !names.includes(name));
	if (missing.length > 0) {
		const list = missing.map((name) => `"${name}"`).join(' and ');
		const found = names.filter((name) => name !== '').join(', ');
		faults.add(
			0,
			`${file} has no column${missing.length > 1 ? 's' : ''} ${list}; its columns are: ${found}.`
		);
	}

	const rows: TableRow[] = [];
	body.forEach((cells, below) => {
		if (cells.every((cell) => cell === '')) return;
		const number = at + below + 2;
		const length = Math.max(cells.findLastIndex((cell) => cell !== '') + 1, Math.min(cells.length, width));
		if (length !== width) {
			faults.add(number, `${file} row ${number} has ${length} cells, but the header has ${width}.`);
			return;
		}
		rows.push({ number, cells: Object.fromEntries(kept.map((column, k) => [names[k]!, cells[column]!])) });
	});
	faults.throwIfAny();
	if (rows.length === 0 && !mayBeEmpty) throw new TableError(`${file} has a header but no rows.`);
	return { file, columns: names, rows, ...decimalOf(file, rows, delimiter, notes), notes };
}

/**
 * The cells of a file, blank rows included, before anything is made of them.
 *
 * @param headings that tell the right separator where they stand in one row
 * @throws {TableError} where the file is no table, or a quotation mark is never closed
 */
export function readGrid(
	{ file, content }: TableSource,
	headings: readonly string[] = []
): { grid: string[][]; delimiter: string; notes: string[] } {
	const { text, notes } = readText({ file, content });
	const keys = headings.map(headingKey);
	const isHeading = (cells: readonly string[]): boolean => {
		const found = new Set(cells.map(headingKey));
		return keys.every((key) => found.has(key));
	};
	const dialect = findDialect(text, keys.length > 1 ? { isHeading } : {});
	const { rows, quoteFault } = parseRecords(text, dialect);
	if (quoteFault !== null) {
		const { row, after, isNeverClosed } = quoteFault;
		throw new TableError(
			isNeverClosed
				? `${file} row ${row}: the quotation mark before "${after}" is never closed.`
				: `${file} row ${row}: the quotation marks at "${after}" do not match up.`
		);
	}
	return { grid: rows.map((row) => row.map(cellText)), delimiter: dialect.delimiter, notes };
}

/**
 * The text of a file, and what was decided in reading it.
 *
 * @throws {TableError} where the file is no text
 */
export function readText({ file, content }: TableSource): { text: string; notes: string[] } {
	const notes: string[] = [];
	if (typeof content === 'string') return { text: content.replace(/^\uFEFF/, ''), notes };
	const kind = fileKind(content);
	if (kind !== null) throw new TableError(notATable(file, kind));
	const { text, encoding, otherLines } = decodeBytes(content);
	const inner = textKind(text);
	if (inner !== null) throw new TableError(notATable(file, inner));
	if (text.includes('\0')) throw new TableError(`${file} is not a text file; save the spreadsheet as CSV.`);
	if (encoding !== 'utf-8' && !encoding.startsWith('utf-16')) {
		notes.push(`${file} is no UTF-8; it was read as ${ENCODING_NAMES[encoding] ?? encoding}.`);
	}
	if (otherLines.length > 0) {
		notes.push(`${file} holds two encodings; line ${otherLines[0]} was read in another one than the rest.`);
	}
	return { text, notes };
}

/** Encodings as people know them. */
export const ENCODING_NAMES: Record<string, string> = {
	'windows-1252': 'Windows-1252',
	macintosh: 'Mac Roman',
	ibm850: 'MS-DOS (code page 850)'
};

/** The first row that holds what is required, within the first twenty that are filled; else the first that is filled. */
function headingRow(grid: readonly (readonly string[])[], required: readonly string[]): number | null {
	const filled: number[] = [];
	for (let at = 0; at < grid.length && filled.length < HEADING_WITHIN; at += 1) {
		if (grid[at]!.some((cell) => cell !== '')) filled.push(at);
	}
	const keys = required.map(headingKey);
	const fitting = filled.find((at) => {
		const found = new Set(grid[at]!.map(headingKey));
		return keys.every((key) => found.has(key));
	});
	return fitting ?? filled[0] ?? null;
}

function isFilled(body: readonly (readonly string[])[], column: number): boolean {
	return body.some((cells) => (cells[column] ?? '') !== '');
}

/** Names of the columns kept: as the reader spells those that it knows, else as the file has them. */
function namesOf(
	file: string,
	headings: readonly string[],
	kept: readonly number[],
	known: readonly string[],
	faults: Faults
): string[] {
	const names = kept.map((column) => headings[column]!);
	for (const name of known) {
		if (names.includes(name)) continue;
		const alike = names.flatMap((heading, k) => (headingKey(heading) === headingKey(name) ? [k] : []));
		if (alike.length === 1) names[alike[0]!] = name;
		if (alike.length > 1) {
			const list = alike.map((k) => `"${names[k]!}"`).join(' and ');
			faults.add(0, `${file} has ${alike.length} columns that may be "${name}": ${list}.`);
		}
	}
	names.forEach((name, k) => {
		// R writes the names of rows under no heading; any other column without one is a mistake.
		if (name === '' && k > 0) faults.add(0, `${file}: column ${letters(kept[k]!)} has no heading.`);
		if (name !== '' && names.indexOf(name) < k && names.lastIndexOf(name) === k) {
			faults.add(0, `${file} has two columns called "${name}".`);
		}
	});
	return names;
}

/** Letters of a column as a spreadsheet has them: A to Z, AA … */
export function letters(column: number): string {
	let rest = column;
	let text = '';
	do {
		text = String.fromCharCode(65 + (rest % 26)) + text;
		rest = Math.floor(rest / 26) - 1;
	} while (rest >= 0);
	return text;
}

function decimalOf(
	file: string,
	rows: readonly TableRow[],
	delimiter: string,
	notes: string[]
): { decimal: DecimalSign } {
	const evidence = decimalEvidence(cellsOf(rows));
	const decimal = decimalSign(evidence, delimiter);
	if (decimal === ',' && evidence.comma === null) {
		notes.push(`${file} is parted by semicolons, so "${evidence.either}" was read with a decimal comma.`);
	}
	return { decimal };
}

function* cellsOf(rows: readonly TableRow[]): Generator<string> {
	for (const { cells } of rows) yield* Object.values(cells);
}

/**
 * The heading of a column that somebody named, without regard to case and accents.
 *
 * @throws {TableError} if the table has no such column, naming those it has
 */
export function columnNamed({ file, columns }: Pick<Table, 'file' | 'columns'>, asked: string): string {
	if (columns.includes(asked)) return asked;
	const alike = columns.filter((name) => headingKey(name) === headingKey(asked));
	if (alike.length === 1) return alike[0]!;
	if (alike.length > 1) {
		throw new TableError(
			`${file} has ${alike.length} columns that may be "${asked}": ${alike.map((name) => `"${name}"`).join(' and ')}.`
		);
	}
	throw new TableError(`${file} has no column "${asked}"; its columns are: ${columns.join(', ')}.`);
}

/** Whether the table has a column of this heading; see {@link columnNamed}. */
export function hasColumn({ columns }: Pick<Table, 'columns'>, asked: string): boolean {
	return columns.some((name) => name === asked || headingKey(name) === headingKey(asked));
}
