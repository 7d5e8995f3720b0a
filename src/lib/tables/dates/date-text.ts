import type { DateBound } from '../../domain/vocabulary.ts';
import { isNoFigure } from '../text.ts';
import { dateOf, type DateFault, type PartialDate } from './partial-date.ts';

/** What a cell may be among dates, before the order of day and month in its column is known. */
export type DateReading =
	| { kind: 'blank' }
	/** Nothing that looks like a date. */
	| { kind: 'none' }
	| { kind: 'date'; date: PartialDate }
	| { kind: 'fault'; fault: DateFault }
	/** Two numbers and a year: which of them is the day, the column decides. */
	| { kind: 'ordered'; first: number; second: number; year: number; bound: DateBound }
	/** Year and two digits, as "2011-12": a month, or a year that began in April. */
	| { kind: 'year and two'; year: number; two: number; bound: DateBound }
	/** Days counted from 1900 or 1904, as spreadsheets do. */
	| { kind: 'serial'; days: number };

const MONTHS = [
	'january jan ionawr',
	'february feb chwefror',
	'march mar mawrth',
	'april apr ebrill',
	'may mai',
	'june jun mehefin',
	'july jul gorffennaf',
	'august aug awst',
	'september sep sept medi',
	'october oct hydref',
	'november nov tachwedd',
	'december dec rhagfyr'
].map((names) => names.split(' '));

const MONTH_OF = new Map(MONTHS.flatMap((names, at) => names.map((name) => [name, at + 1] as const)));
const MONTH = `(${[...MONTH_OF.keys()].sort((a, b) => b.length - a.length).join('|')})\\.?`;
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = "(\\d{4}|['’]?\\d{2})";
const GAP = '[\\s,./-]*(?:of\\s+)?';

const TIME =
	/[t\s]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:am|pm)?\s*(?:z|utc|gmt|bst|[+-]\d{2}:?\d{2})?$/i;
const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[,.]?\s+/i;
const ABOUT =
	/^(?:c\.?|ca\.?|circa|about|around|approx(?:\.|imately)?|early|mid|late)[\s-]*(?=[\da-z])|\s*(?:\?|\(?approx\.?\)?)$/gi;
const SINCE = /^(?:since|from|as of|as at|started|start|joined|began|in|on|w\/?e)[:\s]+/i;
const BY = /^(?:by|no later than|on or before)\s+/i;
const BEFORE = /^(?:before|pre|prior to)[\s-]+/i;

const NUMERIC = /^(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{4}|['’]?\d{2})$/;
const YEAR_FIRST = /^(\d{4})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})$/;
const MONTH_YEAR = /^(\d{1,2})\s*[/.-]\s*(\d{4})$/;
const YEAR_TWO = /^(\d{4})\s*([/–-])\s*(\d{2})$/;
const YEARS = /^(\d{4})\s*[/–-]\s*(\d{4})$/;
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;
const SERIAL = /^\d{5}(?:\.\d+)?$/;
const QUARTER =
	/^(?:q[1-4]|spring|summer|autumn|winter|h[12])[\s,-]*((?:19|20)\d{2})$|^((?:19|20)\d{2})[\s,-]*(?:q[1-4]|h[12])$/i;

const DAY_MONTH_YEAR = new RegExp(`^${DAY}${GAP}${MONTH}${GAP}${YEAR}$`, 'i');
const MONTH_DAY_YEAR = new RegExp(`^${MONTH}${GAP}${DAY}[\\s,./-]+${YEAR}$`, 'i');
const YEAR_MONTH_DAY = new RegExp(`^(\\d{4})${GAP}${MONTH}${GAP}${DAY}$`, 'i');
const MONTH_YEAR_WORD = new RegExp(`^${MONTH}${GAP}${YEAR}$`, 'i');
const YEAR_MONTH_WORD = new RegExp(`^(\\d{4})${GAP}${MONTH}$`, 'i');
const DAY_MONTH = new RegExp(`^(?:${DAY}${GAP}${MONTH}|${MONTH}${GAP}${DAY})$`, 'i');

/** First and last number of days that is taken for a date: the years 1950 to 2099 of the count from 1900. */
const SERIALS = { first: 18_264, last: 73_050 };

/**
 * Reads one cell as a date, as far as it can be read alone: British and ISO forms, months in words (English and Welsh),
 * month or year alone, "since 2016", days as a spreadsheet counts them.
 *
 * @param text of the cell, see `cellText`
 */
