import { DomainError } from '#lib/domain/errors.ts';

/** Figures of areas: one row an area, one column an indicator, as they were published. */
export interface FeatureTable {
	/** Distinct codes of the areas, in the order of the rows; ties are settled by this order. */
	codes: readonly string[];
	/** Distinct keys of the indicators. */
	columns: readonly string[];
	/** Row-major figures in original units; `NaN` where a figure is missing. Read them by `figure`. */
	values: Float64Array;
}

/**
 * Packs figures into a table.
 *
 * @param cells one array an area, in the order of `codes`; null where a figure is missing
 * @throws {DomainError} if a code or column stands twice, a row has the wrong length, or a figure is
 *   not finite
 */
export function featureTable(
	codes: readonly string[],
	columns: readonly string[],
	cells: readonly (readonly (number | null)[])[]
): FeatureTable {
	assertDistinct('code', codes);
	assertDistinct('column', columns);
	if (cells.length !== codes.length) {
		throw new DomainError(`There are ${cells.length} rows of figures for ${codes.length} codes.`);
	}
	const values = new Float64Array(codes.length * columns.length);
	cells.forEach((row, at) => {
		if (row.length !== columns.length) {
			throw new DomainError(`${codes[at]} has ${row.length} figures for ${columns.length} columns.`);
		}
		row.forEach((value, column) => {
			if (value !== null && !Number.isFinite(value)) {
				throw new DomainError(`The figure "${columns[column]}" of ${codes[at]} is ${value}, not a number.`);
			}
			values[at * columns.length + column] = value ?? Number.NaN;
		});
	});
	return { codes, columns, values };
}

/** The figure of one area, in original units; null where it is missing or there is no such column. */
export function figure(table: FeatureTable, row: number, column: number): number | null {
	if (column < 0) return null;
	const value = table.values[row * table.columns.length + column];
	return value === undefined || Number.isNaN(value) ? null : value;
}

/**
 * The table of some of the areas, in the order given: a comparison universe of its own.
 *
 * @param rows row numbers of `table`
 */
export function subsetTable(table: FeatureTable, rows: readonly number[]): FeatureTable {
	const width = table.columns.length;
	const values = new Float64Array(rows.length * width);
	rows.forEach((row, at) => values.set(table.values.subarray(row * width, (row + 1) * width), at * width));
	return { codes: rows.map((row) => table.codes[row] ?? ''), columns: table.columns, values };
}

/**
 * Row numbers of each comparison universe, such as each type of council, in order of first mention.
 *
 * @param groups one label a row; null where an area has none, and then it is in no universe
 */
export function universes(groups: readonly (string | null)[]): Map<string, number[]> {
	const rows = new Map<string, number[]>();
	groups.forEach((group, row) => {
		if (group === null) return;
		const members = rows.get(group);
		if (members === undefined) rows.set(group, [row]);
		else members.push(row);
	});
	return rows;
}

function assertDistinct(what: string, names: readonly string[]): void {
	const seen = new Set<string>();
	for (const name of names) {
		if (seen.has(name)) throw new DomainError(`The ${what} "${name}" stands there twice.`);
		seen.add(name);
	}
}
