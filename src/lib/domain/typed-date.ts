import { formatDay, isoDay, parseDay } from './day.ts';
import type { Day } from './day.ts';
import type { DatePrecision } from './vocabulary.ts';

/** A date as somebody typed it: its first day, and how exactly it was given. */
export interface TypedDate {
	/** First day that the date may mean. */
	day: Day;
	precision: DatePrecision;
}

/** What to say when a date cannot be read. */
export const DATE_EXAMPLES = 'Enter a date like 2016, May 2016 or 3 May 2016.';

const MONTHS = [
	'january',
	'february',
	'march',
	'april',
	'may',
	'june',
	'july',
	'august',
	'september',
	'october',
	'november',
	'december'
];

const YEAR = /^(\d{4})$/;
const YEAR_MONTH = /^(\d{4})-(\d{1,2})$/;
const MONTH_YEAR = /^(\d{1,2})[/.-](\d{4})$/;
const NAMED_MONTH = /^([a-z]+)\.? (\d{4})$/;
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const BRITISH = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const NAMED_DAY = /^(\d{1,2})(?:st|nd|rd|th)? (?:of )?([a-z]+)\.? (\d{4})$/;
const NAMED_DAY_AMERICAN = /^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)? (\d{4})$/;

/**
 * Reads one date as a person types it: a year, a month and year, or a day. Numbers are read in British order,
 * day before month. A year has four figures, so that "03/04/21" is asked for again rather than guessed.
 *
 * @returns the date, or null when the text is no date of the calendar (30 February 2021 is not)
 */
export function parseTypedDate(text: string): TypedDate | null {
	const plain = text.normalize('NFKC').toLowerCase().replace(/,/g, ' ').replace(/\s+/g, ' ').trim();
	const match = (form: RegExp): string[] | null => form.exec(plain)?.slice(1) ?? null;

	const year = match(YEAR);
	if (year !== null) return typed(year[0]!, 1, 1, 'year');
	const yearMonth = match(YEAR_MONTH);
	if (yearMonth !== null) return typed(yearMonth[0]!, Number(yearMonth[1]), 1, 'month');
	const monthYear = match(MONTH_YEAR);
	if (monthYear !== null) return typed(monthYear[1]!, Number(monthYear[0]), 1, 'month');
	const named = match(NAMED_MONTH);
	if (named !== null) return typed(named[1]!, monthOf(named[0]!), 1, 'month');
	const iso = match(ISO);
	if (iso !== null) return typed(iso[0]!, Number(iso[1]), Number(iso[2]), 'day');
	const british = match(BRITISH);
	if (british !== null) return typed(british[2]!, Number(british[1]), Number(british[0]), 'day');
	const day = match(NAMED_DAY);
	if (day !== null) return typed(day[2]!, monthOf(day[1]!), Number(day[0]), 'day');
	const american = match(NAMED_DAY_AMERICAN);
	if (american !== null) return typed(american[2]!, monthOf(american[0]!), Number(american[1]), 'day');
	return null;
}

/** A date as its box shows it, so that what is shown is read back as the same: "3 May 2016", "May 2016", "2016". */
export function typedDateText(day: Day | null, precision: DatePrecision): string {
	return day === null ? '' : formatDay(day, precision);
}

/** Number of a month from its name or the first three letters or more of it; null for another word. */
function monthOf(word: string): number | null {
	const at = word.length < 3 ? -1 : MONTHS.findIndex((month) => month.startsWith(word));
	return at === -1 ? null : at + 1;
}

function typed(year: string, month: number | null, day: number, precision: DatePrecision): TypedDate | null {
	if (month === null || Number(year) < 1000) return null;
	const padded = (number: number): string => String(number).padStart(2, '0');
	const found = parseDay(`${year}-${padded(month)}-${padded(day)}`);
	return found === null ? null : { day: found, precision };
}

/** ISO date of a typed date, as a record's column takes it; null for none. */
export function typedDateColumn(date: TypedDate | null): string | null {
	return date === null ? null : isoDay(date.day);
}
