import { AnalysisError } from '../analysis-error.ts';

/** The days a date may mean, both included, counted from 1 January 1970. A full date means one day. */
export interface DayInterval {
	first: number;
	last: number;
}

const DAY_MS = 86_400_000;
const SHAPE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/**
 * Reads a date of any precision: `2019` is all of 2019, `2019-05` all of May, `2019-05-17` one day.
 *
 * @param text ISO 8601 year, month or day
 * @param what whose date it is, for the message
 * @throws {AnalysisError} naming `what` and the text, if it is no date
 */
export function dayInterval(text: string, what: string): DayInterval {
	const [, year, month, day] = SHAPE.exec(text) ?? [];
	const wrong = new AnalysisError(
		`${what} is "${text}", which is not a date such as 2019, 2019-05 or 2019-05-17`
	);
	if (year === undefined) throw wrong;
	const from = dayNumber(Number(year), Number(month ?? 1), Number(day ?? 1));
	if (from === null) throw wrong;
	if (day !== undefined) return { first: from, last: from };
	const after =
		month === undefined ? Date.UTC(Number(year) + 1, 0, 1) : Date.UTC(Number(year), Number(month), 1);
	return { first: from, last: after / DAY_MS - 1 };
}

function dayNumber(year: number, month: number, day: number): number | null {
	const date = new Date(Date.UTC(year, month - 1, day));
	const same =
		date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
	return same ? date.getTime() / DAY_MS : null;
}

/** Length of a period. */
export type PeriodUnit = 'year' | 'month';

/** Label of the period a day lies in: the year, or months since year 0 (12 × year + month - 1). */
export function periodOf(day: number, unit: PeriodUnit): number {
	const date = new Date(day * DAY_MS);
	return unit === 'year' ? date.getUTCFullYear() : date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** A period's label as a reader knows it: `2019` or `2019-05`. */
export function periodName(label: number, unit: PeriodUnit): string {
	if (unit === 'year') return String(label);
	return `${Math.floor(label / 12)}-${String((label % 12) + 1).padStart(2, '0')}`;
}
