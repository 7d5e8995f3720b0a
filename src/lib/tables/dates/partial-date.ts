import type { DateBound, DatePrecision } from '../../domain/vocabulary.ts';

/** A date as finely as it is known. */
export interface PartialDate {
	/** ISO 8601: 2021-04-03, 2021-04 or 2021. */
	iso: string;
	precision: DatePrecision;
	/** Whether it was on that date or no later. */
	bound: DateBound;
}

/** Why a cell is no date, and what it may have been meant to be: the first proposal is the likeliest; '' is no date. */
export interface DateFault {
	/** The end of a sentence that begins with the cell: "is no day of the calendar". */
	why: string;
	proposals: string[];
}

/** Years that a date of a membership or a practice may have; others are slips of a pen or of a spreadsheet. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2100;

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days of a month; 0 for a month that is none. */
export function daysIn(year: number, month: number): number {
	if (month === 2 && !(year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0))) return 28;
	return DAYS[month - 1] ?? 0;
}

const two = (part: number): string => String(part).padStart(2, '0');

/**
 * A date of its parts, month and day where they are known.
 *
 * @returns the date, or why there is none
 */
export function dateOf(
	year: number,
	month: number | null = null,
	day: number | null = null,
	bound: DateBound = 'on'
): { date: PartialDate } | { fault: DateFault } {
	if (year === 1899 || (year === 1900 && (month ?? 1) === 1 && (day ?? 1) <= 1)) {
		return { fault: { why: 'is what a spreadsheet writes where it has no date', proposals: [''] } };
	}
	if (year < FIRST_YEAR || year > LAST_YEAR) {
		return { fault: { why: `has a year outside ${FIRST_YEAR} to ${LAST_YEAR}`, proposals: [] } };
	}
	if (month === null) return { date: { iso: String(year), precision: 'year', bound } };
	if (month < 1 || month > 12) return { fault: { why: 'has no such month', proposals: [String(year)] } };
	const iso = `${year}-${two(month)}`;
	if (day === null) return { date: { iso, precision: 'month', bound } };
	const last = daysIn(year, month);
	if (day < 1 || day > last) {
		const nearest = day > last && day <= 31 ? [`${iso}-${two(last)}`] : [];
		return { fault: { why: 'is no day of the calendar', proposals: [...nearest, iso] } };
	}
	return { date: { iso: `${iso}-${two(day)}`, precision: 'day', bound } };
}
