import type { Epoch } from './dates/serial-day.ts';

/** Cells that are one cell on the sheet, rows and columns from 0, ends included. */
export interface Merge {
	top: number;
	left: number;
	bottom: number;
	right: number;
}

/** A sheet as it stands, before a table is found in it. A text file is one sheet. */
export interface Sheet {
	/** '' for a text file. */
	name: string;
	isHidden: boolean;
	/** Row 1 first; rows may be shorter than others, and blank. */
	grid: string[][];
	merges: Merge[];
	/** Rows as the spreadsheet numbers them, and columns from 0, that the sheet does not show. */
	hiddenRows: number[];
	hiddenColumns: number[];
	/** Cells that hold a date and no text; ask by `isDateCell`. */
	dateCells: ReadonlySet<number> & { add(cell: number): unknown };
	/** How its days are counted; a text file counts them from 1900. */
	epoch: Epoch;
	notes: string[];
}

/** Most letters of a cell: what a spreadsheet's cell holds. */
export const LONGEST_CELL = 32_767;
/** Most rows and columns of one table. */
export const MOST_ROWS = 50_000;
export const MOST_COLUMNS = 200;
