import { readNumbers } from '../../tables/figures.ts';
import { readTable, type Table, type TableSource } from '../../tables/table.ts';
import { Faults } from '../../tables/table-error.ts';
import { sparseMatrix, type Network, type SparseMatrix } from '../sparse/sparse-matrix.ts';
import type { Nodes } from './node-table.ts';
import { rangeOf, type PeriodRange } from './study-window.ts';
import { tieSentences } from './tie-sentences.ts';

/**
 * Ties as read from `edges.csv`: one network for all periods, or one a period where there is a column `time`.
 * The range is that of the study: it holds every time of nodes and ties, unless the nodes say which periods are studied.
 */
export interface Edges extends PeriodRange {
	table: Table;
	network: Network;
	/** The network of the first period. */
	firstNetwork: SparseMatrix;
}

/** Ties as rows of a file, before their ends are looked up. */
export interface EdgeRows {
	table: Table;
	/** Weight of each row: 1 where no column says it. */
	weights: number[];
	/** Period of each row; `null` where no column says it. */
	times: number[] | null;
}

/**
 * Reads the rows of `edges.csv`: source names target; weight (1 where the column is absent) and time are optional.
 *
 * @param faults gathers each end, weight or time that is missing or none
 * @throws {TableError} where the file is no table, or has no columns source and target
 */
export function readEdgeRows({ file, content }: TableSource, faults: Faults): EdgeRows {
	const table = readTable(
		{ file, content },
		{ required: ['source', 'target'], known: ['weight', 'time'], mayBeEmpty: true }
	);
	for (const { number, cells } of table.rows) {
		for (const end of ['source', 'target']) {
			if (cells[end] === '') faults.add(number, `${table.file} row ${number} has no ${end}.`);
		}
	}
	const weights = table.columns.includes('weight')
		? readNumbers(table, 'weight', { atLeast: 0, isNeeded: true }, faults)
		: table.rows.map(() => 1);
	const times = table.columns.includes('time')
		? readNumbers(table, 'time', { whole: true, isNeeded: true }, faults)
		: null;
	return {
		table,
		weights: weights.map((weight) => weight ?? 0),
		times: times?.map((time) => time ?? 0) ?? null
	};
}

/**
 * Ties between nodes. Ties of a unit to itself are left out and repeated ties are added up, as the measures define
 * them; ties outside the window of the study are left out. The table's notes count each.
 *
 * @param faults gathers each end that no node has
 */
export function edgesOf({ table, weights, times }: EdgeRows, nodes: Nodes, faults: Faults): Edges {
	const ends = table.rows.map((row) => ({
		source: endOf(table, row, 'source', nodes, faults),
		target: endOf(table, row, 'target', nodes, faults)
	}));
	faults.throwIfAny();
	const range =
		times === null || nodes.isBounded || times.length === 0
			? { first: nodes.first, last: nodes.last }
			: rangeOf(table.file, [...times, nodes.first, nodes.last]);

	const empty = (): Slice => ({ row: [], column: [], value: [] });
	const slices = Array.from({ length: times === null ? 1 : range.last - range.first + 1 }, empty);
	const seen = new Set<number>();
	const left = { selfTies: 0, parallelTies: 0, unusableWeights: 0, outsideTies: 0 };
	ends.forEach(({ source, target }, at) => {
		const period = times === null ? 0 : times[at]! - range.first;
		const slice = slices[period];
		const key = (period * nodes.ids.length + source) * nodes.ids.length + target;
		if (slice === undefined) left.outsideTies += 1;
		else if (source === target) left.selfTies += 1;
		else if (weights[at] === 0) left.unusableWeights += 1;
		else {
			if (seen.has(key)) left.parallelTies += 1;
			seen.add(key);
			slice.row.push(source);
			slice.column.push(target);
			slice.value.push(weights[at]!);
		}
	});
	table.notes.push(...tieSentences(left));
	const matrices = slices.map((slice) => sparseMatrix(nodes.ids.length, slice));
	const firstNetwork = matrices[0]!;
	return {
		table,
		network: times === null || times.length === 0 ? firstNetwork : matrices,
		firstNetwork,
		...range
	};
}

interface Slice {
	row: number[];
	column: number[];
	value: number[];
}

function endOf(
	{ file }: Table,
	{ number, cells }: Table['rows'][number],
	end: 'source' | 'target',
	nodes: Nodes,
	faults: Faults
): number {
	const id = cells[end]!;
	const unit = nodes.index.get(id);
	if (unit !== undefined) return unit;
	if (id !== '')
		faults.add(number, `${file} row ${number}: the ${end} "${id}" is not in ${nodes.table.file}.`);
	return 0;
}

/**
 * Reads `edges.csv`; see {@link readEdgeRows} and {@link edgesOf}.
 *
 * @throws {TableError} with every fault: an edge to nowhere, or a weight or time that is none
 */
export function parseEdges(file: string, content: TableSource['content'], nodes: Nodes): Edges {
	const faults = new Faults();
	return edgesOf(readEdgeRows({ file, content }, faults), nodes, faults);
}
