import { AnalysisError } from '../analysis-error.ts';
import type { SparseMatrix } from './sparse-matrix.ts';

/** Walks from one unit along ties, breadth first, up to a number of steps. Buffers are reused between walks. */
export interface GeodesicWalk {
	/** Units reached by the last walk, nearest first, without the start itself. */
	reached: Int32Array;
	/** Steps to each unit by the last walk (0 for the start); -1 where not reached. */
	steps: Int32Array;
	/** Walks from a unit and returns how many units were reached. */
	from(unit: number): number;
}

/**
 * Prepares walks over the ties of a network with positive weight, along their direction.
 *
 * @param maxSteps longest path followed (steps, at least 1)
 */
export function geodesicWalk(
	{ size, rowStart, column, value }: SparseMatrix,
	maxSteps: number
): GeodesicWalk {
	const steps = new Int32Array(size).fill(-1);
	const reached = new Int32Array(size);
	let last = -1;
	let count = 0;

	const visit = (unit: number, distance: number): void => {
		for (let at = rowStart[unit]!; at < rowStart[unit + 1]!; at++) {
			const to = column[at]!;
			if (steps[to] === -1 && value[at]! > 0) {
				steps[to] = distance;
				reached[count++] = to;
			}
		}
	};

	return {
		reached,
		steps,
		from(unit) {
			for (let k = 0; k < count; k++) steps[reached[k]!] = -1;
			if (last >= 0) steps[last] = -1;
			last = unit;
			count = 0;
			steps[unit] = 0;
			visit(unit, 1);
			for (let head = 0; head < count; head++) {
				const distance = steps[reached[head]!]!;
				if (distance >= maxSteps) break;
				visit(reached[head]!, distance + 1);
			}
			return count;
		}
	};
}

/** Entries a stored geodesic matrix may hold; beyond it the memory of a browser tab is at risk. */
const MAX_STORED = 30_000_000;

/**
 * Weights that fall with the length of the shortest path: w_ij = 1 / d_ij along directed ties, 0 where
 * j is more than `maxSteps` away from i or out of reach. Not row-standardised.
 *
 * @param maxSteps longest path counted (steps; netdiffuseR uses 6)
 * @throws {AnalysisError} if more than 30 million pairs are within reach
 *
 * Source: netdiffuseR `moran` as used by `summary.diffnet`.
 */
export function geodesicWeights(network: SparseMatrix, maxSteps = 6): SparseMatrix {
	const walk = geodesicWalk(network, maxSteps);
	const rowStart = new Int32Array(network.size + 1);
	for (let unit = 0; unit < network.size; unit++) {
		rowStart[unit + 1] = rowStart[unit]! + walk.from(unit);
		if (rowStart[unit + 1]! > MAX_STORED) {
			throw new AnalysisError(
				`more than ${MAX_STORED} pairs of units are within ${maxSteps} steps of each other; count fewer steps`
			);
		}
	}
	const column = new Int32Array(rowStart[network.size]!);
	const value = new Float64Array(column.length);
	for (let unit = 0; unit < network.size; unit++) {
		const count = walk.from(unit);
		const row = column.subarray(rowStart[unit]!, rowStart[unit]! + count);
		row.set(walk.reached.subarray(0, count));
		row.sort();
		for (let k = 0; k < count; k++) value[rowStart[unit]! + k] = 1 / walk.steps[row[k]!]!;
	}
	return { size: network.size, rowStart, column, value };
}
