import type { DatePrecision } from '../../domain/vocabulary.ts';

/** What a cell's format makes of its number. */
export interface NumberFormat {
	/** Finest part of a date that is shown; 'time' for a time of day alone; `null` for no date. */
	date: DatePrecision | 'time' | null;
	/** Whether a time of day is shown beside the date. */
	hasTime: boolean;
	/** Writes a number that is no date as the sheet shows it. */
	write(value: number): string;
}

/** Formats that a workbook does not spell out. Source: ECMA-376 part 1, 18.8.30. */
const BUILT_IN: Record<number, string> = {
	0: 'General',
	1: '0',
	2: '0.00',
	3: '#,##0',
	4: '#,##0.00',
	9: '0%',
	10: '0.00%',
	14: 'dd/mm/yyyy',
	15: 'd-mmm-yy',
	16: 'd-mmm',
	17: 'mmm-yy',
	18: 'h:mm AM/PM',
	19: 'h:mm:ss AM/PM',
	20: 'h:mm',
	21: 'h:mm:ss',
	22: 'dd/mm/yyyy h:mm',
	37: '#,##0',
	38: '#,##0',
	39: '#,##0.00',
	40: '#,##0.00',
	45: 'mm:ss',
	46: '[h]:mm:ss',
	47: 'mm:ss.0',
	49: '@'
};

/**
 * The format of a number.
 *
 * @param id of the format
 * @param codes formats that the workbook spells out
 */
export function numberFormat(id: number, codes: ReadonlyMap<number, string>): NumberFormat {
	const code = codes.get(id) ?? BUILT_IN[id] ?? (isEastAsianDate(id) ? 'yyyy/mm/dd' : 'General');
	// Text in quotation marks, escaped signs, colours and conditions are no part of the pattern.
	const pattern = code
		.split(';')[0]!
		.replace(/"[^"]*"|\\.|_.|\*./g, '')
		.replace(/\[(?!h+\]|m+\]|s+\]|\$)[^\]]*\]/gi, '')
		.replace(/\[\$[^\]]*\]/g, '');
	const tokens = pattern.toLowerCase().replace(/am\/pm|a\/p/g, '');
	const isDate =
		pattern !== 'General' && /[dmyhs]/.test(tokens) && !/[0#?]/.test(tokens.replace(/s+\.0+/g, ''));
	if (isDate) return { ...dateParts(tokens), write: plainNumber };
	return { date: null, hasTime: false, write: writer(code, pattern) };
}

/** Dates of East Asian versions, which have numbers of their own. */
function isEastAsianDate(id: number): boolean {
	return (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
}

function dateParts(tokens: string): Pick<NumberFormat, 'date' | 'hasTime'> {
	const hasTime = /[hs]/.test(tokens);
	// "m" beside hours or seconds is minutes.
	const months = tokens.replace(/h+[^a-z]*m+|m+[^a-z]*s+/g, '');
	if (tokens.includes('d')) return { date: 'day', hasTime };
	if (months.includes('m') && months.includes('y')) return { date: 'month', hasTime: false };
	if (tokens.includes('y')) return { date: 'year', hasTime: false };
	return { date: hasTime ? 'time' : 'month', hasTime };
}

function writer(code: string, pattern: string): (value: number) => string {
	const digits = /[#0?][#0?,]*(?:\.[0#?]+)?/.exec(pattern);
	if (digits === null || pattern === 'General' || pattern.includes('/') || /e\+/i.test(pattern))
		return plainNumber;
	const [whole = '', decimals = ''] = digits[0].split('.');
	const isPercent = pattern.includes('%');
	const least = whole.replace(/[^0]/g, '').length;
	const grouped = whole.includes(',') && !whole.endsWith(',');
	const money = /[£$€]/.exec(code)?.[0] ?? '';
	return (value) => {
		const scaled = Math.abs(value) * (isPercent ? 100 : 1);
		const places = decimals.replace(/[^0#?]/g, '').length;
		const [left = '0', right = ''] = scaled.toFixed(Math.min(places, 20)).split('.');
		const shown = decimals.includes('#') ? right.replace(/0+$/, '') : right;
		const padded = left.padStart(least, '0');
		const parted = grouped ? padded.replace(/\B(?=(\d{3})+$)/g, ',') : padded;
		const sign = value < 0 && /[1-9]/.test(left + right) ? '-' : '';
		return `${sign}${money}${parted}${shown === '' ? '' : `.${shown}`}${isPercent ? '%' : ''}`;
	};
}

/** A number as it is stored, without the tail of digits that binary fractions leave. */
export function plainNumber(value: number): string {
	return String(Number(value.toPrecision(15)));
}
