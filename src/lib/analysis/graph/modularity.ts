import type { Graph } from './graph.ts';
import { undirectedOf } from './graph.ts';

/**
 * How far ties fall inside groups beyond what the degrees alone would give, directions ignored.
 *
 * Q = sum over groups of (inside / total - (degrees / (2 total))²)
 *
 * @param groupOf group of each node, whole numbers >= 0
 * @param isWeighted whether ties count by their strength
 * @returns -0.5 to 1, null when there are no ties
 *
 * Source: Newman & Girvan, Phys. Rev. E 69 (2004).
 */
export function modularity(graph: Graph, groupOf: ArrayLike<number>, isWeighted = false): number | null {
	const { nodeCount, offsets, targets, weights } = undirectedOf(graph);
	const inside: number[] = [];
	const degrees: number[] = [];
	let total = 0;
	for (let node = 0; node < nodeCount; node++) {
		const group = groupOf[node]!;
		for (let at = offsets[node]!; at < offsets[node + 1]!; at++) {
			const weight = isWeighted ? weights[at]! : 1;
			total += weight;
			degrees[group] = (degrees[group] ?? 0) + weight;
			if (groupOf[targets[at]!] === group) inside[group] = (inside[group] ?? 0) + weight;
		}
	}
	if (total === 0) return null;
	return degrees.reduce(
		(sum, degree, group) => sum + (inside[group] ?? 0) / total - (degree / total) ** 2,
		0
	);
}
