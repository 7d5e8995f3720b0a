import { readLabels, readNumbers } from '../../tables/figures.ts';
import { columnNamed, readTable, type Table, type TableSource } from '../../tables/table.ts';
import { Faults, TableError } from '../../tables/table-error.ts';
import { panelFromTimes, type Panel } from '../panel/panel.ts';
import { rangeOf, studyWindow, type PeriodRange } from './study-window.ts';

/** The column of times to read. */
export type TimeColumn = 'toa' | 'toa_censored';

type Times = (number | null)[];

/** Units and their times, as read from `nodes.csv`; the range is that of the study. */
export interface Nodes extends PeriodRange {
	table: Table;
	ids: string[];
	/** Row of each id. */
	index: Map<string, number>;
	/** Times in `toa`; and with `null` for who did not adopt, where a column says so. */
	toa: Times;
	censored: Times | null;
	/** Whether columns say which periods are studied: times of nodes and ties then add none. */
	isBounded: boolean;
	founded: Times;
	closed: Times;
	ended: Times;
	/** Whether each adopted no later than its time, instead of in it. */
	isBy: boolean[];
}

const KNOWN = [
	'toa_censored',
	'event',
	'founded',
	'closed',
	'ended',
	'toa_bound',
	'observed_from',
	'observed_until',
	'name'
];

/**
 * Reads `nodes.csv`: id, toa, and where present toa_censored (blank: not adopted), event (0: not adopted), founded,
 * closed, ended, observed_from and observed_until, the first and last period of the study (all whole periods).
 *
 * With a study window, an adoption after it counts as not adopted and one before it as adopted by its start.
 *
 * @param file name of the file, for messages
 * @param content its bytes or its text, so that a page can read a dropped file the same way
 * @throws {TableError} with every fault: a missing or repeated id, a time that is none, an event without its time,
 *   times in an impossible order, a study window that differs from row to row or ends before it begins
 */
export function parseNodes(file: string, content: TableSource['content']): Nodes {
	const table = readTable({ file, content }, { required: ['id', 'toa'], known: KNOWN });
	const faults = new Faults();
	const index = readIds(table, faults);
	const timesIn = (column: string): Times =>
		table.columns.includes(column)
			? readNumbers(table, column, { whole: true }, faults)
			: table.rows.map(() => null);
	const toa = timesIn('toa');
	const censored = censoredTimes(table, toa, faults);
	const window = studyWindow(table, timesIn('observed_from'), timesIn('observed_until'), faults);
	const nodes = {
		table,
		ids: [...index.keys()],
		index,
		toa,
		censored,
		isBounded: window.first !== null || window.last !== null,
		founded: timesIn('founded'),
		closed: timesIn('closed'),
		ended: timesIn('ended'),
		isBy: startsKnownAsBy(table, faults)
	};
	checkOrder(nodes, censored ?? toa, faults);
	faults.throwIfAny();

	const times = [...toa, ...(censored ?? [])].filter((time) => time !== null);
	if (times.length === 0) {
		throw new TableError(`Nobody in ${file} has adopted: the column toa is empty in all ${toa.length} rows.`);
	}
	const range = rangeOf(file, times, window);
	table.notes.push(...outside(censored ?? toa, range, file));
	return { ...nodes, ...range };
}

function readIds({ file, rows }: Table, faults: Faults): Map<string, number> {
	const index = new Map<string, number>();
	rows.forEach(({ number, cells }, row) => {
		const id = cells['id']!;
		const earlier = index.get(id);
		if (id === '') faults.add(number, `${file} row ${number} has no id.`);
		else if (earlier !== undefined) {
			faults.add(number, `${file} row ${number}: the id "${id}" is already in row ${rows[earlier]!.number}.`);
		} else index.set(id, row);
	});
	return index;
}

/**
 * Ids of a table that has no times, such as the nodes of a graph; see {@link parseNodes}.
 *
 * @param faults gathers each id that is missing or repeated
 */
export function idsOf(table: Table, faults: Faults): string[] {
	return [...readIds(table, faults).keys()];
}

