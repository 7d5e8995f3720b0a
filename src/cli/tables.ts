import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Edges } from '#lib/analysis/input/edge-table.ts';
import { parseNetwork } from '#lib/analysis/input/network-files.ts';
import { parseNodes, type Nodes, type TimeColumn } from '#lib/analysis/input/node-table.ts';
import { readTable as parseTable, type Table, type TableRule, type TableSource } from '#lib/tables/table.ts';
import { InputError } from './analyse-input.ts';

/**
 * Reads a file as bytes, named as messages name it.
 *
 * @throws {InputError} if it cannot be read
 */
export async function readSource(path: string): Promise<TableSource & { content: Uint8Array }> {
	const content = await readFile(path).catch(() => {
		throw new InputError(`The file ${path} cannot be read.`);
	});
	return { file: basename(path), content };
}

/** Reads a table and says what was decided in reading it; see `readTable` of the tables. */
export async function readTable(path: string, rule: TableRule): Promise<Table> {
	const table = parseTable(await readSource(path), rule);
	say(table.notes);
	return table;
}

/** Reads `nodes.csv`; see {@link parseNodes}. */
export async function readNodes(path: string): Promise<Nodes> {
	const { file, content } = await readSource(path);
	const nodes = parseNodes(file, content);
	say(nodes.table.notes);
	return nodes;
}

/** Reads `nodes.csv` and `edges.csv`; see {@link parseNetwork}. */
export async function readNetwork(
	nodePath: string,
	edgePath: string
): Promise<{ nodes: Nodes; edges: Edges }> {
	const { nodes, edges } = parseNetwork(await readSource(nodePath), await readSource(edgePath));
	say([...nodes.table.notes, ...edges.table.notes]);
	return { nodes, edges };
}

/** Writes sentences on the error stream, beside the result. */
export function say(sentences: readonly string[]): void {
	for (const sentence of sentences) process.stderr.write(`${sentence}\n`);
}

/**
 * The column of times that `--toa` names.
 *
 * @throws {InputError} if it is neither of the two
 */
export function timeColumn(given: string | undefined, otherwise: TimeColumn): TimeColumn {
	if (given === undefined) return otherwise;
	if (given !== 'toa' && given !== 'toa_censored') {
		throw new InputError(`--toa is "${given}"; it must be toa or toa_censored.`);
	}
	return given;
}
