/** How a measure is cut into classes for shading. */
export const CLASS_METHODS = ['quantile', 'equal', 'natural'] as const;
export type ClassMethod = (typeof CLASS_METHODS)[number];

/**
 * Upper bounds of the classes of a measure, ascending; the last is the largest value.
 *
 * quantile: as many areas in each as ties allow · equal: steps of one size · natural: least sum of
 * squared distances from the class means (Jenks).
 *
 * @param values finite numbers, in any order
 * @param classes wanted, integer >= 1; fewer come back where values tie
 * @returns at most `classes` bounds, all different; none for no values
 * Source for natural breaks: Fisher (1958), exact, by dynamic programming on the distinct values.
 */
export function classBreaks(values: readonly number[], classes: number, method: ClassMethod): number[] {
	const sorted = [...values].sort((a, b) => a - b);
	if (sorted.length === 0) return [];
	const distinct = sorted.filter((value, at) => at === 0 || value !== sorted[at - 1]);
	if (distinct.length <= classes) return distinct;
	switch (method) {
		case 'equal': {
			const low = sorted[0]!;
			const high = sorted.at(-1)!;
			return Array.from({ length: classes }, (_, at) =>
				at === classes - 1 ? high : low + ((at + 1) * (high - low)) / classes
			);
		}
		case 'quantile': {
			const bounds = Array.from(
				{ length: classes },
				(_, at) => sorted[Math.ceil(((at + 1) * sorted.length) / classes) - 1]!
			);
			return bounds.filter((bound, at) => at === 0 || bound !== bounds[at - 1]);
		}
		case 'natural':
			return naturalBreaks(sorted, distinct, classes);
	}
}

/** Class of a value, 0 the lowest; values above the last bound belong to the last class. */
export function classOf(value: number, bounds: readonly number[]): number {
	const at = bounds.findIndex((bound) => value <= bound);
	return at < 0 ? bounds.length - 1 : at;
}

function naturalBreaks(sorted: readonly number[], distinct: readonly number[], classes: number): number[] {
	const n = distinct.length;
	const weight = new Float64Array(n + 1);
	const sum = new Float64Array(n + 1);
	const squares = new Float64Array(n + 1);
	// From the first value, so that large values with small differences keep their digits.
	const origin = distinct[0]!;
	let at = 0;
	distinct.forEach((value, row) => {
		let times = 0;
		while (at < sorted.length && sorted[at] === value) {
			times += 1;
			at += 1;
		}
		const moved = value - origin;
		weight[row + 1] = weight[row]! + times;
		sum[row + 1] = sum[row]! + times * moved;
		squares[row + 1] = squares[row]! + times * moved * moved;
	});
	const spread = (from: number, to: number): number => {
		const total = sum[to]! - sum[from]!;
		return squares[to]! - squares[from]! - (total * total) / (weight[to]! - weight[from]!);
	};

	let cost = Float64Array.from({ length: n + 1 }, (_, to) => (to === 0 ? 0 : spread(0, to)));
	const cuts: Int32Array[] = [];
	for (let k = 1; k < classes; k += 1) {
		const next = new Float64Array(n + 1).fill(Infinity);
		const cut = new Int32Array(n + 1);
		for (let to = k + 1; to <= n; to += 1) {
			for (let from = k; from < to; from += 1) {
				const candidate = cost[from]! + spread(from, to);
				if (candidate < next[to]!) {
					next[to] = candidate;
					cut[to] = from;
				}
			}
		}
		cuts.push(cut);
		cost = next;
	}
	const bounds: number[] = [];
	let to = n;
	for (let k = cuts.length - 1; k >= 0; k -= 1) {
		bounds.push(distinct[to - 1]!);
		to = cuts[k]![to]!;
	}
	bounds.push(distinct[to - 1]!);
	return bounds.reverse();
}
