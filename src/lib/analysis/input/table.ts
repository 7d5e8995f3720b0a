import Papa from 'papaparse';
import { AnalysisError } from '../analysis-error.ts';

/** A CSV file with a header row, cells as trimmed text. */
export interface Table {
	/** File name without folders, for messages. */
	file: string;
	columns: string[];
	rows: TableRow[];
}

/** One row of a table. */
export interface TableRow {
	/** Row number as a spreadsheet shows it: the header is row 1. */
	number: number;
	cells: Record<string, string>;
}

/**
 * Reads the text of a CSV file. Empty lines are passed over but counted, so that row numbers match a spreadsheet.
 *
 * @param file name of the file, for messages
 * @param required columns that must be there
 * @param mayBeEmpty whether a header alone will do
 * @throws {AnalysisError} naming the file, and the row or column: no rows, a repeated or missing column, a
 *   row with too few or too many cells
 */
export function parseTable(
	file: string,
	text: string,
	required: readonly string[],
	mayBeEmpty = false
): Table {
	const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimiter: ',' });
	const columns = (data[0] ?? []).map((name) => name.trim());
	assertColumns(file, columns, required);

	const rows: TableRow[] = [];
	data.slice(1).forEach((cells, at) => {
		if (cells.every((cell) => cell.trim() === '')) return;
		const number = at + 2;
		if (cells.length !== columns.length) {
			throw new AnalysisError(
				`${file} row ${number} has ${cells.length} cells, but the header has ${columns.length}.`
			);
		}
		const entries = columns.map((name, column) => [name, cells[column]!.trim()] as const);
		rows.push({ number, cells: Object.fromEntries(entries) });
	});
	if (rows.length === 0 && !mayBeEmpty) throw new AnalysisError(`${file} has a header but no rows.`);
	return { file, columns, rows };
}

function assertColumns(file: string, columns: readonly string[], required: readonly string[]): void {
	const repeated = columns.find((name, at) => columns.indexOf(name) !== at);
	if (repeated !== undefined) throw new AnalysisError(`${file} has two columns called "${repeated}".`);
	for (const name of required) assertColumn({ file, columns }, name);
}

/**
 * @throws {AnalysisError} if the table has no such column, naming those it has
 */
export function assertColumn(
	{ file, columns }: { file: string; columns: readonly string[] },
	name: string
): void {
	if (columns.includes(name)) return;
	throw new AnalysisError(`${file} has no column "${name}"; its columns are: ${columns.join(', ')}.`);
}

/** What a cell that should hold a number may be. */
export interface NumberRule {
	/** Whole numbers only. */
	whole?: boolean;
	/** Smallest value allowed. */
	atLeast?: number;
}

/**
 * Reads a number from a cell.
 *
 * @returns `null` for an empty cell or "NA"
 * @throws {AnalysisError} naming file, row, column and what was found
 */
export function numberIn(table: Table, row: TableRow, column: string, rule: NumberRule = {}): number | null {
	const text = row.cells[column] ?? '';
	if (text === '' || text === 'NA') return null;
	const value = Number(text);
	const wanted = `${rule.whole ? 'a whole number' : 'a number'}${rule.atLeast === undefined ? '' : ` of at least ${rule.atLeast}`}`;
	const fits =
		Number.isFinite(value) &&
		(!rule.whole || Number.isInteger(value)) &&
		(rule.atLeast === undefined || value >= rule.atLeast);
	if (!fits)
		throw new AnalysisError(
			`${table.file} row ${row.number}: ${column} is "${text}", which is not ${wanted}.`
		);
	return value;
}
