/**
 * Ranks from 1 (smallest) with equal figures sharing the mean of the ranks that they take up.
 *
 * @param values figures in any unit; `NaN` where one is missing
 * @returns one rank a figure; `NaN` where the figure is missing
 *
 * Source: Conover, Practical Nonparametric Statistics (1999), section 5.1.
 */
export function midRanks(values: Float64Array): Float64Array {
	const order = Array.from(values.keys()).filter((at) => !Number.isNaN(values[at]));
	order.sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
	const ranks = new Float64Array(values.length).fill(Number.NaN);
	for (let first = 0; first < order.length;) {
		const value = values[order[first] ?? 0];
		let next = first + 1;
		while (next < order.length && values[order[next] ?? 0] === value) next += 1;
		for (const at of order.slice(first, next)) ranks[at] = (first + 1 + next) / 2;
		first = next;
	}
	return ranks;
}
