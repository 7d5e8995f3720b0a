import Papa from 'papaparse';
import { DomainError } from '#lib/domain/errors.ts';
import { featureTable, type FeatureTable } from './feature-table.ts';

/** A facts file as text: the first column is the code, each other one a label or an indicator. */
export interface Facts {
	/** Distinct, in the order of the file. */
	codes: string[];
	/** Headings after the first, distinct. */
	columns: string[];
	/** Cells by heading, one a code, trimmed. */
	cells: ReadonlyMap<string, string[]>;
}

/** What publishers write for "no figure". */
const BLANKS = new Set(['', 'NA', 'N/A', 'n/a', 'null', '-', '–', '..', ':']);
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * Reads a comma-, semicolon- or tab-separated file with a heading line.
 *
 * @throws {DomainError} naming the line, if the file is empty, a line has too many or too few cells, a
 *   code is missing or stands twice, or a heading is missing or stands twice
 */
export function parseFacts(text: string): Facts {
	const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' });
	const broken = errors.find(({ type }) => type === 'Quotes');
	if (broken !== undefined)
		throw new DomainError(`The quotation marks do not match up in row ${(broken.row ?? 0) + 1}.`);
	const [heading = [], ...lines] = data.map((line) => line.map((cell) => cell.trim()));
	const columns = heading.slice(1);
	if (lines.length === 0) throw new DomainError('The file has no rows below its heading.');
	columns.forEach((column, at) => {
		if (column === '') throw new DomainError(`Column ${at + 2} has no heading.`);
		if (columns.indexOf(column) < at) throw new DomainError(`The heading "${column}" stands there twice.`);
	});

	const rowOf = new Map<string, number>();
	lines.forEach((line, at) => {
		const code = line[0] ?? '';
		const row = at + 2;
		if (line.length !== heading.length) {
			throw new DomainError(`Row ${row} has ${line.length} cells where the heading has ${heading.length}.`);
		}
		if (code === '') throw new DomainError(`Row ${row} has no code in its first cell.`);
		const first = rowOf.get(code);
		if (first !== undefined)
			throw new DomainError(`The code ${code} stands in row ${first} and in row ${row}.`);
		rowOf.set(code, row);
	});
	const cells = new Map(columns.map((column, at) => [column, lines.map((line) => line[at + 1] ?? '')]));
	return { codes: [...rowOf.keys()], columns, cells };
}

/**
 * Headings of the columns that hold numbers: at least half of the cells that are not blank are numbers.
 * A text among them is then a mistake to report, not a reason to drop the column in silence.
 */
export function numericColumns({ columns, cells }: Facts): string[] {
	return columns.filter((column) => {
		const filled = (cells.get(column) ?? []).filter((cell) => !BLANKS.has(cell));
		const numbers = filled.filter((cell) => NUMBER.test(cell)).length;
		return numbers > 0 && 2 * numbers >= filled.length;
	});
}

/**
 * The figures of some columns.
 *
 * @throws {DomainError} if a column is not in the file, or a cell is neither a number nor blank; it names
 *   the row's code and the column
 */
export function factsTable(facts: Facts, columns: readonly string[]): FeatureTable {
	const figures = columns.map((column) => {
		const cells = facts.cells.get(column);
		if (cells === undefined) throw new DomainError(`There is no column "${column}" in the file.`);
		return cells.map((cell, row) => parseFigure(cell, column, facts.codes[row] ?? ''));
	});
	return featureTable(
		facts.codes,
		columns,
		facts.codes.map((_, row) => figures.map((column) => column[row] ?? null))
	);
}

/** One label a row from a column of the file; null where it is blank. */
export function factsLabels(facts: Facts, column: string): (string | null)[] {
	const cells = facts.cells.get(column);
	if (cells === undefined) throw new DomainError(`There is no column "${column}" in the file.`);
	return cells.map((cell) => (BLANKS.has(cell) ? null : cell));
}

function parseFigure(cell: string, column: string, code: string): number | null {
	if (BLANKS.has(cell)) return null;
	const value = NUMBER.test(cell) ? Number(cell) : Number.NaN;
	if (Number.isFinite(value)) return value;
	throw new DomainError(`The column "${column}" has "${cell}" for ${code}, which is not a number.`);
}
