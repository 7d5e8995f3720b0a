import type { Adjacency } from './layout-graph.ts';
import { seededRandom } from './random.ts';

/** A smaller graph that stands for a larger one. */
export interface Coarsening {
	adjacency: Adjacency;
	/** Node of the smaller graph that each node of the larger one went into. */
	parent: Uint32Array;
	/** Sum of the masses that went into each node. */
	mass: Float64Array;
}

const NONE = 0xffffffff;

/**
 * Halves a graph by merging nodes in pairs: each node, in a seeded order from light to heavy, with the
 * free neighbour to which its link is strongest for their masses. Nodes left over around a hub are
 * merged with each other, since a star has only one link to offer.
 *
 * @param adjacency graph without loops
 * @param mass weight of each node (> 0)
 * @param isFixed nodes that must stay by themselves, 1 each
 *
 * Sources: C. Walshaw, A multilevel algorithm for force-directed graph drawing (2001); two-hop matching
 * after D. LaSalle et al., Improving graph partitioning for modern graphs (2015).
 */
export function coarsen(
	adjacency: Adjacency,
	mass: Float64Array,
	isFixed: Uint8Array,
	seed: number
): Coarsening {
	const partner = matchNeighbours(adjacency, mass, isFixed, seed);
	matchAroundHubs(adjacency, partner, isFixed);

	const parent = new Uint32Array(adjacency.nodeCount);
	const first: number[] = [];
	for (let node = 0; node < adjacency.nodeCount; node++) {
		const other = partner[node]!;
		if (other !== NONE && other < node) parent[node] = parent[other]!;
		else {
			parent[node] = first.length;
			first.push(node);
		}
	}
	const coarseMass = new Float64Array(first.length);
	for (let node = 0; node < parent.length; node++) coarseMass[parent[node]!]! += mass[node]!;
	return { adjacency: contract(adjacency, parent, first, partner), parent, mass: coarseMass };
}

function matchNeighbours(
	{ nodeCount, offsets, neighbours, weights }: Adjacency,
	mass: Float64Array,
	isFixed: Uint8Array,
	seed: number
): Uint32Array {
	const partner = new Uint32Array(nodeCount).fill(NONE);
	for (const node of lightFirst(offsets, nodeCount, seed)) {
		if (partner[node] !== NONE || isFixed[node] === 1) continue;
		let best = NONE;
		let bestScore = 0;
		for (let k = offsets[node]!; k < offsets[node + 1]!; k++) {
			const other = neighbours[k]!;
			if (partner[other] !== NONE || isFixed[other] === 1) continue;
			const score = weights[k]! / mass[other]!;
			if (score > bestScore) [best, bestScore] = [other, score];
		}
		if (best !== NONE) {
			partner[node] = best;
			partner[best] = node;
		}
	}
	return partner;
}

/** Nodes by number of neighbours, a seeded order among equals. */
function lightFirst(offsets: Uint32Array, nodeCount: number, seed: number): Uint32Array {
	const random = seededRandom(seed);
	const shuffled = new Uint32Array(nodeCount);
	for (let i = 0; i < nodeCount; i++) {
		const j = Math.floor(random() * (i + 1));
		shuffled[i] = shuffled[j]!;
		shuffled[j] = i;
	}
	const starts = new Uint32Array(nodeCount + 1);
	const degree = (node: number): number => offsets[node + 1]! - offsets[node]!;
	for (let node = 0; node < nodeCount; node++) starts[degree(node) + 1]!++;
	for (let d = 0; d < nodeCount; d++) starts[d + 1]! += starts[d]!;
	const order = new Uint32Array(nodeCount);
	for (const node of shuffled) order[starts[degree(node)]!++] = node;
	return order;
}

function matchAroundHubs(
	{ nodeCount, offsets, neighbours }: Adjacency,
	partner: Uint32Array,
	isFixed: Uint8Array
): void {
	for (let hub = 0; hub < nodeCount; hub++) {
		let waiting = NONE;
		for (let k = offsets[hub]!; k < offsets[hub + 1]!; k++) {
			const leaf = neighbours[k]!;
			if (partner[leaf] !== NONE || isFixed[leaf] === 1) continue;
			if (waiting === NONE) waiting = leaf;
			else {
				partner[leaf] = waiting;
				partner[waiting] = leaf;
				waiting = NONE;
			}
		}
	}
}

function contract(
	{ offsets, neighbours, weights }: Adjacency,
	parent: Uint32Array,
	first: readonly number[],
	partner: Uint32Array
): Adjacency {
	const nodeCount = first.length;
	const newOffsets = new Uint32Array(nodeCount + 1);
	const newNeighbours = new Uint32Array(neighbours.length);
	const newWeights = new Float64Array(neighbours.length);
	// Where each neighbour stands in the row being written; valid when not before the row's start.
	const place = new Int32Array(nodeCount).fill(-1);
	let count = 0;
	for (let node = 0; node < nodeCount; node++) {
		const rowStart = count;
		const one = first[node]!;
		const other = partner[one]!;
		for (const member of other === NONE ? [one] : [one, other]) {
			for (let k = offsets[member]!; k < offsets[member + 1]!; k++) {
				const neighbour = parent[neighbours[k]!]!;
				if (neighbour === node) continue;
				if (place[neighbour]! < rowStart) {
					place[neighbour] = count;
					newNeighbours[count] = neighbour;
					newWeights[count++] = weights[k]!;
				} else newWeights[place[neighbour]!]! += weights[k]!;
			}
		}
		newOffsets[node + 1] = count;
	}
	return {
		nodeCount,
		offsets: newOffsets,
		neighbours: newNeighbours.slice(0, count),
		weights: newWeights.slice(0, count)
	};
}
