/** Rows of one table grouped by a row of another: `rows[start[g] … start[g + 1] - 1]` belong to g. */
export interface RowIndex {
	start: Int32Array;
	rows: Int32Array;
}

/**
 * Groups rows by the value of a reference column, keeping their order.
 *
 * @param groups number of groups, integer >= 0
 * @param references group of each row; negative means none, and the row is left out
 */
export function indexRows(groups: number, references: ArrayLike<number>): RowIndex {
	const start = new Int32Array(groups + 1);
	for (let row = 0; row < references.length; row += 1) {
		const group = references[row]!;
		if (group >= 0) start[group + 1]! += 1;
	}
	for (let group = 0; group < groups; group += 1) start[group + 1]! += start[group]!;

	const rows = new Int32Array(start[groups]!);
	const next = start.slice(0, groups);
	for (let row = 0; row < references.length; row += 1) {
		const group = references[row]!;
		if (group >= 0) rows[next[group]!++] = row;
	}
	return { start, rows };
}

/** The rows of one group, as a view on the index (do not change it). */
export function rowsOf(index: RowIndex, group: number): Int32Array {
	return index.rows.subarray(index.start[group]!, index.start[group + 1]!);
}
