import { parseArgs } from 'node:util';
import type { NamedTie } from '#lib/analysis/graph/graph.ts';
import { buildGraphById } from '#lib/analysis/graph/graph.ts';
import type { Attribute } from '#lib/analysis/graph/reference-report.ts';
import { brokerageReport, graphReport } from '#lib/analysis/graph/reference-report.ts';
import { readEdgeRows, type EdgeRows } from '#lib/analysis/input/edge-table.ts';
import { idsOf } from '#lib/analysis/input/node-table.ts';
import { tieSentences } from '#lib/analysis/input/tie-sentences.ts';
import { readLabels, readNumbers } from '#lib/tables/figures.ts';
import { parseNumber } from '#lib/tables/number.ts';
import { columnNamed, type Table } from '#lib/tables/table.ts';
import { Faults, throwFaults } from '#lib/tables/table-error.ts';
import { InputError } from './analyse-input.ts';
import { printResult } from './print-result.ts';
import { readSource, readTable, say } from './tables.ts';

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
	const nodes = await readTable(needed(options.nodes, 'nodes'), { required: ['id'], known: [TIME_COLUMN] });
	const [nodeFaults, edgeFaults] = [new Faults(), new Faults()];
	const ids = idsOf(nodes, nodeFaults);
	const edges = readEdgeRows(await readSource(needed(options.edges, 'edges')), edgeFaults);
	throwFaults([...nodeFaults.sentences, ...edgeFaults.sentences]);
	const { graph, dropped } = buildGraphById(ids, tiesIn(edges, options.weighted), options.directed);
	say([...edges.table.notes, ...tieSentences(dropped)]);
	if (edges.times !== null) {
		say([`Not used: the column time of ${edges.table.file}; the ties of all periods are taken together.`]);
	}

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

function tiesIn({ table, weights }: EdgeRows, isWeighted: boolean): NamedTie[] {
	if (isWeighted) columnNamed(table, 'weight');
	return table.rows.map(({ cells }, at) => ({
		source: cells['source']!,
		target: cells['target']!,
		weight: isWeighted ? weights[at]! : 1
	}));
}

/** A column as it stands: numbers if all its filled cells are numbers, text otherwise. */
function attributeIn(nodes: Table, asked: string | undefined): Attribute<string | number> | null {
	if (asked === undefined) return null;
	const column = columnNamed(nodes, asked);
	const labels = readLabels(nodes, column);
	const numbers = labels.map((label) => (label === null ? null : parseNumber(label, nodes.decimal)));
	const areNumbers = labels.every((label, row) => label === null || numbers[row]?.unit === '');
	return {
		name: column,
		values: areNumbers ? numbers.map((number) => number?.value ?? null) : labels
	};
}

function numbersIn(nodes: Table, asked: string | undefined): Attribute<number> | null {
	if (asked === undefined) return null;
	const column = columnNamed(nodes, asked);
	const faults = new Faults();
	const values = readNumbers(nodes, column, {}, faults);
	faults.throwIfAny();
	return { name: column, values };
}
