import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import {
	parseEdges,
	parseNodes,
	type Edges,
	type Nodes,
	type TimeColumn
} from '#lib/analysis/input/network-tables.ts';
import { parseTable, type Table } from '#lib/analysis/input/table.ts';
import { InputError } from './analyse-input.ts';

/**
 * Reads a file as text.
 *
 * @throws {InputError} if it cannot be read
 */
export async function readText(path: string): Promise<string> {
	return readFile(path, 'utf8').catch(() => {
		throw new InputError(`The file ${path} cannot be read.`);
	});
}

/** Reads a CSV file; see {@link parseTable}. */
export async function readTable(
	path: string,
	required: readonly string[],
	mayBeEmpty = false
): Promise<Table> {
	return parseTable(basename(path), await readText(path), required, mayBeEmpty);
}

/** Reads `nodes.csv`; see {@link parseNodes}. */
export async function readNodes(path: string): Promise<Nodes> {
	return parseNodes(basename(path), await readText(path));
}

/** Reads `edges.csv`; see {@link parseEdges}. */
export async function readEdges(path: string, nodes: Nodes): Promise<Edges> {
	return parseEdges(basename(path), await readText(path), nodes);
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
