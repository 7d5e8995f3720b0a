/** What may stand in a cell. Null is an empty cell. */
export type CsvCell = string | number | boolean | null;

export interface CsvOptions {
	/** Begins with a byte order mark, by which spreadsheets recognise UTF-8. */
	byteOrderMark?: boolean;
}

/**
 * Text of a table as RFC 4180: commas, quotes doubled, CRLF after every record.
 *
 * Text that a spreadsheet would run as a formula (it begins with = + - @, a tab or a line break) gets an
 * apostrophe in front; numbers stay numbers.
 *
 * @param header names of the columns
 * @param rows cells in the order of the header
 *
 * Source: RFC 4180; OWASP, CSV Injection.
 */
export function printCsv(
	header: readonly string[],
	rows: Iterable<readonly CsvCell[]>,
	{ byteOrderMark = false }: CsvOptions = {}
): string {
	let text = byteOrderMark ? '\uFEFF' : '';
	text += record(header);
	for (const row of rows) text += record(row);
	return text;
}

function record(cells: readonly CsvCell[]): string {
	return `${cells.map(cellText).join(',')}\r\n`;
}

// Full-width signs run as formulas too, where a keyboard writes them.
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

function cellText(cell: CsvCell): string {
	if (cell === null) return '';
	if (typeof cell !== 'string') return String(cell);
	const safe = FORMULA.test(cell) ? `'${cell}` : cell;
	return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
