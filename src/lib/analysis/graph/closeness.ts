import type { DistanceSums } from './distances.ts';

/**
 * How near a node is to those it is joined to: the inverse of the average distance to (directed:
 * from) the r - 1 nodes in reach.
 *
 * c(v) = (r - 1) / sum of distances
 *
 * @returns per node 0 to 1, null for a node that nobody reaches
 *
 * Source: Freeman, Centrality in social networks, Social Networks 1 (1979); per component.
 */
export function closeness({ reached, sum }: DistanceSums): (number | null)[] {
	return Array.from(reached, (others, node) => (others === 0 ? null : others / sum[node]!));
}

/**
 * Closeness scaled by the share of the network in reach, so that a node of a small component does
 * not look central (Wasserman and Faust's improved formula).
 *
 * c(v) = (r - 1) / (n - 1) * (r - 1) / sum of distances
 *
 * @returns per node 0 to 1, null for a node that nobody reaches
 *
 * Source: Wasserman & Faust, Social Network Analysis (1994), formula 5.22.
 */
export function improvedCloseness(sums: DistanceSums): (number | null)[] {
	const others = sums.reached.length - 1;
	return closeness(sums).map((value, node) =>
		value === null ? null : (value * sums.reached[node]!) / others
	);
}

/**
 * Sum of the inverse distances to (directed: from) all other nodes; one out of reach adds nothing.
 *
 * Source: Marchiori & Latora, Harmony in the small-world, Physica A 285 (2000).
 */
export function harmonicCloseness({ harmonic }: DistanceSums): number[] {
	return Array.from(harmonic);
}
