import { assertNode, distancesFrom, UNREACHABLE } from './distances.ts';
import type { Graph } from './graph.ts';
import { reversedOf } from './graph.ts';

/**
 * Nodes within some steps of a node, the node itself first, then by distance and number.
 *
 * @param steps largest distance (integer >= 0); ties count in both directions when the graph was
 *   made undirected, along their direction otherwise
 */
export function neighbourhood(graph: Graph, node: number, steps: number): { node: number; steps: number }[] {
	const distance = distancesFrom(graph, node, steps);
	const found: { node: number; steps: number }[] = [];
	distance.forEach((away, other) => {
		if (away !== UNREACHABLE) found.push({ node: other, steps: away });
	});
	return found.sort((a, b) => a.steps - b.steps || a.node - b.node);
}

/**
 * One shortest path between two nodes: of several, the one whose nodes have the lowest numbers,
 * read from the start.
 *
 * @returns the nodes from `from` to `to`, both included, or null when no path leads there
 */
export function shortestPath(graph: Graph, from: number, to: number): number[] | null {
	assertNode(graph, from);
	const remaining = distancesFrom(reversedOf(graph), to);
	if (remaining[from] === UNREACHABLE) return null;
	const path = [from];
	for (let node = from; node !== to; path.push(node)) {
		const next = remaining[node]! - 1;
		let at = graph.offsets[node]!;
		while (remaining[graph.targets[at]!] !== next) at++;
		node = graph.targets[at]!;
	}
	return path;
}
