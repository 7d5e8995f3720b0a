import Papa from 'papaparse';

/** What one cell of a seed file holds; null prints as nothing and means unknown or none. */
export type Cell = string | number | boolean | null;

/** One seed file before it is printed: its columns in order, and its rows. */
export interface Table {
	name: string;
	columns: readonly string[];
	rows: Record<string, Cell>[];
}

/** Columns of every spell. */
export const SPELL_COLUMNS = [
	'started_on', 'started_bound', 'started_precision', 'ended_on', 'ended_precision', 'end_kind', 'confidence',
	'source_url', 'source_on', 'note'
] as const;

/** Reads CSV text with a header line into rows of text; an empty cell stays an empty string. */
export function parseCsv(text: string): Record<string, string>[] {
	const { data, errors } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
	const [error] = errors;
	if (error !== undefined) throw new Error(`line ${(error.row ?? 0) + 2}: ${error.message}`);
	return data;
}

/** Prints a table as CSV with a header line; refuses a row with a column that the table does not have. */
export function printCsv({ name, columns, rows }: Table): string {
	for (const row of rows) {
		const stray = Object.keys(row).find((key) => !columns.includes(key));
		if (stray !== undefined) throw new Error(`${name}: a row has ${stray}, which is no column`);
	}
	const lines = rows.map((row) => columns.map((column) => row[column] ?? null));
	return Papa.unparse({ fields: [...columns], data: lines }, { newline: '\n' }) + '\n';
}
