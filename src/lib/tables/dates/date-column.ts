import type { DateBound } from '../../domain/vocabulary.ts';
import { readDateText, twoYears, type DateReading } from './date-text.ts';
import { dateOf, type DateFault, type PartialDate } from './partial-date.ts';
import { serialDay, type Epoch } from './serial-day.ts';

/** Which of two numbers beside a year is the day. */
export type DateOrder = 'day first' | 'month first';

/** What came of a cell of a column of dates: a date, a fault, or neither where the cell is blank. */
export interface DateCell {
	date: PartialDate | null;
	fault: DateFault | null;
}

/** A column of dates. */
export interface DateColumn {
	/** `null` where no cell needs it. */
	order: DateOrder | null;
	/** Whether the order is a guess to be asked about: no cell, or cells of both orders, tell it. */
	isAsked: boolean;
	/** What told the order, in a sentence. */
	reason: string;
	cells: DateCell[];
}

/** What is known of a column beside its cells. */
export interface DateHint {
	/** Order of the other columns of dates of the table, or one that somebody chose. */
	order?: DateOrder | null;
	epoch?: Epoch;
	/** Cells that the sheet holds as dates, and not as text: its own reading of what was typed. */
	isDateCell?: (row: number) => boolean;
}

type Ordered = Extract<DateReading, { kind: 'ordered' }>;

/**
 * Reads a column of dates. The order of day and month is decided for the column, never row by row: one number above 12
 * settles it; where none does, it is that of the other columns, or British, and asked. What the order does not allow is a
 * fault with proposals, and never read in another one.
 *
 * @param texts of the cells, see `cellText`
 */
export function readDateColumn(texts: readonly string[], hint: DateHint = {}): DateColumn {
	const readings = texts.map(readDateText);
	const ordered = readings.filter((reading) => reading.kind === 'ordered');
	const { order, isAsked, reason, isTorn } = decided(ordered, hint.order ?? null);
	const areYears = areFinancialYears(readings);
	const turned = turnedByTheSheet(readings, hint);
	const cells = readings.map((reading, row): DateCell => {
		switch (reading.kind) {
			case 'blank':
				return { date: null, fault: null };
			case 'none':
				return { date: null, fault: { why: 'is no date', proposals: [] } };
			case 'fault':
				return { date: null, fault: reading.fault };
			case 'date':
				return turned && hint.isDateCell?.(row) === true
					? turnedCell(reading.date)
					: { date: reading.date, fault: null };
			case 'serial':
				return serialCell(reading.days, hint.epoch ?? 1900);
			case 'year and two':
				return areYears
					? { date: null, fault: twoYears(reading.year) }
					: cellOf(reading.year, reading.two, null, reading.bound);
			case 'ordered':
				return orderedCell(reading, order ?? 'day first', isTorn);
		}
	});
	return {
		order: ordered.length === 0 ? null : order,
		isAsked,
		reason: turned
			? 'The sheet holds dates up to the 12th as dates and later ones as text: it read day and month the other way about.'
			: reason,
		cells
	};
}

interface Decision {
	order: DateOrder | null;
	isAsked: boolean;
	reason: string;
	/** Whether cells of both orders stand in the column, so that those that may be either are in doubt. */
	isTorn: boolean;
}

function decided(ordered: readonly Ordered[], hint: DateOrder | null): Decision {
	if (ordered.length === 0)
		return { order: null, isAsked: false, reason: 'Every date says which part is the day.', isTorn: false };
	const dayFirst = ordered.filter(({ first, second }) => first > 12 && second <= 12).length;
	const monthFirst = ordered.filter(({ first, second }) => second > 12 && first <= 12).length;
	if (dayFirst > 0 && monthFirst > 0) {
		return {
			order: monthFirst > dayFirst ? 'month first' : 'day first',
			isAsked: true,
			reason: `${dayFirst} can only have the day first and ${monthFirst} only the month: the column holds both orders.`,
			isTorn: true
		};
	}
	if (dayFirst + monthFirst > 0) {
		const count = dayFirst + monthFirst;
		return {
			order: dayFirst > 0 ? 'day first' : 'month first',
			isAsked: false,
			reason: `${count} of ${ordered.length} can only have the ${dayFirst > 0 ? 'day' : 'month'} first.`,
			isTorn: false
		};
	}
	const isSame = ordered.every(({ first, second }) => first === second || first > 12 || second > 12);
	if (hint !== null)
		return { order: hint, isAsked: false, reason: 'As in the other dates of the table.', isTorn: false };
	return {
		order: 'day first',
		isAsked: !isSame,
		reason: 'No number above 12 tells day from month, so the British order is taken; please check.',
		isTorn: false
	};
}

/** "2011-12" is a month among "2011-05", and a year among "2016-17". */
function areFinancialYears(readings: readonly DateReading[]): boolean {
	const pairs = readings.filter((reading) => reading.kind === 'year and two');
	return pairs.length > 0 && pairs.every(({ year, two }) => two === (year + 1) % 100);
}

/**
 * Whether a sheet of another country's order read what was typed: it then holds as dates only those whose day and month
 * are both at most 12, and leaves the others as text.
 */
function turnedByTheSheet(readings: readonly DateReading[], { isDateCell }: DateHint): boolean {
	if (isDateCell === undefined) return false;
	const held = readings.filter(
		(reading, row) => reading.kind === 'date' && reading.date.precision === 'day' && isDateCell(row)
	);
	const typed = readings.filter(
		(reading, row) => reading.kind === 'ordered' && !isDateCell(row)
	) as Ordered[];
	return (
		held.length > 1 &&
		typed.length > 1 &&
		held.every((reading) => reading.kind === 'date' && Number(reading.date.iso.slice(8)) <= 12) &&
		typed.every(({ first, second }) => first > 12 !== second > 12)
	);
}

function turnedCell({ iso, bound }: PartialDate): DateCell {
	const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
	const other = dateOf(year, day, month, bound);
	return {
		date: null,
		fault: {
			why: 'may have day and month the wrong way about',
			proposals: [...('date' in other ? [other.date.iso] : []), iso]
		}
	};
}

function serialCell(days: number, epoch: Epoch): DateCell {
	const iso = serialDay(days, epoch);
	return iso === null
		? { date: null, fault: { why: 'is no date', proposals: [] } }
		: { date: { iso, precision: 'day', bound: 'on' }, fault: null };
}

function orderedCell({ first, second, year, bound }: Ordered, order: DateOrder, isTorn: boolean): DateCell {
	const [day, month] = order === 'day first' ? [first, second] : [second, first];
	const cell = cellOf(year, month, day, bound);
	const other = dateOf(year, day, month, bound);
	const turned = 'date' in other && day !== month ? [other.date.iso] : [];
	if (cell.fault !== null) {
		// 13/25/2021: what the other order would make of it comes first, where it makes a day.
		return { date: null, fault: { ...cell.fault, proposals: [...turned, ...cell.fault.proposals] } };
	}
	if (isTorn && turned.length > 0) {
		return {
			date: null,
			fault: { why: 'may have the day first or the month', proposals: [cell.date!.iso, ...turned] }
		};
	}
	return cell;
}

function cellOf(year: number, month: number | null, day: number | null, bound: DateBound): DateCell {
	const found = dateOf(year, month, day, bound);
	return 'date' in found ? { date: found.date, fault: null } : { date: null, fault: found.fault };
}
