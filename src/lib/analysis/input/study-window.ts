import { TableError, type Faults } from '../../tables/table-error.ts';
import type { Table } from '../../tables/table.ts';

/** First and last period, in the labels of the files. */
export interface PeriodRange {
	first: number;
	last: number;
}

/** First and last period that are studied; `null` where the file does not say. */
export interface StudyWindow {
	first: number | null;
	last: number | null;
}

/** Beyond this many periods a time is a slip of the pen rather than a long study. */
const MAX_PERIODS = 2000;

/**
 * The window of a study, as the columns observed_from and observed_until give it: one for all rows.
 *
 * @param faults gathers rows that differ from the first one, and a window that ends before it begins
 */
export function studyWindow(
	table: Table,
	from: readonly (number | null)[],
	until: readonly (number | null)[],
	faults: Faults
): StudyWindow {
	const first = oneOf(table, 'observed_from', from, faults);
	const last = oneOf(table, 'observed_until', until, faults);
	if (first !== null && last !== null && last < first) {
		faults.add(
			0,
			`${table.file}: observed_until is ${last}, before observed_from, which is ${first}; the study ends before it begins.`
		);
	}
	return { first, last };
}

function oneOf(
	table: Table,
	column: string,
	times: readonly (number | null)[],
	faults: Faults
): number | null {
	const at = times.findIndex((time) => time !== null);
	if (at < 0) return null;
	times.forEach((time, row) => {
		if (time === null || time === times[at]) return;
		const { number } = table.rows[row]!;
		faults.add(
			number,
			`${table.file} row ${number}: ${column} is ${time}, but ${times[at]} in row ${table.rows[at]!.number}; a study has one window.`
		);
	});
	return times[at]!;
}

/**
 * The periods from the first time to the last, or those of the window where there is one.
 *
 * @param times at least one
 * @throws {TableError} if they are absurdly many, or none lies on the studied side of a window open at one end
 */
export function rangeOf(
	file: string,
	times: readonly number[],
	window: StudyWindow = { first: null, last: null }
): PeriodRange {
	const ends = [...times, window.first, window.last].filter((time) => time !== null);
	const least = ends.reduce((a, b) => Math.min(a, b));
	const most = ends.reduce((a, b) => Math.max(a, b));
	if (most - least >= MAX_PERIODS) {
		throw new TableError(
			`The times in ${file} run from ${least} to ${most}, more than ${MAX_PERIODS} periods; use coarser periods, such as months or years.`
		);
	}
	const first = window.first ?? Math.min(least, window.last ?? least);
	const last = window.last ?? most;
	return { first, last };
}
