import { parseNumber, parseWhole, type CellNumber } from './number.ts';
import { Faults } from './table-error.ts';
import type { Table } from './table.ts';
import { headingKey, isNoFigure } from './text.ts';

/** What the cells of a column of figures may be. */
export interface NumberRule {
	/** Whole numbers only. */
	whole?: boolean;
	/** Smallest figure allowed. */
	atLeast?: number;
	/** Whether a blank, or a sign for no figure, is a fault. */
	isNeeded?: boolean;
}

/**
 * The figures of a column, one a row; `null` where a cell is blank or says that there is none (see `isNoFigure`).
 *
 * @param faults gathers each cell that is no such figure, by row and as it stands
 */
export function readNumbers(
	table: Table,
	column: string,
	rule: NumberRule,
	faults: Faults
): (number | null)[] {
	const wanted = `${rule.whole ? 'a whole number' : 'a number'}${rule.atLeast === undefined ? '' : ` of at least ${rule.atLeast}`}`;
	const units = new Map<CellNumber['unit'], { number: number; text: string }>();
	const values = table.rows.map(({ number, cells }) => {
		const text = cells[column] ?? '';
		if (isNoFigure(text)) {
			if (rule.isNeeded) faults.add(number, `${table.file} row ${number} has no ${column}.`);
			return null;
		}
		const found = rule.whole
			? { value: parseWhole(text, table.decimal), unit: '' as const }
			: (parseNumber(text, table.decimal) ?? { value: null, unit: '' as const });
		if (found.value === null || (rule.atLeast !== undefined && found.value < rule.atLeast)) {
			faults.add(number, `${table.file} row ${number}: ${column} is "${text}", which is not ${wanted}.`);
			return null;
		}
		if (!units.has(found.unit)) units.set(found.unit, { number, text });
		return found.value;
	});
	const mixed = mixedUnits(units);
	if (mixed !== null) {
		const [first, second] = mixed;
		faults.add(
			second.number,
			`${table.file} row ${second.number}: ${column} is "${second.text}", but "${first.text}" in row ${first.number}; write the column in one way.`
		);
	}
	return values;
}

/** Cells of which one is per cent and another is not, or of two currencies: their figures cannot be compared. */
function mixedUnits<Cell extends { number: number }>(
	units: ReadonlyMap<CellNumber['unit'], Cell>
): [Cell, Cell] | null {
	// A figure without a sign may stand among pounds, but not among per cents.
	const told = [...units].filter(([unit]) => unit !== '' || units.has('%')).map(([, cell]) => cell);
	const [first, second] = told.sort((a, b) => a.number - b.number);
	return first !== undefined && second !== undefined ? [first, second] : null;
}

/**
 * The one answer a row of a column of labels; `null` where it is blank or says that there is none.
 */
export function readLabels(table: Table, column: string): (string | null)[] {
	return table.rows.map(({ cells }) => {
		const text = cells[column] ?? '';
		return isNoFigure(text) ? null : text;
	});
}

/** A column that holds figures, and why it is none to compare or measure by where it is none. */
export interface FigureColumn {
	column: string;
	/** `null` where the figures say what a place is like. */
	passedOver: 'coordinate' | 'running number' | null;
}

const COORDINATES = new Set(
	'x y lon long lng longitude lat latitude easting eastings northing northings bng_e bng_n x_coordinate y_coordinate centroid_x centroid_y'.split(
		' '
	)
);
/** Headings of numbers that name a row and say nothing of it. */
const ROW_NUMBER =
	/(?:^|_)(?:id|fid|oid|objectid|rowid|no|nr|num|number|rank|index|row|seq|sequence|code|key|ref)$|^#$/;
/** From this many rows on, figures that rise by one from row to row are numbers of the rows whatever they are called. */
const LONG_RUN = 10;

/**
 * Columns that hold figures: at least half of the cells that are not blank are numbers. A text among them is then a
 * mistake to report, not a reason to drop the column in silence.
 *
 * @param columns to look at, such as all but the first
 */
export function figureColumns(table: Table, columns: readonly string[]): FigureColumn[] {
	return columns.flatMap((column) => {
		const filled = table.rows.map(({ cells }) => cells[column] ?? '').filter((cell) => !isNoFigure(cell));
		const numbers = filled.flatMap((cell) => parseNumber(cell, table.decimal)?.value ?? []);
		if (numbers.length === 0 || 2 * numbers.length < filled.length) return [];
		return [{ column, passedOver: passedOver(column, numbers, filled.length) }];
	});
}

function passedOver(column: string, numbers: readonly number[], filled: number): FigureColumn['passedOver'] {
	const key = headingKey(column);
	if (COORDINATES.has(key)) return 'coordinate';
	const areWhole = numbers.length === filled && numbers.every(Number.isInteger);
	const isName = ROW_NUMBER.test(key) && areWhole && new Set(numbers).size === numbers.length;
	const runs =
		areWhole &&
		numbers.length >= LONG_RUN &&
		numbers.every((value, at) => at === 0 || value === numbers[at - 1]! + 1);
	return isName || runs ? 'running number' : null;
}

/** What was passed over, in one sentence that says how to have it all the same; `null` where nothing was. */
export function passedOverSentence(columns: readonly FigureColumn[], option: string): string | null {
	const listed = columns.filter((entry) => entry.passedOver !== null);
	if (listed.length === 0) return null;
	const names = listed.map(({ column, passedOver: why }) => `${column} (${why})`).join(', ');
	return `Not used as figures: ${names}; name them with ${option} to use them.`;
}
