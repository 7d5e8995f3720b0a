/**
 * Sets of days as sorted, disjoint, half-open intervals `[from, to)`, flat: from, to, from, to …
 * `ALWAYS_BEFORE` and `ALWAYS_AFTER` stand for "since ever" and "for ever".
 */
export type Intervals = readonly number[];

export const ALWAYS_BEFORE = -0x7fffffff;
export const ALWAYS_AFTER = 0x7fffffff;

export const NEVER: Intervals = [];
export const ALWAYS: Intervals = [ALWAYS_BEFORE, ALWAYS_AFTER];

/** The days of either set. Takes intervals in any order, overlapping or touching ones too. */
export function union(intervals: readonly (readonly [from: number, to: number])[]): Intervals {
	const sorted = intervals.filter(([from, to]) => from < to).sort((a, b) => a[0] - b[0]);
	const merged: number[] = [];
	for (const [from, to] of sorted) {
		const last = merged.length - 1;
		if (merged.length > 0 && from <= merged[last]!) merged[last] = Math.max(merged[last]!, to);
		else merged.push(from, to);
	}
	return merged;
}

/** The days that are in both sets. */
export function intersect(a: Intervals, b: Intervals): Intervals {
	if (a === ALWAYS) return b;
	if (b === ALWAYS) return a;
	const both: number[] = [];
	let i = 0;
	let j = 0;
	while (i < a.length && j < b.length) {
		const from = Math.max(a[i]!, b[j]!);
		const to = Math.min(a[i + 1]!, b[j + 1]!);
		if (from < to) both.push(from, to);
		if (a[i + 1]! < b[j + 1]!) i += 2;
		else j += 2;
	}
	return both;
}
