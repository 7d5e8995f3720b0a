import type { Graph } from './graph.ts';

/** Ties that leave a group against ties that stay in it. */
export interface EiIndex {
	/** Ties (or their summed strength) between groups. */
	external: number;
	/** Ties (or their summed strength) inside a group. */
	internal: number;
	/** (external - internal) / (external + internal): -1 all inside, +1 all outside, null without ties. */
	ei: number | null;
}

/**
 * E-I index of a network. Ties with an end of unknown group are left out.
 *
 * @param groupOf group of each node, null when unknown
 * @param isWeighted whether ties count by their strength
 *
 * Source: Krackhardt & Stern, Informal networks and organizational crises, Soc. Psych. Quarterly 51 (1988).
 */
export function eiIndex(graph: Graph, groupOf: readonly (string | null)[], isWeighted = false): EiIndex {
	const tally = { external: 0, internal: 0 };
	eachEnd(graph, groupOf, (node, other, weight) => {
		if (graph.directed || node < other)
			count(tally, groupOf[node] === groupOf[other], isWeighted ? weight : 1);
	});
	return withIndex(tally);
}

/**
 * E-I index of each group over the ties that touch it; when directed, over the ties it sends.
 *
 * @returns by group, in the order of first appearance; a group without ties has a null index
 */
export function eiByGroup(graph: Graph, groupOf: readonly (string | null)[]): Map<string, EiIndex> {
	const tallies = new Map<string, Tally>();
	for (const group of groupOf) if (group !== null) tallies.set(group, { external: 0, internal: 0 });
	eachEnd(graph, groupOf, (node, other) => {
		const isInternal = groupOf[node] === groupOf[other];
		// An undirected tie inside a group is met from both its ends.
		count(tallies.get(groupOf[node]!)!, isInternal, isInternal && !graph.directed ? 0.5 : 1);
	});
	return new Map([...tallies].map(([group, tally]) => [group, withIndex(tally)]));
}

/** E-I index of each node over its own ties (sent, when directed); null without ties to known groups. */
export function eiByNode(graph: Graph, groupOf: readonly (string | null)[]): (number | null)[] {
	const tallies = Array.from({ length: graph.nodeCount }, () => ({ external: 0, internal: 0 }));
	eachEnd(graph, groupOf, (node, other) => count(tallies[node]!, groupOf[node] === groupOf[other], 1));
	return tallies.map((tally) => withIndex(tally).ei);
}

type Tally = Omit<EiIndex, 'ei'>;

function eachEnd(
	graph: Graph,
	groupOf: readonly (string | null)[],
	visit: (node: number, other: number, weight: number) => void
): void {
	for (let node = 0; node < graph.nodeCount; node++) {
		if ((groupOf[node] ?? null) === null) continue;
		for (let at = graph.offsets[node]!; at < graph.offsets[node + 1]!; at++) {
			const other = graph.targets[at]!;
			if ((groupOf[other] ?? null) !== null) visit(node, other, graph.weights[at]!);
		}
	}
}

function count(tally: Tally, isInternal: boolean, weight: number): void {
	if (isInternal) tally.internal += weight;
	else tally.external += weight;
}

function withIndex({ external, internal }: Tally): EiIndex {
	const total = external + internal;
	return { external, internal, ei: total === 0 ? null : (external - internal) / total };
}
