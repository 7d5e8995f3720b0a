import type { Graph } from './graph.ts';
import { undirectedOf } from './graph.ts';

/** How far the contacts of a node are in contact with each other. */
export interface Clustering {
	/** Triangles through each node. */
	triangles: Float64Array;
	/** Share of the pairs of a node's contacts that are tied, 0 to 1; null with fewer than 2 contacts. */
	local: (number | null)[];
	/** Mean of the local shares over all nodes, those with fewer than 2 contacts counting 0; null when no node has 2. */
	average: number | null;
	/** Share of all open or closed pairs of contacts that are closed, 0 to 1; null when there is no such pair. */
	transitivity: number | null;
	/** Triangles of the network. */
	triangleCount: number;
}

/**
 * Clustering of a network, directions ignored.
 *
 * local(v) = 2 triangles(v) / (d (d - 1)); transitivity = 3 triangles / pairs of contacts
 *
 * Source: Watts & Strogatz, Nature 393 (1998), for the local and average share; Newman, Strogatz &
 * Watts, Phys. Rev. E 64 (2001), for transitivity.
 */
export function clustering(graph: Graph): Clustering {
	const plain = undirectedOf(graph);
	const triangles = trianglesOf(plain);
	const local: (number | null)[] = [];
	let pairs = 0;
	for (let node = 0; node < plain.nodeCount; node++) {
		const degree = plain.offsets[node + 1]! - plain.offsets[node]!;
		const own = (degree * (degree - 1)) / 2;
		pairs += own;
		local.push(own === 0 ? null : triangles[node]! / own);
	}
	const corners = triangles.reduce((sum, count) => sum + count, 0);
	return {
		triangles,
		local,
		average: pairs === 0 ? null : local.reduce<number>((sum, share) => sum + (share ?? 0), 0) / local.length,
		transitivity: pairs === 0 ? null : corners / pairs,
		triangleCount: corners / 3
	};
}

/** Each triangle is found once, from its lowest node, by merging the sorted rows of its two other corners. */
function trianglesOf({ nodeCount, offsets, targets }: Graph): Float64Array {
	const triangles = new Float64Array(nodeCount);
	for (let node = 0; node < nodeCount; node++) {
		const end = offsets[node + 1]!;
		for (let at = offsets[node]!; at < end; at++) {
			const other = targets[at]!;
			if (other < node) continue;
			let mine = at + 1;
			let theirs = offsets[other]!;
			const theirEnd = offsets[other + 1]!;
			while (mine < end && theirs < theirEnd) {
				const difference = targets[mine]! - targets[theirs]!;
				if (difference === 0) {
					triangles[node]!++;
					triangles[other]!++;
					triangles[targets[mine]!]!++;
				}
				if (difference <= 0) mine++;
				if (difference >= 0) theirs++;
			}
		}
	}
	return triangles;
}
