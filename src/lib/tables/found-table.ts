import { composed, findHeadings, joinedHeadings, type KnowsHeading } from './heading-rows.ts';
import { asideReason, type SetAside } from './set-aside.ts';
import type { Sheet } from './sheet.ts';

/** The table that a sheet holds. */
export interface FoundTable {
	/** Rows of the headings as the spreadsheet numbers them: one, two, or none. */
	headingRows: number[];
	columns: FoundColumn[];
	rows: FoundRow[];
	/** Rows that are none of the table's, and why. */
	setAside: SetAside[];
}

export interface FoundColumn {
	/** Place on the sheet, from 0. */
	at: number;
	/** One line; '' where there is none. Those of two rows are joined: "Contact / Email". */
	heading: string;
	/** Whether the sheet does not show it. */
	isHidden: boolean;
}

export interface FoundRow {
	/** As the spreadsheet numbers it. */
	number: number;
	/** One a column, as they stand in the file. */
	cells: string[];
	isHidden: boolean;
}

/** Letters of a row that is set aside that are shown. */
const SHOWN = 120;
/** Cells that one merged cell may stand for. */
const MOST_MERGED = 100_000;

/**
 * Finds the table of a sheet: its headings under titles, its rows down to totals and notes, columns that hold nothing left
 * out. Merged cells give their value to all that they cover.
 *
 * @param knows whether a text is a known heading
 * @param chosen rows of headings that somebody chose instead, as the spreadsheet numbers them
 */
export function findTable(
	sheet: Sheet,
	knows: KnowsHeading,
	chosen: readonly number[] | null = null
): FoundTable {
	const raw = spread(sheet);
	const grid = composed(raw);
	const rows = chosen?.map((row) => row - 1) ?? findHeadings(grid, knows);
	const headings = joinedHeadings(grid, rows);
	const top = rows[0] ?? grid.findIndex(isFilled);
	const start = (rows.at(-1) ?? top - 1) + 1;
	const usual = usualFill(grid, start);
	const setAside: SetAside[] = grid
		.slice(0, Math.max(top, 0))
		.flatMap((cells, row) => (isFilled(cells) ? [aside(row, 'title', cells)] : []));

	const kept: number[] = [];
	let blanks: SetAside | null = null;
	for (let row = start; row < grid.length; row += 1) {
		const cells = grid[row]!;
		if (!isFilled(cells)) {
			if (blanks === null) blanks = aside(row, 'blank', cells);
			else blanks.last = row + 1;
			continue;
		}
		const why = asideReason(cells, { headings, usual }, kept.length === 0, blanks !== null);
		if (blanks !== null) setAside.push(blanks);
		blanks = null;
		if (why === null) kept.push(row);
		else setAside.push(aside(row, why, cells));
	}
	if (blanks !== null) setAside.push(blanks);

	const columns = columnsOf(headings, grid, kept).map((at) => ({
		at,
		heading: headings[at] ?? '',
		isHidden: sheet.hiddenColumns.includes(at)
	}));
	const hidden = new Set(sheet.hiddenRows);
	return {
		headingRows: rows.map((row) => row + 1),
		columns,
		rows: kept.map((row) => ({
			number: row + 1,
			cells: columns.map(({ at }) => raw[row]![at] ?? ''),
			isHidden: hidden.has(row + 1)
		})),
		setAside
	};
}

function isFilled(cells: readonly string[]): boolean {
	return cells.some((cell) => cell !== '');
}

function aside(row: number, why: SetAside['why'], cells: readonly string[]): SetAside {
	const text = [...new Set(cells.filter((cell) => cell !== ''))].join(' | ');
	return { row: row + 1, last: row + 1, why, text: text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text };
}

/** Cells that most rows fill, by the median. */
function usualFill(grid: readonly (readonly string[])[], start: number): number {
	const counts = grid
		.slice(start, start + 500)
		.map((cells) => cells.filter((cell) => cell !== '').length)
		.filter((count) => count > 0)
		.sort((a, b) => a - b);
	return counts[Math.floor(counts.length / 2)] ?? 0;
}

/** Columns that have a heading or a value in a row of the table. */
function columnsOf(
	headings: readonly string[],
	grid: readonly (readonly string[])[],
	kept: readonly number[]
): number[] {
	const used = new Set<number>();
	headings.forEach((heading, column) => {
		if (heading !== '') used.add(column);
	});
	for (const row of kept) {
		grid[row]!.forEach((cell, column) => {
			if (cell !== '') used.add(column);
		});
	}
	return [...used].sort((a, b) => a - b);
}

/** The grid with the value of each merged cell in all that it covers; a title over the whole width stays one cell. */
function spread({ grid, merges }: Sheet): string[][] {
	if (merges.length === 0) return grid;
	const copy = grid.slice();
	for (const { top, left, bottom, right } of merges) {
		const value = grid[top]?.[left] ?? '';
		const last = Math.min(bottom, grid.length - 1);
		if (value === '' || (last - top + 1) * (right - left + 1) > MOST_MERGED) continue;
		for (let row = top; row <= last; row += 1) {
			const cells = copy[row] === grid[row] ? [...(grid[row] ?? [])] : copy[row]!;
			copy[row] = cells;
			for (let column = left; column <= right; column += 1) {
				while (cells.length < column) cells.push('');
				cells[column] = value;
			}
		}
	}
	return copy;
}

/** How much a sheet looks like the list that was meant: many rows under many headings that are known. */
export function sheetScore(sheet: Sheet, table: FoundTable, knows: KnowsHeading): number {
	const { columns, rows } = table;
	if (columns.length === 0 || rows.length === 0) return 0;
	const known = columns.filter(({ heading }) => heading !== '' && knows(heading)).length;
	const named = columns.filter(({ heading }) => heading !== '').length;
	const prose = rows.filter(({ cells }) => cells.filter((cell) => cell.trim() !== '').length === 1).length;
	const isProse = 1 - (0.7 * prose) / rows.length;
	const score =
		(1 + 2 * known + 0.3 * named) * Math.log(1 + rows.length) * (columns.length > 1 ? 1 : 0.3) * isProse;
	return score * (OTHER_SHEET.test(sheet.name.trim()) ? 0.3 : 1) * (sheet.isHidden ? 0.1 : 1);
}

const OTHER_SHEET =
	/^(?:guidance|instructions?|read ?me|notes?|cover|contents?|index|about|help|lists?|look ?ups?|drop ?downs?|validation|options|codes?|pivot.*|summary|dashboard|charts?|totals?|archive.*|old.*|.*\bold\b|template|example|metadata|definitions?|change ?log|versions?)$/i;
