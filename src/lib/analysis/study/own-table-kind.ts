import { firstRows } from '../../tables/peek.ts';
import { TableError } from '../../tables/table-error.ts';
import type { TableSource } from '../../tables/table.ts';

/**
 * Which of the two tables of a study a file is, by its headings.
 *
 * @throws {TableError} where it has the headings of neither, or is no table
 */
export function ownTableKind(source: TableSource): 'nodes' | 'edges' {
	const rows = firstRows(source);
	const has = (...names: string[]) => rows.some((row) => names.every((name) => row.includes(name)));
	if (has('source', 'target')) return 'edges';
	if (has('id') || has('toa')) return 'nodes';
	if (has('source') || has('target')) return 'edges';
	const found = rows.find((row) => row.some((cell) => cell !== '')) ?? [];
	throw new TableError(
		`${source.file} has neither the columns id and toa of a table of nodes, nor source and target of a table of edges; its columns are: ${found.slice(0, 12).join(', ')}.`
	);
}
