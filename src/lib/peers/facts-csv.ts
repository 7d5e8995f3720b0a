import { DomainError } from '#lib/domain/errors.ts';
import { figureColumns, readLabels, readNumbers, type FigureColumn } from '#lib/tables/figures.ts';
import { columnNamed, hasColumn, readTable, type Table, type TableSource } from '#lib/tables/table.ts';
import { Faults } from '#lib/tables/table-error.ts';
import { featureTable, type FeatureTable } from './feature-table.ts';

/** A file of facts: the first column is the code, each other one a label or an indicator. */
export interface Facts {
	/** Distinct, in the order of the file. */
	codes: string[];
	/** Headings after the first, distinct. */
	columns: string[];
	table: Table;
}

/**
 * Reads a file of facts, of any of the forms of `readTable`.
 *
 * @throws {TableError} with every fault: what `readTable` refuses, and a code that is missing or stands twice
 */
export function parseFacts(source: TableSource): Facts {
	const table = readTable(source);
	const [code = '', ...columns] = table.columns;
	const faults = new Faults();
	const rowOf = new Map<string, number>();
	for (const { number, cells } of table.rows) {
		const own = cells[code] ?? '';
		const first = rowOf.get(own);
		if (own === '') faults.add(number, `Row ${number} has no code in its first cell.`);
		else if (first !== undefined)
			faults.add(number, `The code ${own} stands in row ${first} and in row ${number}.`);
		else rowOf.set(own, number);
	}
	faults.throwIfAny();
	return { codes: [...rowOf.keys()], columns, table };
}

/** Columns that hold figures, those that do not say what an area is like marked; see `figureColumns`. */
export function numericColumns({ table, columns }: Facts): FigureColumn[] {
	return figureColumns(table, columns);
}

/**
 * The heading of a column that somebody named, without regard to case and accents.
 *
 * @throws {DomainError} if the file has no such column
 */
export function factsColumn({ table }: Facts, asked: string): string {
	if (!hasColumn(table, asked)) throw new DomainError(`There is no column "${asked}" in the file.`);
	return columnNamed(table, asked);
}

/**
 * The figures of some columns.
 *
 * @throws {DomainError} if a column is not in the file
 * @throws {TableError} with every cell that is neither a number nor a sign for no figure
 */
export function factsTable(facts: Facts, columns: readonly string[]): FeatureTable {
	const faults = new Faults();
	const figures = columns.map((column) => readNumbers(facts.table, factsColumn(facts, column), {}, faults));
	faults.throwIfAny();
	return featureTable(
		facts.codes,
		columns,
		facts.codes.map((_, row) => figures.map((column) => column[row] ?? null))
	);
}

/** One label a row from a column of the file; null where it is blank. */
export function factsLabels(facts: Facts, column: string): (string | null)[] {
	return readLabels(facts.table, factsColumn(facts, column));
}
