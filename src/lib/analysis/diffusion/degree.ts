import type { SparseMatrix } from '../sparse/sparse-matrix.ts';
import { binary, columnSums, rowSums } from '../sparse/sparse-operations.ts';

/** How many ties each unit has, in the order of units. */
export interface Degrees {
	/** Units that name it (count). */
	indegree: number[];
	/** Units it names (count). */
	outdegree: number[];
	/** Both together (count of directed ties). */
	degree: number[];
	/** Sum of weights of the ties to it and from it. */
	indegreeValued: number[];
	outdegreeValued: number[];
}

/**
 * Degree of each unit in a directed network.
 *
 * Source: Wasserman & Faust, Social Network Analysis (1994), chapter 5.
 */
export function degrees(network: SparseMatrix): Degrees {
	const ties = binary(network);
	const indegree = [...columnSums(ties)];
	const outdegree = [...rowSums(ties)];
	return {
		indegree,
		outdegree,
		degree: indegree.map((count, unit) => count + outdegree[unit]!),
		indegreeValued: [...columnSums(network)],
		outdegreeValued: [...rowSums(network)]
	};
}

/**
 * Share of possible directed ties that exist, m / (n (n - 1)).
 *
 * @returns from 0 to 1; `null` for fewer than two units
 */
export function directedDensity(network: SparseMatrix): number | null {
	const ties = network.value.reduce((count, weight) => count + (weight > 0 ? 1 : 0), 0);
	return network.size < 2 ? null : ties / (network.size * (network.size - 1));
}
