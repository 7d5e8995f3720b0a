import { AnalysisError } from '../analysis-error.ts';
import { panelFromTimes, type Panel } from '../panel/panel.ts';
import { sparseMatrix, type Network, type SparseMatrix } from '../sparse/sparse-matrix.ts';
import { assertColumn, numberIn, parseTable, type Table } from './table.ts';

/** The column of times to read. */
export type TimeColumn = 'toa' | 'toa_censored';

/** First and last period, in the labels of the files. */
export interface PeriodRange {
	first: number;
	last: number;
}

/** Units and their times, as read from `nodes.csv`; the range holds every time in it. */
export interface Nodes extends PeriodRange {
	table: Table;
	ids: string[];
	/** Row of each id. */
	index: Map<string, number>;
	/** Times in `toa`; and with `null` for who did not adopt, where a column says so. */
	toa: (number | null)[];
	censored: (number | null)[] | null;
}

/** Beyond this many periods a time is a slip of the pen rather than a long study. */
const MAX_PERIODS = 2000;

/**
 * Reads `nodes.csv`: id, toa, and where present toa_censored (blank: not adopted), event (0: not adopted), founded,
 * closed, ended, observed_from and observed_until, the first and last period of the study (all whole periods). Only reads text, so that a page can read a dropped file the same way.
 *
 * @param file name of the file, for messages
 * @throws {AnalysisError} naming the row of a missing id, a repeated id, or a time that is none
 */
export function parseNodes(file: string, text: string): Nodes {
	const table = parseTable(file, text, ['id', 'toa']);
	const index = new Map<string, number>();
	for (const row of table.rows) {
		const id = row.cells['id']!;
		if (id === '') throw new AnalysisError(`${table.file} row ${row.number} has no id.`);
		const earlier = index.get(id);
		if (earlier !== undefined) {
			throw new AnalysisError(
				`${table.file} row ${row.number}: the id "${id}" is already in row ${table.rows[earlier]!.number}.`
			);
		}
		index.set(id, index.size);
	}
	const toa = timesIn(table, 'toa');
	const censored = censoredTimes(table, toa);
	const times = [...toa, ...(censored ?? [])].filter((time) => time !== null);
	if (times.length === 0) {
		throw new AnalysisError(
			`Nobody in ${table.file} has adopted: the column toa is empty in all ${toa.length} rows.`
		);
	}
	const { first, last } = rangeOf([...times, ...observedTimes(table)]);
	return { table, ids: [...index.keys()], index, toa, censored, first, last };
}

/** First and last period under study, where columns say so: nobody need have adopted in them. */
function observedTimes(table: Table): number[] {
	return ['observed_from', 'observed_until']
		.filter((column) => table.columns.includes(column))
		.flatMap((column) => timesIn(table, column))
		.filter((time) => time !== null);
}

function censoredTimes(table: Table, toa: readonly (number | null)[]): (number | null)[] | null {
	if (table.columns.includes('toa_censored')) return timesIn(table, 'toa_censored');
	if (!table.columns.includes('event')) return null;
	return table.rows.map((row, unit) => {
		const event = numberIn(table, row, 'event');
		if (event !== 0 && event !== 1) {
			throw new AnalysisError(
				`${table.file} row ${row.number}: event is "${row.cells['event']}", which is neither 0 nor 1.`
			);
		}
		return event === 1 ? (toa[unit] ?? null) : null;
	});
}

function timesIn(table: Table, column: string): (number | null)[] {
	return table.rows.map((row) => numberIn(table, row, column, { whole: true }));
}

function rangeOf(times: readonly number[]): PeriodRange {
	const first = times.reduce((least, time) => Math.min(least, time));
	const last = times.reduce((most, time) => Math.max(most, time));
	if (last - first >= MAX_PERIODS) {
		throw new AnalysisError(
			`The times run from ${first} to ${last}, more than ${MAX_PERIODS} periods; use coarser periods, such as months or years.`
		);
	}
	return { first, last };
}

/** The times of a column; `toa` where `toa_censored` is asked for but absent. */
export function timesOf(nodes: Nodes, column: TimeColumn): (number | null)[] {
	return column === 'toa_censored' ? (nodes.censored ?? nodes.toa) : nodes.toa;
}

/**
 * Lays the nodes out over the periods.
 *
 * @param range periods to lay them out over; those of the ties where ties are dated
 * @throws {AnalysisError} naming the row whose adoption is before its founding, after its closing, or ends before it begins,
 *   or whose `toa_bound` is neither on nor by
 */
