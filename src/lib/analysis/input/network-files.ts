import { TableError, Faults } from '../../tables/table-error.ts';
import type { TableSource } from '../../tables/table.ts';
import { edgesOf, readEdgeRows, type Edges } from './edge-table.ts';
import { parseNodes, type Nodes } from './node-table.ts';

/** A network from two files. */
export interface NetworkFiles {
	nodes: Nodes;
	edges: Edges;
}

/**
 * Reads nodes and ties.
 *
 * @throws {TableError} with the faults of both files at once
 */
export function parseNetwork(nodes: TableSource, edges: TableSource): NetworkFiles {
	const faults = new Faults();
	const [read, wrongNodes] = attempt(() => parseNodes(nodes.file, nodes.content));
	const [rows, wrongEdges] = attempt(() => readEdgeRows(edges, faults));
	if (read === null || rows === null) {
		throw new TableError([...(wrongNodes?.faults ?? []), ...(wrongEdges?.faults ?? []), ...faults.sentences]);
	}
	return { nodes: read, edges: edgesOf(rows, read, faults) };
}

function attempt<Result>(read: () => Result): [Result, null] | [null, TableError] {
	try {
		return [read(), null];
	} catch (cause) {
		if (!(cause instanceof TableError)) throw cause;
		return [null, cause];
	}
}
