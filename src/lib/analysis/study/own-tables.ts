import { hasColumn, type TableSource } from '../../tables/table.ts';
import { parseNetwork } from '../input/network-files.ts';
import { labelsOf, panelOf, parseNodes } from '../input/node-table.ts';
import type { Study } from './study.ts';

/** Two tables that somebody brings along. */
export interface OwnTables {
	nodes: TableSource;
	/** `null`: no ties, and then no figure of a network. */
	edges: TableSource | null;
	/** Column of the nodes that they are grouped by; `null` for none. */
	groupColumn: string | null;
	permutations: number;
	seed: number;
}

/**
 * A study of somebody's own nodes and edges.
 *
 * Times are whole periods; a node without a time has not adopted. A column `name`, or else `label`, gives names.
 *
 * @throws {TableError} naming the file and row of all that cannot be used
 */
export function ownStudy({ nodes, edges, groupColumn, permutations, seed }: OwnTables): Study {
	const { nodes: read, edges: ties } =
		edges === null
			? { nodes: parseNodes(nodes.file, nodes.content), edges: null }
			: parseNetwork(nodes, edges);
	const column = read.censored === null ? 'toa' : 'toa_censored';
	const panel = panelOf(read, column, ties ?? read);
	const naming = ['name', 'label'].find((name) => hasColumn(read.table, name));
	const names = naming === undefined ? [] : labelsOf(read, naming);
	return {
		panel,
		names: read.ids.map((id, unit) => names[unit] ?? id),
		periods: panel.periods.map(String),
		unit: 'period',
		groups: groupColumn === null ? null : { name: groupColumn, labels: labelsOf(read, groupColumn) },
		strata: groupColumn === null ? [] : [{ name: groupColumn, labels: labelsOf(read, groupColumn) }],
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
		notes: [...read.table.notes, ...(ties?.table.notes ?? [])],
		windowReason: null,
		dates: null,
		permutations,
		seed
	};
}