export function panelOf(nodes: Nodes, column: TimeColumn, { first, last }: PeriodRange = nodes): Panel {
	const { table } = nodes;
	const optional = (name: string): (number | null)[] =>
		table.columns.includes(name) ? timesIn(table, name) : table.rows.map(() => null);
	const adopted = timesOf(nodes, column);
	const founded = optional('founded');
	const closed = optional('closed');
	const stopped = optional('ended');
	const isBy = startsKnownAsBy(table);
	table.rows.forEach(({ number, cells }, unit) => {
		const time = adopted[unit] ?? null;
		const where = `${table.file} row ${number}: "${cells['id']}"`;
		const start = founded[unit] ?? null;
		const close = closed[unit] ?? null;
		const end = stopped[unit] ?? null;
		if (time !== null && start !== null && time < start) {
			throw new AnalysisError(`${where} adopted in ${time}, before it was founded in ${start}.`);
		}
		if (time !== null && close !== null && time >= close) {
			throw new AnalysisError(`${where} adopted in ${time}, but it closed in ${close}.`);
		}
		if (end !== null && (time === null || end <= time)) {
			throw new AnalysisError(`${where} ended in ${end} without having adopted before.`);
		}
	});
	const units = nodes.ids.map((id, unit) => ({
		id,
		adopted: adopted[unit]!,
		adoptedBy: isBy[unit]!,
		founded: founded[unit]!,
		closed: closed[unit]!,
		stopped: stopped[unit]!
	}));
	return panelFromTimes(units, first, last);
}

/** Whether each node adopted no later than its time, by the optional column `toa_bound`. */
function startsKnownAsBy(table: Table): boolean[] {
	return table.rows.map(({ number, cells }) => {
		const bound = cells['toa_bound'] ?? '';
		if (!['', 'on', 'by'].includes(bound)) {
			throw new AnalysisError(
				`${table.file} row ${number}: toa_bound is "${bound}", which is neither on nor by.`
			);
		}
		return bound === 'by';
	});
}

/**
 * Ties as read from `edges.csv`: one network for all periods, or one a period where there is a column `time`.
 * The range holds every time of nodes and ties.
 */
export interface Edges extends PeriodRange {
	network: Network;
	/** The network of the first period. */
	firstNetwork: SparseMatrix;
}

/**
 * Reads `edges.csv`: source names target; weight (1 where the column is absent) and time are optional.
 * Ties of a unit to itself are left out and repeated ties are added up, as the measures define them.
 *
 * @throws {AnalysisError} naming the row of an edge to nowhere, or a weight or time that is none
 */
export function parseEdges(file: string, text: string, nodes: Nodes): Edges {
	const table = parseTable(file, text, ['source', 'target'], true);
	const weighted = table.columns.includes('weight');
	const dated = table.columns.includes('time');
	const slices = new Map<number | null, { row: number[]; column: number[]; value: number[] }>();
	for (const row of table.rows) {
		const weight = weighted ? numberIn(table, row, 'weight', { atLeast: 0 }) : 1;
		if (weight === null) throw new AnalysisError(`${table.file} row ${row.number} has no weight.`);
		const time = dated ? numberIn(table, row, 'time', { whole: true }) : null;
		if (dated && time === null) throw new AnalysisError(`${table.file} row ${row.number} has no time.`);
		const slice = slices.get(time) ?? { row: [], column: [], value: [] };
		slice.row.push(endOf(table, row, 'source', nodes));
		slice.column.push(endOf(table, row, 'target', nodes));
		slice.value.push(weight);
		slices.set(time, slice);
	}
	const empty = { row: [], column: [], value: [] };
	const times = [...slices.keys()].filter((time) => time !== null);
	if (times.length === 0) {
		const network = sparseMatrix(nodes.ids.length, slices.get(null) ?? empty);
		return { network, firstNetwork: network, first: nodes.first, last: nodes.last };
	}
	const { first, last } = rangeOf([...times, nodes.first, nodes.last]);
	const network = Array.from({ length: last - first + 1 }, (_, t) =>
		sparseMatrix(nodes.ids.length, slices.get(first + t) ?? empty)
	);
	return { network, firstNetwork: network[0]!, first, last };
}

function endOf(table: Table, row: Table['rows'][number], end: 'source' | 'target', nodes: Nodes): number {
	const id = row.cells[end]!;
	const unit = nodes.index.get(id);
	if (unit === undefined) {
		const found = id === '' ? `has no ${end}` : `: the ${end} "${id}" is not in ${nodes.table.file}`;
		throw new AnalysisError(`${table.file} row ${row.number}${id === '' ? ' ' : ''}${found}.`);
	}
	return unit;
}

/** The text of a column, one a node. */
export function attributeOf(nodes: Nodes, column: string): string[] {
	assertColumn(nodes.table, column);
	return nodes.table.rows.map((row) => row.cells[column]!);
}

/** The numbers of a column, one a node; `null` where blank. */
export function numbersOf(nodes: Nodes, column: string): (number | null)[] {
	assertColumn(nodes.table, column);
	return nodes.table.rows.map((row) => numberIn(nodes.table, row, column));
}
