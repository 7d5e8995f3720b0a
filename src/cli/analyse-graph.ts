import { parseArgs } from 'node:util';
import type { DroppedTies, NamedTie } from '#lib/analysis/graph/graph.ts';
import { buildGraphById } from '#lib/analysis/graph/graph.ts';
import type { Attribute } from '#lib/analysis/graph/reference-report.ts';
import { brokerageReport, graphReport } from '#lib/analysis/graph/reference-report.ts';
import { assertColumn, numberIn, type Table } from '#lib/analysis/input/table.ts';
import { InputError } from './analyse-input.ts';
import { printResult } from './print-result.ts';
import { readTable } from './tables.ts';

const OPTIONS = {
	nodes: { type: 'string' },
	edges: { type: 'string' },
	directed: { type: 'boolean', default: false },
	weighted: { type: 'boolean', default: false },
	group: { type: 'string' },
	attr2: { type: 'string' },
	numeric: { type: 'string' },
	'brokerage-group': { type: 'string' },
	json: { type: 'boolean', default: false }
} as const;

/** Column of times of adoption, measured along directed ties where the node file has it. */
const TIME_COLUMN = 'toa';

/** `analyse graph`: every measure of a network, and brokerage between groups of its nodes. */
export async function run(words: string[]): Promise<number> {
	const options = optionsIn(words);
	const nodes = await readTable(needed(options.nodes, 'nodes'), ['id']);
	const edges = await readTable(needed(options.edges, 'edges'), ['source', 'target'], true);
	const ids = idsIn(nodes);
	const { graph, dropped } = buildGraphById(ids, tiesIn(edges, options.weighted), options.directed);
	for (const sentence of sentencesOn(dropped)) process.stderr.write(`${sentence}\n`);

	const group = attributeIn(nodes, options.group);
	const brokerageGroup = attributeIn(nodes, options['brokerage-group']) ?? group;
	const hasTimes = options.directed && nodes.columns.includes(TIME_COLUMN);
	const result = {
		graph: graphReport({
			ids,
			graph,
			dropped,
			isWeighted: options.weighted,
			group,
			attr2: attributeIn(nodes, options.attr2),
			numeric: numbersIn(nodes, options.numeric),
			toa: numbersIn(nodes, hasTimes ? TIME_COLUMN : undefined)
		}),
		brokerage: brokerageReport(graph, brokerageGroup)
	};
	printResult(result, options.json);
	return 0;
}

function optionsIn(words: string[]) {
	try {
		return parseArgs({ args: words, options: OPTIONS, strict: true }).values;
	} catch (cause) {
		const reason = cause instanceof Error ? cause.message.split('. ')[0] : String(cause);
		const known = Object.keys(OPTIONS).map((name) => `--${name}`);
		throw new InputError(`${reason}. Known options: ${known.join(', ')}.`);
	}
}

function needed(value: string | undefined, name: string): string {
	if (value === undefined || value === '') throw new InputError(`The option --${name} is needed.`);
	return value;
}

function idsIn(nodes: Table): string[] {
	const rowOf = new Map<string, number>();
	for (const { number, cells } of nodes.rows) {
		const id = cells['id']!;
		if (id === '') throw new InputError(`${nodes.file} row ${number} has no id.`);
		const earlier = rowOf.get(id);
		if (earlier !== undefined) {
			throw new InputError(`${nodes.file} row ${number}: the id "${id}" is already in row ${earlier}.`);
		}
		rowOf.set(id, number);
	}
	return [...rowOf.keys()];
}

function tiesIn(edges: Table, isWeighted: boolean): NamedTie[] {
	if (isWeighted) assertColumn(edges, 'weight');
	return edges.rows.map((row) => ({
		source: row.cells['source']!,
		target: row.cells['target']!,
		weight: isWeighted ? (numberIn(edges, row, 'weight') ?? Number.NaN) : 1
	}));
}

/** A column as it stands: numbers if all its filled cells are numbers, text otherwise. */
function attributeIn(nodes: Table, column: string | undefined): Attribute<string | number> | null {
	if (column === undefined) return null;
	assertColumn(nodes, column);
	const cells = nodes.rows
		.map((row) => row.cells[column]!)
		.map((cell) => (cell === '' || cell === 'NA' ? null : cell));
	const areNumbers = cells.every((cell) => cell === null || Number.isFinite(Number(cell)));
	return {
		name: column,
		values: areNumbers ? cells.map((cell) => (cell === null ? null : Number(cell))) : cells
	};
}

function numbersIn(nodes: Table, column: string | undefined): Attribute<number> | null {
	if (column === undefined) return null;
	assertColumn(nodes, column);
	return { name: column, values: nodes.rows.map((row) => numberIn(nodes, row, column)) };
}

function sentencesOn({ selfTies, parallelTies, missingNodeTies, unusableWeights }: DroppedTies): string[] {
	const sentences: [number, string][] = [
		[selfTies, 'Left out ties of a node with itself'],
		[parallelTies, 'Merged ties that were named again, adding up their weights'],
		[missingNodeTies, 'Left out ties to a node that is not in the node file'],
		[unusableWeights, 'Left out ties whose weight is not above 0']
	];
	return sentences.filter(([count]) => count > 0).map(([count, sentence]) => `${sentence}: ${count}.`);
}