function censoredTimes(table: Table, toa: Times, faults: Faults): Times | null {
	const { file, columns, rows } = table;
	if (columns.includes('toa_censored')) return readNumbers(table, 'toa_censored', { whole: true }, faults);
	if (!columns.includes('event')) return null;
	return rows.map(({ number, cells }, unit) => {
		const event = cells['event']!;
		const time = toa[unit] ?? null;
		if (event !== '0' && event !== '1') {
			faults.add(number, `${file} row ${number}: event is "${event}", which is neither 0 nor 1.`);
		} else if (event === '1' && time === null) {
			faults.add(number, `${file} row ${number}: event is 1, but toa has no time at which it happened.`);
		}
		return event === '1' ? time : null;
	});
}

function startsKnownAsBy({ file, rows }: Table, faults: Faults): boolean[] {
	return rows.map(({ number, cells }) => {
		const bound = (cells['toa_bound'] ?? '').toLowerCase();
		if (!['', 'on', 'by'].includes(bound)) {
			faults.add(
				number,
				`${file} row ${number}: toa_bound is "${cells['toa_bound']}", which is neither on nor by.`
			);
		}
		return bound === 'by';
	});
}

function checkOrder(
	{ table, founded, closed, ended }: Pick<Nodes, 'table' | 'founded' | 'closed' | 'ended'>,
	adopted: Times,
	faults: Faults
): void {
	table.rows.forEach(({ number, cells }, unit) => {
		const time = adopted[unit] ?? null;
		const start = founded[unit] ?? null;
		const close = closed[unit] ?? null;
		const end = ended[unit] ?? null;
		const fault = (words: string): void =>
			faults.add(number, `${table.file} row ${number}: "${cells['id']}" ${words}.`);
		if (time !== null && start !== null && time < start)
			fault(`adopted in ${time}, before it was founded in ${start}`);
		if (time !== null && close !== null && time >= close)
			fault(`adopted in ${time}, but it closed in ${close}`);
		if (start !== null && close !== null && close <= start)
			fault(`closed in ${close}, not after it was founded in ${start}`);
		if (end !== null && (time === null || end <= time))
			fault(`ended in ${end} without having adopted before`);
	});
}

/** What becomes of adoptions outside the window of the study, in sentences. */
function outside(adopted: Times, { first, last }: PeriodRange, file: string): string[] {
	const before = adopted.filter((time) => time !== null && time < first).length;
	const after = adopted.filter((time) => time !== null && time > last).length;
	return [
		...(before > 0
			? [
					`Adopted before ${first}, the start of the study in ${file}, so at no time at risk in it: ${before}.`
				]
			: []),
		...(after > 0
			? [
					`Adopted after ${last}, the end of the study in ${file}, so counted as not adopted (censored): ${after}.`
				]
			: [])
	];
}

/** The times of a column; `toa` where `toa_censored` is asked for but absent. */
export function timesOf(nodes: Nodes, column: TimeColumn): Times {
	return column === 'toa_censored' ? (nodes.censored ?? nodes.toa) : nodes.toa;
}

/**
 * Lays the nodes out over the periods.
 *
 * @param range periods to lay them out over; those of the ties where ties are dated
 * @throws {TableError} naming the rows whose adoption is before their founding, after their closing, or ends before it begins
 */
export function panelOf(nodes: Nodes, column: TimeColumn, { first, last }: PeriodRange = nodes): Panel {
	const adopted = timesOf(nodes, column);
	const faults = new Faults();
	checkOrder(nodes, adopted, faults);
	faults.throwIfAny();
	const units = nodes.ids.map((id, unit) => ({
		id,
		adopted: adopted[unit]!,
		adoptedBy: nodes.isBy[unit]!,
		founded: nodes.founded[unit]!,
		closed: nodes.closed[unit]!,
		stopped: nodes.ended[unit]!
	}));
	return panelFromTimes(units, first, last);
}

/** The text of a column that somebody named, one a node; `null` where it is blank or says that there is none. */
export function labelsOf(nodes: Nodes, column: string): (string | null)[] {
	return readLabels(nodes.table, columnNamed(nodes.table, column));
}

/** The numbers of a column that somebody named, one a node; `null` where it is blank or says that there is none. */
export function numbersOf(nodes: Nodes, column: string): (number | null)[] {
	const faults = new Faults();
	const values = readNumbers(nodes.table, columnNamed(nodes.table, column), {}, faults);
	faults.throwIfAny();
	return values;
}