export function readDateText(text: string): DateReading {
	if (isNoFigure(text)) return { kind: 'blank' };
	if (text.length > 40 || !/\d/.test(text)) return { kind: 'none' };
	let rest = text.replace(WEEKDAY, '').replace(TIME, '').trim();
	let bound: DateBound = 'on';
	let years = 0;
	if (BY.test(rest)) [rest, bound] = [rest.replace(BY, ''), 'by'];
	else if (BEFORE.test(rest)) [rest, bound, years] = [rest.replace(BEFORE, ''), 'by', -1];
	else rest = rest.replace(SINCE, '').replace(ABOUT, '');
	const reading = readForm(rest.trim(), bound);
	// "Before 2016" is by the end of 2015; before a day or a month is not worth a day.
	if (years !== 0 && reading.kind === 'date' && reading.date.precision === 'year') {
		return known(Number(reading.date.iso) + years, null, null, bound);
	}
	return reading;
}

function readForm(text: string, bound: DateBound): DateReading {
	const numbers = numericForm(text, bound);
	if (numbers !== null) return numbers;
	let match = DAY_MONTH_YEAR.exec(text);
	if (match !== null) return known(yearOf(match[3]!), monthOf(match[2]!), Number(match[1]), bound);
	match = MONTH_DAY_YEAR.exec(text);
	if (match !== null) return known(yearOf(match[3]!), monthOf(match[1]!), Number(match[2]), bound);
	match = YEAR_MONTH_DAY.exec(text);
	if (match !== null) return known(Number(match[1]), monthOf(match[2]!), Number(match[3]), bound);
	match = MONTH_YEAR_WORD.exec(text);
	if (match !== null) return known(yearOf(match[2]!), monthOf(match[1]!), null, bound);
	match = YEAR_MONTH_WORD.exec(text);
	if (match !== null) return known(Number(match[1]), monthOf(match[2]!), null, bound);
	if (DAY_MONTH.test(text)) return { kind: 'fault', fault: { why: 'has no year', proposals: [] } };
	match = QUARTER.exec(text);
	if (match !== null) {
		const year = match[1] ?? match[2]!;
		return { kind: 'fault', fault: { why: 'names no month or day', proposals: [year] } };
	}
	return { kind: 'none' };
}

function numericForm(text: string, bound: DateBound): DateReading | null {
	if (!/^['’\d]/.test(text)) return null;
	let match = YEAR_FIRST.exec(text);
	if (match !== null) return yearFirst(Number(match[1]), Number(match[2]), Number(match[3]), bound);
	match = NUMERIC.exec(text);
	if (match !== null)
		return {
			kind: 'ordered',
			first: Number(match[1]),
			second: Number(match[2]),
			year: yearOf(match[3]!),
			bound
		};
	match = MONTH_YEAR.exec(text);
	if (match !== null) return known(Number(match[2]), Number(match[1]), null, bound);
	match = YEAR_TWO.exec(text);
	if (match !== null) {
		const [year, two] = [Number(match[1]), Number(match[3])];
		if (match[2] === '-' && two >= 1 && two <= 12) return { kind: 'year and two', year, two, bound };
		return { kind: 'fault', fault: twoYears(year) };
	}
	match = YEARS.exec(text);
	if (match !== null) return { kind: 'fault', fault: twoYears(Number(match[1])) };
	match = COMPACT.exec(text);
	if (match !== null) {
		const found = dateOf(Number(match[1]), Number(match[2]), Number(match[3]), bound);
		return 'date' in found ? { kind: 'date', date: found.date } : { kind: 'none' };
	}
	if (SERIAL.test(text)) {
		const days = Number(text);
		return days >= SERIALS.first && days <= SERIALS.last ? { kind: 'serial', days } : { kind: 'none' };
	}
	return /^\d{4}$/.test(text) ? known(Number(text), null, null, bound) : null;
}

/** ISO and its like; a day before the month is proposed the other way about, never taken so. */
function yearFirst(year: number, month: number, day: number, bound: DateBound): DateReading {
	const reading = known(year, month, day, bound);
	if (reading.kind !== 'fault' || month <= 12) return reading;
	const turned = dateOf(year, day, month, bound);
	if (!('date' in turned)) return reading;
	return { kind: 'fault', fault: { ...reading.fault, proposals: [turned.date.iso, String(year)] } };
}

/** A year that runs over two, such as "2016/17": it names no month. */
export function twoYears(year: number): DateFault {
	return {
		why: 'is a year that runs from one into the next, and names no month',
		proposals: [`${year}-04`, String(year)]
	};
}

function known(year: number, month: number | null, day: number | null, bound: DateBound): DateReading {
	const found = dateOf(year, month, day, bound);
	return 'date' in found ? { kind: 'date', date: found.date } : { kind: 'fault', fault: found.fault };
}

function monthOf(name: string): number {
	return MONTH_OF.get(name.toLowerCase())!;
}

/** Years of two digits are of this century up to 49, of the last one from 50. */
function yearOf(text: string): number {
	const year = Number(text.replace(/['’]/, ''));
	if (text.length === 4) return year;
	return year < 50 ? 2000 + year : 1900 + year;
}
