import { LONGEST_CELL } from '../sheet.ts';
import { TableError } from '../table-error.ts';
import { letters } from '../table.ts';
import type { Merge, Sheet } from '../sheet.ts';
import type { Epoch } from '../dates/serial-day.ts';
import { numberValue, unescapedText } from './cell-value.ts';
import type { NumberFormat } from './number-format.ts';
import type { XmlEvents } from './xml.ts';

/** What the cells of every sheet of a workbook are read by. */
export interface WorkbookParts {
	file: string;
	sharedStrings: readonly string[];
	/** Formats by the number of a cell's style. */
	formats: readonly NumberFormat[];
	epoch: Epoch;
}

/** Rows and columns that a sheet may have. */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;
/** A blank row, shared by all of them. */
const BLANK: string[] = [];

/**
 * Gathers the cells of a sheet from its XML: a formula's stored value, numbers as they are shown, dates as ISO 8601.
 *
 * @returns what to tell the XML to, and the sheet that it adds up to
 */
export function sheetReader(
	parts: WorkbookParts,
	name: string,
	isHidden: boolean
): { events: XmlEvents; sheet: Sheet } {
	const sheet: Sheet = {
		name,
		isHidden,
		grid: [],
		merges: [],
		hiddenRows: [],
		hiddenColumns: [],
		dateCells: new Set(),
		epoch: parts.epoch,
		notes: []
	};
	const unstored: string[] = [];
	let row = -1;
	let column = -1;
	let type = 'n';
	let style = 0;
	let value = '';
	let hasFormula = false;
	let inValue = false;
	let inPhonetic = false;

	const address = (): string => `${name}!${letters(column)}${row + 1}`;
	const open = (tag: string, attributes: Readonly<Record<string, string>>): void => {
		switch (tag) {
			case 'row':
				row = attributes['r'] === undefined ? row + 1 : Number(attributes['r']) - 1;
				column = -1;
				if (isTrue(attributes['hidden'])) sheet.hiddenRows.push(row + 1);
				break;
			case 'c':
				column = attributes['r'] === undefined ? column + 1 : columnOf(attributes['r']);
				type = attributes['t'] ?? 'n';
				style = Number(attributes['s'] ?? 0);
				value = '';
				hasFormula = false;
				break;
			case 'f':
				hasFormula = true;
				break;
			case 'v':
				inValue = true;
				break;
			case 't':
				inValue = !inPhonetic;
				break;
			case 'rPh':
				inPhonetic = true;
				break;
			case 'mergeCell': {
				const merge = mergeOf(attributes['ref'] ?? '');
				if (merge !== null) sheet.merges.push(merge);
				break;
			}
			case 'col':
				if (isTrue(attributes['hidden'])) addHidden(sheet.hiddenColumns, attributes);
				break;
		}
	};
	const close = (tag: string): void => {
		if (tag === 'v' || tag === 't') inValue = false;
		else if (tag === 'rPh') inPhonetic = false;
		else if (tag === 'c') store();
	};
	const store = (): void => {
		if (value === '') {
			if (hasFormula && type !== 'str') unstored.push(address());
			return;
		}
		if (!(row >= 0 && row < MOST_ROWS && column >= 0 && column < MOST_COLUMNS)) {
			throw new TableError(`${parts.file} is damaged: the sheet "${name}" has a cell without a place.`);
		}
		const { text, isDate } = shown(parts, type, style, value, address);
		if (text.length > LONGEST_CELL) {
			throw new TableError(
				`${parts.file}: the cell ${address()} holds ${text.length.toLocaleString('en-GB')} letters; no cell may hold more than 32,767.`
			);
		}
		if (text === '') return;
		const cells = (sheet.grid[row] ??= []);
		while (cells.length < column) cells.push('');
		cells[column] = text;
		if (isDate) sheet.dateCells.add(row * MOST_COLUMNS + column);
	};
	return {
		sheet,
		events: {
			open,
			close(tag) {
				close(tag);
				if (tag === 'worksheet') {
					for (let at = 0; at < sheet.grid.length; at += 1) sheet.grid[at] ??= BLANK;
					sheet.notes.push(...unstoredNote(unstored));
				}
			},
			text(text) {
				if (inValue) value += text;
			}
		}
	};
}

/** Whether a sheet holds a date, and no text, in a cell. */
export function isDateCell({ dateCells }: Sheet, row: number, column: number): boolean {
	return dateCells.has(row * MOST_COLUMNS + column);
}

function shown(
	{ file, sharedStrings, formats, epoch }: WorkbookParts,
	type: string,
	style: number,
	value: string,
	address: () => string
): { text: string; isDate: boolean } {
	if (type === 's') {
		const text = sharedStrings[Number(value)];
		if (text === undefined)
			throw new TableError(`${file} is damaged: the text of the cell ${address()} is missing.`);
		return { text, isDate: false };
	}
	if (type === 'inlineStr' || type === 'str' || type === 'e')
		return { text: unescapedText(value), isDate: false };
	if (type === 'b') return { text: value === '1' ? 'TRUE' : 'FALSE', isDate: false };
	if (type === 'd') return { text: value.slice(0, 10), isDate: true };
	const number = Number(value);
	const format = formats[style] ?? formats[0];
	if (!Number.isFinite(number) || format === undefined) return { text: value, isDate: false };
	return numberValue(number, format, epoch);
}

function unstoredNote(cells: readonly string[]): string[] {
	if (cells.length === 0) return [];
	const others = cells.length === 1 ? '' : ` and ${cells.length - 1} more`;
	return [
		`The formula in ${cells[0]}${others} has no stored value, so it counts as blank; open the workbook in a spreadsheet and save it, to have its value.`
	];
}

function isTrue(value: string | undefined): boolean {
	return value === '1' || value === 'true';
}

/** Column of an address such as "AB12", from 0. */
function columnOf(address: string): number {
	let column = 0;
	for (let at = 0; at < address.length; at += 1) {
		const code = address.charCodeAt(at) & 0xdf;
		if (code < 65 || code > 90) break;
		column = column * 26 + code - 64;
	}
	return column - 1;
}

function mergeOf(ref: string): Merge | null {
	const match = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/i.exec(ref);
	if (match === null) return null;
	const [, left = '', top, right = '', bottom] = match;
	return { top: Number(top) - 1, left: columnOf(left), bottom: Number(bottom) - 1, right: columnOf(right) };
}

function addHidden(columns: number[], { min = '1', max = '1' }: Readonly<Record<string, string>>): void {
	const last = Math.min(Number(max), Number(min) + 1000, MOST_COLUMNS);
	for (let column = Number(min); column <= last; column += 1) columns.push(column - 1);
}
