import { printCsv } from '#lib/exchange/csv.ts';
import { numberWords } from '#lib/domain/number-words.ts';

/** A cell of a figure's table: a number as computed, text, or nothing where it is undefined. */
export type FigureCell = string | number | null;

/** A column, and how its numbers are read on the page; files hold them as computed. */
export interface FigureColumn {
	name: string;
	/** Whole numbers with thousands apart, others to four digits, unless said otherwise. */
	write?: (value: number) => string;
}

/** The same figures as a picture shows, as a table. */
export interface FigureTable {
	caption: string;
	columns: readonly (string | FigureColumn)[];
	rows: readonly (readonly FigureCell[])[];
}

/** Name of a column. */
export function columnName(column: string | FigureColumn): string {
	return typeof column === 'string' ? column : column.name;
}

/** A cell as the page shows it; a dash where there is no value. */
export function cellWords(column: string | FigureColumn | undefined, cell: FigureCell): string {
	if (cell === null) return '–';
	if (typeof cell === 'string') return cell;
	const write = typeof column === 'object' ? column.write : undefined;
	if (write !== undefined) return write(cell);
	return Number.isInteger(cell) ? cell.toLocaleString('en-GB') : numberWords(cell, 4);
}

/** The table as CSV for a spreadsheet: numbers as computed, blank where undefined. */
export function figureCsv({ columns, rows }: FigureTable): string {
	return printCsv(columns.map(columnName), rows, { byteOrderMark: true });
}
