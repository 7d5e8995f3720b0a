import { cellKind, kindOfMost } from './cell-kind.ts';
import { cellText } from './text.ts';

/** Rows that hold the headings, from 0: one, or two of which the upper one names groups; none where there are none. */
export type HeadingRows = readonly number[];

/** Whether a text is a heading that is known, such as "Email" or "Date joined". */
export type KnowsHeading = (text: string) => boolean;

/** Filled rows in which headings are looked for, and rows below them that are looked at. */
const WITHIN = 20;
const BELOW = 30;
/** Longest that a heading is. */
const LONGEST = 80;

/**
 * Finds the headings of a table: the row, under titles and guidance, whose cells are words, as many as the columns below,
 * each once, unlike what stands below them, and headings that are known.
 *
 * @param grid cells as composed text, merged cells spread
 */
export function findHeadings(grid: readonly (readonly string[])[], knows: KnowsHeading): HeadingRows {
	const filled: number[] = [];
	for (let row = 0; row < grid.length && filled.length < WITHIN; row += 1) {
		if (grid[row]!.some((cell) => cell !== '')) filled.push(row);
	}
	let best = { row: -1, score: -Infinity };
	filled.forEach((row, nth) => {
		const score = scoreOf(grid, row, knows) - 0.06 * nth;
		if (score > best.score) best = { row, score };
	});
	if (best.row < 0 || !isHeading(grid, best.row, knows)) return [];
	const above = filled[filled.indexOf(best.row) - 1];
	if (above === best.row - 1 && isPair(grid, above, best.row, knows)) return [above, best.row];
	if (isPair(grid, best.row, best.row + 1, knows)) return [best.row, best.row + 1];
	return [best.row];
}

/** Joins two rows of headings: "Contact" over "Email" is "Contact / Email". */
export function joinedHeadings(grid: readonly (readonly string[])[], rows: HeadingRows): string[] {
	const [first, second] = rows;
	if (first === undefined) return [];
	const lower = grid[second ?? first]!;
	if (second === undefined) return lower.map((cell) => oneLine(cell));
	const upper = grid[first]!;
	const headings: string[] = [];
	let group = '';
	for (let column = 0; column < Math.max(upper.length, lower.length); column += 1) {
		const [own, below] = [upper[column] ?? '', lower[column] ?? ''];
		if (own !== '') group = own;
		else if (below === '') group = '';
		headings.push(
			oneLine(below === '' || below === group ? group : group === '' ? below : `${group} / ${below}`)
		);
	}
	return headings;
}

function oneLine(text: string): string {
	return text.replace(/\s*[\r\n]+\s*/g, ' ');
}

function filledCells(row: readonly string[] | undefined): string[] {
	return (row ?? []).filter((cell) => cell !== '');
}

/** Words of a heading, and no value. */
function isWord(text: string): boolean {
	if (text.length > LONGEST || !/\p{L}/u.test(text)) return false;
	const kind = cellKind(text);
	return kind === 'text' || kind === 'long text' || (kind === 'blank' && text.length > 1);
}

function isHeading(grid: readonly (readonly string[])[], row: number, knows: KnowsHeading): boolean {
	const cells = filledCells(grid[row]);
	const words = cells.filter(isWord).length;
	return words >= 0.6 * cells.length || cells.filter(knows).length >= 0.4 * cells.length;
}

function scoreOf(grid: readonly (readonly string[])[], row: number, knows: KnowsHeading): number {
	const cells = filledCells(grid[row]);
	const distinct = new Set(cells).size;
	const columns = columnsBelow(grid, row);
	const width = Math.max(columns.length, 1);
	// A title, alone in its row or spread over it, is one cell.
	const size = distinct === 1 ? 1 : cells.length;
	const known = cells.filter(knows).length / Math.max(size, width);
	const filled = Math.min(1, size / width);
	const words = cells.filter(isWord).length / cells.length;
	const unlike =
		columns.filter((column) => isUnlike(grid[row]![column] ?? '', below(grid, row, column))).length / width;
	return 3 * known + 2 * filled + 1.5 * words + distinct / cells.length + 1.5 * unlike;
}

function below(grid: readonly (readonly string[])[], row: number, column: number): string[] {
	const cells: string[] = [];
	for (let at = row + 1; at < grid.length && cells.length < BELOW; at += 1) {
		const cell = grid[at]![column] ?? '';
		if (cell !== '') cells.push(cell);
	}
	return cells;
}

/** Columns that most rows below fill. */
function columnsBelow(grid: readonly (readonly string[])[], row: number): number[] {
	const counts: number[] = [];
	let rows = 0;
	for (let at = row + 1; at < grid.length && rows < BELOW; at += 1) {
		const cells = grid[at]!;
		if (!cells.some((cell) => cell !== '')) continue;
		rows += 1;
		cells.forEach((cell, column) => {
			if (cell !== '') counts[column] = (counts[column] ?? 0) + 1;
		});
	}
	return [...counts.keys()].filter((column) => (counts[column] ?? 0) >= Math.max(1, 0.2 * rows));
}

/** Whether a heading is of another kind than the values below it, or at least none of them. */
function isUnlike(heading: string, values: readonly string[]): boolean {
	if (heading === '' || values.length === 0) return false;
	const kind = kindOfMost(values);
	if (kind !== null && kind !== 'text' && kind !== 'long text') return isWord(heading);
	return false;
}

/** Whether an upper row names groups of the columns that a lower one names. */
function isPair(
	grid: readonly (readonly string[])[],
	upper: number,
	lower: number,
	knows: KnowsHeading
): boolean {
	const [above, under] = [grid[upper], grid[lower]];
	if (above === undefined || under === undefined || !isHeading(grid, upper, knows)) return false;
	const [groups, names] = [filledCells(above), filledCells(under)];
	if (names.length < 2 || !names.every(isWord) || !isHeading(grid, lower, knows)) return false;
	if (new Set(groups).size === 1 && (above[0] ?? '') !== '') return false;
	const width = Math.max(above.length, under.length);
	let grouped = 0;
	let alone = 0;
	let plain = 0;
	for (let column = 0; column < width; column += 1) {
		const [own, name] = [above[column] ?? '', under[column] ?? ''];
		const next = above[column + 1] ?? '';
		const isStart = own !== '' && name !== '' && column + 1 < width;
		const opens = next === '' && (under[column + 1] ?? '') !== '';
		// A group: its name stands over several columns, or over the first of several.
		if (isStart && (opens || (next === own && name !== (under[column + 1] ?? '')))) grouped += 1;
		else if (own !== '' && (name === '' || name === own)) alone += 1;
		else if (own !== '' && name !== '' && own !== (above[column - 1] ?? '')) plain += 1;
	}
	// Where a lower row fills what the upper one fills, it is the first row of values.
	return grouped > 0 && plain === 0 && grouped + alone > 0 && isUnlikeData(grid, lower);
}

/** Whether a row differs from the rows below it, as headings do and one more row of values does not. */
function isUnlikeData(grid: readonly (readonly string[])[], row: number): boolean {
	const columns = columnsBelow(grid, row).filter((column) => (grid[row]![column] ?? '') !== '');
	const repeated = columns.filter((column) => below(grid, row, column).includes(grid[row]![column]!)).length;
	return repeated === 0;
}

/** A grid of composed text; see `cellText`. */
export function composed(grid: readonly (readonly string[])[]): string[][] {
	return grid.map((row) => row.map(cellText));
}
