import writeExcelFile from 'write-excel-file/node';
import type { CsvCell } from './csv.ts';

/** One sheet of a workbook: a heading row, then the rows. */
export interface WorkbookSheet {
	/** At most 31 letters, without the signs that a spreadsheet forbids in names. */
	name: string;
	columns: readonly string[];
	rows: readonly (readonly CsvCell[])[];
}

/** Wide enough to read most cells, in characters. */
const NARROWEST = 10;
const WIDEST = 60;

/**
 * A workbook (XLSX, ISO/IEC 29500) of some sheets, with bold headings that stay in sight. Text stays text: nothing is
 * read as a formula.
 */
export async function printWorkbook(sheets: readonly WorkbookSheet[]): Promise<Uint8Array<ArrayBuffer>> {
	const file = writeExcelFile(
		sheets.map(({ name, columns, rows }) => ({
			sheet: name,
			stickyRowsCount: 1,
			columns: columns.map((column, at) => ({
				width: rows.reduce(
					(width, row) => Math.min(WIDEST, Math.max(width, String(row[at] ?? '').length + 1)),
					Math.max(NARROWEST, column.length + 1)
				)
			})),
			data: [
				columns.map((column) => ({ value: column, type: String, fontWeight: 'bold' as const })),
				...rows.map((row) => row.map((cell) => (cell === '' ? null : cell)))
			]
		}))
	);
	return new Uint8Array(await file.toBuffer());
}
