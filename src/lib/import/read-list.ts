import { readDateColumn, type DateColumn, type DateOrder } from '#lib/tables/dates/date-column.ts';
import { findTable, sheetScore, type FoundTable } from '#lib/tables/found-table.ts';
import { mendedText } from '#lib/tables/mended-text.ts';
import { assertSize, readSheets, type FileChoice, type TextForm } from '#lib/tables/read-file.ts';
import { MOST_ROWS, type Sheet } from '#lib/tables/sheet.ts';
import { letters } from '#lib/tables/table.ts';
import { TableError } from '#lib/tables/table-error.ts';
import { cellText } from '#lib/tables/text.ts';
import { isDateCell } from '#lib/tables/workbook/sheet-reader.ts';
import { guessRoles } from './guess-roles.ts';
import { isKnownHeading } from './heading-words.ts';
import { DATE_ROLES, LIST_ROLES, SHARED_ROLES, type Role } from './roles.ts';
import { splitValues } from './split-values.ts';
import { columnValues, isDate, share, type Vocabulary } from './value-tests.ts';

/** A sheet as it is offered. */
export interface OfferedSheet {
	name: string;
	/** Rows of the table found in it, and its columns (counts). */
	rows: number;
	columns: number;
	isHidden: boolean;
}

/** A column of a list as it was read. */
export interface ReadColumn {
	/** Letters of the column on the sheet. */
	letters: string;
	heading: string;
	isHidden: boolean;
	role: Role;
	reason: string;
	/** `null` where its values are no dates. */
	dates: DateColumn | null;
	/** Three values that are not blank, each once. */
	samples: string[];
	/** What parts several values within a cell; empty where cells hold one. */
	partedBy: string[];
}

/** A cell that was encoded twice, and what it was meant to be. */
export interface Repair {
	row: number;
	column: number;
	found: string;
	meant: string;
}

/** A file as a list of bodies: how it is written, where its table is and what its columns hold. */
export interface ReadList {
	file: string;
	/** `null` for a workbook. */
	form: TextForm | null;
	sheets: OfferedSheet[];
	/** Name of the sheet read; '' for a text file. */
	sheet: string;
	table: FoundTable;
	/** One a column of the table. */
	columns: ReadColumn[];
	repairs: Repair[];
	/** What a person should know or settle, one sentence each. */
	notes: string[];
}

/** What a person may choose where the file was read otherwise. */
export interface ListChoice extends FileChoice {
	sheet?: string;
	/** Rows of the headings, as the spreadsheet numbers them. */
	headingRows?: readonly number[];
	/** Order of day and month of columns whose order nothing tells. */
	dateOrder?: DateOrder;
}

/**
 * Reads the list that somebody has, as they have it: any text or workbook, the sheet that looks most like a list, the table
 * in it, and what each of its columns is.
 *
 * @throws {TableError} in one sentence where it is none, or beyond a limit
 */
export function readList(
	file: string,
	bytes: Uint8Array,
	vocabulary: Vocabulary,
	choice: ListChoice = {}
): ReadList {
	const { form, sheets } = readSheets(file, bytes, choice);
	const knows = (text: string) => isKnownHeading(text) || vocabulary.isPractice(text);
	const found = sheets.map((sheet) => ({ sheet, table: findTable(sheet, knows) }));
	const offered = found.map(({ sheet, table }) => ({
		name: sheet.name,
		rows: table.rows.length,
		columns: table.columns.length,
		isHidden: sheet.isHidden
	}));
	const best = chosenSheet(file, found, choice.sheet, knows);
	assertSize(file, best.sheet);
	const table =
		choice.headingRows === undefined ? best.table : findTable(best.sheet, knows, choice.headingRows);
	if (table.rows.length === 0) throw new TableError(`${file} has no rows below its headings.`);
	if (table.rows.length > MOST_ROWS) {
		throw new TableError(
			`${file} has ${table.rows.length.toLocaleString('en-GB')} rows; bring at most 50,000 at a time.`
		);
	}
	const columns = readColumns(best.sheet, table, vocabulary, choice.dateOrder ?? null);
	return {
		file,
		form,
		sheets: offered,
		sheet: best.sheet.name,
		table,
		columns,
		repairs: repairsIn(table),
		notes: [...best.sheet.notes, ...hiddenNotes(table), ...columnNotes(columns)]
	};
}

interface Found {
	sheet: Sheet;
	table: FoundTable;
}

function chosenSheet(
	file: string,
	found: readonly Found[],
	asked: string | undefined,
	knows: (text: string) => boolean
): Found {
	if (asked !== undefined) {
		const named =
			found.find(({ sheet }) => sheet.name === asked) ??
			found.find(({ sheet }) => sheet.name.toLowerCase() === asked.toLowerCase());
		if (named !== undefined) return named;
		if (found.every(({ sheet }) => sheet.name === ''))
			throw new TableError(`${file} is a text file, which has no sheets.`);
		const names = found.map(({ sheet }) => `"${sheet.name}"`).join(', ');
		throw new TableError(`${file} has no sheet "${asked}"; its sheets are: ${names}.`);
	}
	return found.reduce((best, next) =>
		sheetScore(next.sheet, next.table, knows) > sheetScore(best.sheet, best.table, knows) ? next : best
	);
}

