import { DomainError } from './errors.ts';
import type { DatePrecision } from './vocabulary.ts';

/**
 * A calendar day as the whole number of days since 1970-01-01 (UTC; negative before it), so that
 * dates compare, subtract and pack into typed arrays. Null stands for unknown wherever a day may be.
 */
export type Day = number;

/** What an `Int32Array` of days holds for "unknown or none", since it cannot hold null. */
export const NO_DAY = -0x80000000;

const MS_PER_DAY = 86_400_000;
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * Day of an ISO 8601 date.
 *
 * @param text `YYYY-MM-DD`
 * @returns the day, or null when the text is not a date of the calendar (2021-02-30 is not)
 */
export function parseDay(text: string): Day | null {
	const match = ISO_DATE.exec(text);
	if (match === null) return null;
	const [, year, month, day] = match.map(Number) as [number, number, number, number];
	const found = dayIn(year, month - 1, day);
	const instant = new Date(found * MS_PER_DAY);
	const isReal =
		instant.getUTCFullYear() === year && instant.getUTCMonth() === month - 1 && instant.getUTCDate() === day;
	return isReal ? found : null;
}

/**
 * ISO 8601 date (`YYYY-MM-DD`) of a day.
 *
 * @throws {DomainError} if the day is no whole number or outside the years 0 to 9999
 */
export function isoDay(day: Day): string {
	const text = Number.isInteger(day) ? new Date(day * MS_PER_DAY) : new Date(Number.NaN);
	const year = text.getUTCFullYear();
	if (!(year >= 0 && year <= 9999)) throw new DomainError(`a day must be a whole number of days, got ${day}`);
	return text.toISOString().slice(0, 10);
}

/** The day that holds the given instant, in UTC. */
export function dayOf(instant: Date): Day {
	return Math.floor(instant.getTime() / MS_PER_DAY);
}

/** A day from an `Int32Array`, with its sentinel turned back into null. */
export function dayOrNull(stored: number | undefined): Day | null {
	return stored === undefined || stored === NO_DAY ? null : stored;
}

/**
 * The same day some calendar months later; the last day of the month where that month is shorter.
 *
 * @param months whole months, negative for earlier
 */
export function addMonths(day: Day, months: number): Day {
	const from = new Date(day * MS_PER_DAY);
	const [year, month] = [from.getUTCFullYear(), from.getUTCMonth() + months];
	return Math.min(dayIn(year, month, from.getUTCDate()), dayIn(year, month + 1, 0));
}

/**
 * Last day that a date known only to its month or year may mean. A day stored for "May 2016" is
 * its first; the last is 31 May 2016.
 */
export function lastDayWithin(day: Day, precision: DatePrecision): Day {
	const date = new Date(day * MS_PER_DAY);
	switch (precision) {
		case 'day':
			return day;
		case 'month':
			return dayIn(date.getUTCFullYear(), date.getUTCMonth() + 1, 0);
		case 'year':
			return dayIn(date.getUTCFullYear(), 11, 31);
	}
}

/** Day of a date whose month (from 0) and day may run over. `Date.UTC` would take the years 0 to 99 for 1900 to 1999. */
function dayIn(year: number, month: number, day: number): Day {
	return Math.round(new Date(0).setUTCFullYear(year, month, day) / MS_PER_DAY);
}

const FORMATS: Record<DatePrecision, Intl.DateTimeFormat> = {
	day: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
	month: new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
	year: new Intl.DateTimeFormat('en-GB', { year: 'numeric', timeZone: 'UTC' })
};

/** A date in words, only as exact as it is known: "28 Jul 2020", "May 2016", "2012". */
export function formatDay(day: Day, precision: DatePrecision = 'day'): string {
	return FORMATS[precision].format(new Date(day * MS_PER_DAY));
}
