import { DomainError } from '#lib/domain/errors.ts';
import type { Facts } from './facts-csv.ts';

/**
 * The columns of several files on the same areas side by side: the areas and the order of the first, blank where a later
 * file has no such area. Areas that only a later file has are left out.
 *
 * @param files at least one
 * @throws {DomainError} if a column stands in two files, a later file has no area of the first, or files write decimals
 *   with different signs
 */
export function joinFacts([first, ...later]: readonly Facts[]): Facts {
	if (first === undefined) throw new DomainError('There is no file of facts.');
	return later.reduce((joined, { codes, columns, table }): Facts => {
		const { file } = table;
		const twice = columns.find((column) => joined.columns.includes(column));
		if (twice !== undefined)
			throw new DomainError(`The column "${twice}" of ${file} stands in another file of facts too.`);
		if (table.decimal !== joined.table.decimal)
			throw new DomainError(`${file} writes decimals with another sign than ${joined.table.file}.`);
		const row = new Map(codes.map((code, at) => [code, at]));
		if (!joined.codes.some((code) => row.has(code)))
			throw new DomainError(`${file} has no area of ${joined.table.file}.`);
		return {
			codes: joined.codes,
			columns: [...joined.columns, ...columns],
			table: {
				...joined.table,
				columns: [...joined.table.columns, ...columns],
				notes: [...joined.table.notes, ...table.notes],
				rows: joined.table.rows.map(({ number, cells }, at) => {
					const own = table.rows[row.get(joined.codes[at] ?? '') ?? -1]?.cells ?? {};
					return {
						number,
						cells: {
							...cells,
							...Object.fromEntries(columns.map((column) => [column, own[column] ?? '']))
						}
					};
				})
			}
		};
	}, first);
}