function readColumns(
	sheet: Sheet,
	table: FoundTable,
	vocabulary: Vocabulary,
	chosenOrder: DateOrder | null
): ReadColumn[] {
	const cells = table.columns.map((_, column) => table.rows.map((row) => row.cells[column]!));
	const roles = guessRoles(
		table.columns.map(({ heading }, column) => ({ heading, cells: cells[column]! })),
		vocabulary
	);
	const isDated = roles.map(({ role }, column) => holdsDates(role, cells[column]!));
	const readDates = (order: DateOrder | null) =>
		cells.map((column, k) =>
			isDated[k]
				? readDateColumn(column.map(cellText), {
						order,
						epoch: sheet.epoch,
						...(sheet.dateCells.size === 0
							? {}
							: {
									isDateCell: (row: number) =>
										isDateCell(sheet, table.rows[row]!.number - 1, table.columns[k]!.at)
								})
					})
				: null
		);
	const first = readDates(chosenOrder);
	const told = new Set(
		first.flatMap((dates) => (dates?.order != null && !dates.isAsked ? [dates.order] : []))
	);
	// Where the other dates of the table tell their order, it is that of the columns that do not.
	const [only] = told;
	const dates = chosenOrder === null && told.size === 1 ? readDates(only!) : first;
	return table.columns.map(({ at, heading, isHidden }, column) => ({
		letters: letters(at),
		heading,
		isHidden,
		role: roles[column]!.role,
		reason: roles[column]!.reason,
		dates: dates[column]!,
		samples: samplesOf(cells[column]!),
		partedBy: LIST_ROLES.has(roles[column]!.role) ? separatorsOf(cells[column]!, vocabulary) : []
	}));
}

/** Whether the cells of a column are to be read as dates: by its role, or since most are dates. */
function holdsDates(role: Role, cells: readonly string[]): boolean {
	if (DATE_ROLES.has(role)) return true;
	const part = share(columnValues(cells), isDate);
	return role === 'adoption'
		? part > 0.2
		: role === 'nothing' && part > 0.8 && cells.some((cell) => !/^\s*\d*\s*$/.test(cell));
}

function samplesOf(cells: readonly string[]): string[] {
	const samples = new Set<string>();
	for (const cell of cells) {
		const text = cellText(cell);
		if (text !== '') samples.add(text.length > 80 ? `${text.slice(0, 80)}…` : text);
		if (samples.size === 3) break;
	}
	return [...samples];
}

/** What parts several values in the cells of a column, where at least a tenth of them hold several. */
function separatorsOf(cells: readonly string[], { isPractice, isPlace }: Vocabulary): string[] {
	const counts = new Map<string, number>();
	let filled = 0;
	for (const cell of cells.slice(0, 500)) {
		if (cell.trim() === '') continue;
		filled += 1;
		for (const by of splitValues(cell, (text) => isPractice(text) || isPlace(text)).by) {
			counts.set(by, (counts.get(by) ?? 0) + 1);
		}
	}
	return [...counts].filter(([, count]) => count >= Math.max(1, filled / 10)).map(([by]) => by);
}

function repairsIn({ rows }: FoundTable): Repair[] {
	return rows.flatMap(({ number, cells }) =>
		cells.flatMap((cell, column) => {
			const meant = mendedText(cell);
			return meant === null ? [] : [{ row: number, column, found: cell, meant }];
		})
	);
}

function hiddenNotes({ rows, columns }: FoundTable): string[] {
	const hiddenRows = rows.filter(({ isHidden }) => isHidden).map(({ number }) => number);
	const hidden = columns.filter(({ isHidden }) => isHidden).map(({ heading, at }) => heading || letters(at));
	return [
		...(hiddenRows.length === 0
			? []
			: [
					`The sheet hides ${hiddenRows.length === 1 ? 'row' : 'rows'} ${listed(hiddenRows.map(String))}; they were read as the others.`
				]),
		...(hidden.length === 0
			? []
			: [
					`The sheet hides the ${hidden.length === 1 ? 'column' : 'columns'} ${listed(hidden)}; they were read as the others.`
				])
	];
}

function listed(names: readonly string[]): string {
	const shown = names.slice(0, 10).join(', ');
	return names.length > 10 ? `${shown} and ${names.length - 10} more` : shown;
}

/** What the columns leave to be settled: a field twice, none for the name, an order of dates that nothing tells. */
function columnNotes(columns: readonly ReadColumn[]): string[] {
	const notes: string[] = [];
	const byRole = new Map<Role, string[]>();
	for (const { role, heading, letters: place } of columns) {
		byRole.set(role, [...(byRole.get(role) ?? []), heading || place]);
	}
	for (const [role, names] of byRole) {
		if (names.length > 1 && !SHARED_ROLES.has(role))
			notes.push(`Several columns are ${role}: ${names.join(', ')}.`);
	}
	if (!['organisation.name', 'person.name', 'person.last name'].some((role) => byRole.has(role as Role))) {
		notes.push('No column is the name of the organisation or person.');
	}
	for (const { heading, letters: place, dates } of columns) {
		if (dates?.isAsked) notes.push(`${heading || place}: ${dates.reason}`);
	}
	const unused = byRole.get('nothing') ?? [];
	if (unused.length > 0) notes.push(`Not taken for any field: ${unused.join(', ')}.`);
	return notes;
}
