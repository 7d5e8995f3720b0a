/** What stands between whole and broken parts of a number. */
export type DecimalSign = '.' | ',';

/** A number as a cell has it, with the sign that says what it is of. */
export interface CellNumber {
	value: number;
	/** "%" for per cent, a currency, or nothing. The value is as written: 12 % is 12. */
	unit: '' | '%' | '£' | '$' | '€';
}

const POINT = /^(?:\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?:[ '’]\d{3})+)(?:\.\d*)?$|^\.\d+$/;
const COMMA = /^(?:\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:[ '’]\d{3})+)(?:,\d*)?$|^,\d+$/;
const EXPONENT = /^[+-]?(?:\d+\.?\d*|\.\d+)e[+-]?\d{1,3}$/i;
/** A publisher's mark beside a figure: provisional, revised, estimated. */
const REMARK = /\s*\[[a-z]{1,3}\]$/i;
/** Most digits that a cell of figures has; a longer row of digits is a number of something, such as a telephone. */
const MOST_LENGTH = 40;

/**
 * Reads a number as people and spreadsheets write them: with £, $, € or %, thousands parted by commas, spaces or
 * apostrophes, brackets or a long dash for minus.
 *
 * @param text of a cell, see `cellText`
 * @param decimal sign of the file, see `decimalSign`
 * @returns `null` where it is none, hexadecimal and infinity included
 */
export function parseNumber(text: string, decimal: DecimalSign = '.'): CellNumber | null {
	if (text === '' || text.length > MOST_LENGTH || !/\d/.test(text)) return null;
	if (EXPONENT.test(text)) return finite(Number(text), '');
	let rest = text.replace(REMARK, '').replace(/^[−–](?=[\d£$€.,])/, '-');
	let isNegative = false;
	const bracketed = /^\((.+)\)$/.exec(rest);
	if (bracketed !== null) [rest, isNegative] = [bracketed[1]!, true];
	const sign = /^([+-]?)\s*([£$€]?)\s*([+-]?)(.*?)\s*([%£$€]?)$/.exec(rest);
	if (sign === null) return null;
	const [, before = '', money = '', after = '', digits = '', end = ''] = sign;
	if ((before !== '' && after !== '') || (money !== '' && end !== '')) return null;
	if (isNegative && before + after !== '') return null;
	isNegative ||= before + after === '-';
	const unit = (money || end) as CellNumber['unit'];
	if (!(decimal === '.' ? POINT : COMMA).test(digits)) return null;
	const plain =
		decimal === '.' ? digits.replace(/[, '’]/g, '') : digits.replace(/[. '’]/g, '').replace(',', '.');
	return finite((isNegative ? -1 : 1) * Number(plain), unit);
}

function finite(value: number, unit: CellNumber['unit']): CellNumber | null {
	return Number.isFinite(value) ? { value: value === 0 ? 0 : value, unit } : null;
}

/**
 * Reads a whole number: digits only, or digits with parted thousands. Neither `0x10` nor `2e3` is one; `2001.0`, as
 * programs write years beside blanks, is.
 *
 * @returns `null` where it is none
 */
export function parseWhole(text: string, decimal: DecimalSign = '.'): number | null {
	if (/e/i.test(text)) return null;
	const number = parseNumber(text, decimal);
	return number !== null && number.unit === '' && Number.isInteger(number.value) ? number.value : null;
}

/** What a file's numbers say about its decimal sign. */
export interface DecimalEvidence {
	/** First cell that can only have a decimal point, and only a decimal comma; `null` where there is none. */
	point: string | null;
	comma: string | null;
	/** First cell such as "1,234", which may be either. */
	either: string | null;
}

const ONLY_POINT =
	/^[+-]?(?:\d*\.(?:\d{1,2}|\d{4,})|0\.\d+|\d{4,}\.\d+|\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,})%?$/;
const ONLY_COMMA =
	/^[+-]?(?:\d*,(?:\d{1,2}|\d{4,})|0,\d+|\d{4,},\d+|\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,})%?$/;
const EITHER = /^[+-]?\d{1,3},\d{3}%?$/;

/** Gathers what the cells of a file say about its decimal sign. */
export function decimalEvidence(cells: Iterable<string>): DecimalEvidence {
	const evidence: DecimalEvidence = { point: null, comma: null, either: null };
	for (const cell of cells) {
		if (cell.length > MOST_LENGTH || !/[.,]\d/.test(cell)) continue;
		const text = cell.replace(/^[£$€]\s*|\s*[£€%]$/g, '');
		if (evidence.point === null && ONLY_POINT.test(text)) evidence.point = cell;
		else if (evidence.comma === null && ONLY_COMMA.test(text)) evidence.comma = cell;
		else if (evidence.either === null && EITHER.test(text)) evidence.either = cell;
		if (evidence.point !== null && evidence.comma !== null) break;
	}
	return evidence;
}

/**
 * The decimal sign of a file: a comma where its numbers can be read in no other way throughout, or where they can be
 * read both ways and the file is parted by semicolons, as spreadsheets part it that write decimals with a comma.
 */
export function decimalSign({ point, comma, either }: DecimalEvidence, delimiter: string): DecimalSign {
	if (point !== null) return '.';
	if (comma !== null) return ',';
	return either !== null && delimiter === ';' ? ',' : '.';
}
