import { readEdgeRows } from '#lib/analysis/input/edge-table.ts';
import { idsOf } from '#lib/analysis/input/node-table.ts';
import { readLabels, readNumbers } from '#lib/tables/figures.ts';
import { columnNamed, hasColumn, readTable, type TableSource } from '#lib/tables/table.ts';
import { Faults } from '#lib/tables/table-error.ts';
import { isNoFigure } from '#lib/tables/text.ts';
import type { PlanData } from './plan-types.ts';

/** Files that somebody brings along, and what they choose by words. */
export interface OwnPlanFiles {
	nodes: TableSource;
	edges: TableSource;
	/** Column of the edges with chances, or one chance for all. */
	probability: string | number;
	/** Ids that take no part. */
	excluded: readonly string[];
	/** Column of the nodes with regions; `null` for none. */
	region: string | null;
}

/**
 * Reads who could bring whom to adopt. An edge says that its source names its target: the practice goes from the target
 * to the source. A node with a time of adoption has adopted; where the file has no such column, nobody has.
 *
 * @throws {TableError} naming file and row: an edge to nowhere, a chance outside 0 to 1, an id to exclude that is none
 */
export function ownPlanData({ nodes, edges, probability, excluded, region }: OwnPlanFiles): {
	data: PlanData;
	notes: string[];
} {
	const faults = new Faults();
	const table = readTable(nodes, { required: ['id'], known: ['toa', 'toa_censored', 'event', 'name'] });
	const ids = idsOf(table, faults);
	const index = new Map(ids.map((id, unit) => [id, unit]));
	const rows = readEdgeRows(edges, faults);
	const chances =
		typeof probability === 'number'
			? rows.table.rows.map(() => probability)
			: readNumbers(rows.table, columnNamed(rows.table, probability), { atLeast: 0, isNeeded: true }, faults);
	const from: number[] = [];
	const to: number[] = [];
	rows.table.rows.forEach(({ number, cells }, at) => {
		const ends = (['target', 'source'] as const).map((end) => {
			const unit = index.get(cells[end]!);
			if (unit === undefined && cells[end] !== '')
				faults.add(
					number,
					`${rows.table.file} row ${number}: the ${end} "${cells[end]}" is not in ${table.file}.`
				);
			return unit ?? 0;
		});
		const chance = chances[at];
		if (chance !== null && chance !== undefined && chance > 1)
			faults.add(
				number,
				`${rows.table.file} row ${number}: the chance is ${chance}; a chance is a number from 0 to 1.`
			);
		from.push(ends[0]!);
		to.push(ends[1]!);
	});
	const mayTakePart = new Uint8Array(ids.length).fill(1);
	for (const id of excluded) {
		const unit = index.get(id);
		if (unit === undefined) faults.add(0, `"${id}" is to be excluded, but is not in ${table.file}.`);
		else mayTakePart[unit] = 0;
	}
	faults.throwIfAny();
	const naming = ['name', 'label'].find((name) => hasColumn(table, name));
	const names = naming === undefined ? [] : readLabels(table, columnNamed(table, naming));
	const selfTies = from.filter((one, at) => one === to[at]).length;
	return {
		data: {
			ids,
			names: ids.map((id, unit) => names[unit] ?? id),
			edges: { from, to, chance: chances.map((chance) => chance ?? 0) },
			hasAdopted: Uint8Array.from(table.rows, ({ cells }) => (hasAdopted(cells) ? 1 : 0)),
			groups: region === null ? [] : readLabels(table, columnNamed(table, region)),
			mayTakePart,
			ruledOut: [],
			suggested: null
		},
		notes: [
			...table.notes,
			...rows.table.notes,
			...(selfTies > 0 ? [`Left out ties of a node with itself: ${selfTies}.`] : []),
			...(rows.times === null
				? []
				: [`Not used: the column time of ${rows.table.file}; the ties of all periods are taken together.`])
		]
	};
}

function hasAdopted(cells: Readonly<Record<string, string>>): boolean {
	if (cells['toa_censored'] !== undefined) return !isNoFigure(cells['toa_censored']);
	if (cells['event'] !== undefined) return cells['event'] === '1';
	return cells['toa'] !== undefined && !isNoFigure(cells['toa']);
}
