/** Rows of a sparse matrix: row v is the entries from `offsets[v]` up to `offsets[v + 1]`. */
export interface Rows {
	offsets: Uint32Array;
	targets: Uint32Array;
	weights: Float64Array;
}

/** Rows by source, each ascending by target: sorting by target first and then, stably, by source. */
export function sortedRows(
	nodeCount: number,
	sources: ArrayLike<number>,
	targets: ArrayLike<number>,
	weights: ArrayLike<number>
): Rows {
	const byTarget = rowsBy(nodeCount, targets, sources, weights);
	return rowsBy(nodeCount, byTarget.targets, keysOf(byTarget.offsets, nodeCount), byTarget.weights);
}

/** Stable counting sort of (key, value, weight) by key. */
export function rowsBy(
	nodeCount: number,
	keys: ArrayLike<number>,
	values: ArrayLike<number>,
	weights: ArrayLike<number>
): Rows {
	const offsets = new Uint32Array(nodeCount + 1);
	for (let arc = 0; arc < keys.length; arc++) offsets[keys[arc]! + 1]!++;
	for (let node = 0; node < nodeCount; node++) offsets[node + 1]! += offsets[node]!;
	const next = offsets.slice();
	const rows: Rows = {
		offsets,
		targets: new Uint32Array(keys.length),
		weights: new Float64Array(keys.length)
	};
	for (let arc = 0; arc < keys.length; arc++) {
		const at = next[keys[arc]!]!++;
		rows.targets[at] = values[arc]!;
		rows.weights[at] = weights[arc]!;
	}
	return rows;
}

/** The key of every entry, in order of the rows. */
export function keysOf(offsets: Uint32Array, nodeCount: number): Uint32Array {
	const keys = new Uint32Array(offsets[nodeCount]!);
	for (let node = 0; node < nodeCount; node++) keys.fill(node, offsets[node]!, offsets[node + 1]!);
	return keys;
}

/** Adds up neighbouring entries of a row that name the same target. */
export function mergeParallel({ offsets, targets, weights }: Rows): Rows {
	const merged = new Uint32Array(offsets.length);
	let end = 0;
	for (let node = 0; node + 1 < offsets.length; node++) {
		const start = end;
		for (let at = offsets[node]!; at < offsets[node + 1]!; at++) {
			if (end > start && targets[end - 1] === targets[at]) {
				weights[end - 1]! += weights[at]!;
			} else {
				targets[end] = targets[at]!;
				weights[end] = weights[at]!;
				end++;
			}
		}
		merged[node + 1] = end;
	}
	return { offsets: merged, targets: targets.slice(0, end), weights: weights.slice(0, end) };
}
