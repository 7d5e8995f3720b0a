import { attributeOf, panelOf, parseEdges, parseNodes } from '../input/network-tables.ts';
import type { Study } from './study.ts';

/** Two tables that somebody brings along. */
export interface OwnTables {
	nodes: { file: string; text: string };
	/** `null`: no ties, and then no figure of a network. */
	edges: { file: string; text: string } | null;
	/** Column of the nodes that they are grouped by; `null` for none. */
	groupColumn: string | null;
	permutations: number;
	seed: number;
}

/**
 * A study of somebody's own nodes and edges.
 *
 * Times are whole periods; a node without a time has not adopted. A column `name` gives names.
 *
 * @throws {AnalysisError} naming the file and row of what cannot be used
 */
export function ownStudy({ nodes, edges, groupColumn, permutations, seed }: OwnTables): Study {
	const read = parseNodes(nodes.file, nodes.text);
	const ties = edges === null ? null : parseEdges(edges.file, edges.text, read);
	const column = read.censored === null ? 'toa' : 'toa_censored';
	const panel = panelOf(read, column, ties ?? read);
	return {
		panel,
		names: read.table.columns.includes('name') ? attributeOf(read, 'name') : read.ids,
		periods: panel.periods.map(String),
		unit: 'period',
		groups: groupColumn === null ? null : { name: groupColumn, labels: attributeOf(read, groupColumn) },
		networks:
			ties === null
				? []
				: [
						{
							key: 'edges',
							name: edges!.file,
							network: ties.network,
							meaning: 'the weight in the file, from who names to who is named'
						}
					],
		declared: [],
		leftOut: [],
		windowReason: null,
		dates: null,
		permutations,
		seed
	};
}
