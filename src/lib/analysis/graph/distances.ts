import { DomainError } from '#lib/domain/errors.ts';
import type { Graph } from './graph.ts';

/** Distance that stands for "cannot be reached". */
export const UNREACHABLE = -1;

/**
 * Steps from one node to every other along ties (along their direction when directed).
 *
 * @param limit steps after which the search stops
 * @returns per node the number of steps, 0 for the node itself, `UNREACHABLE` where no path (or none
 *   within the limit) leads
 */
export function distancesFrom(graph: Graph, source: number, limit = Infinity): Int32Array {
	assertNode(graph, source);
	const distance = new Int32Array(graph.nodeCount).fill(UNREACHABLE);
	const queue = new Uint32Array(graph.nodeCount);
	distance[source] = 0;
	queue[0] = source;
	let found = 1;
	for (let place = 0; place < found; place++) {
		const node = queue[place]!;
		const next = distance[node]! + 1;
		if (next > limit) break;
		for (let at = graph.offsets[node]!; at < graph.offsets[node + 1]!; at++) {
			const neighbour = graph.targets[at]!;
			if (distance[neighbour] !== UNREACHABLE) continue;
			distance[neighbour] = next;
			queue[found++] = neighbour;
		}
	}
	return distance;
}

/** What is known of all shortest paths that end at each node. */
export interface DistanceSums {
	/** Other nodes from which the node can be reached. */
	reached: Uint32Array;
	/** Sum of their distances, in steps. */
	sum: Float64Array;
	/** Sum of 1 / distance over them. */
	harmonic: Float64Array;
	/** Largest of their distances; 0 when there is none. */
	farthest: Uint32Array;
}

const SOURCES_AT_ONCE = 32;

/**
 * Sums over the shortest paths from every node to each node. Searches start from 32 nodes at once,
 * one bit each, which visits a tie once a step instead of once a source.
 *
 * Source: Then et al., The more the merrier: efficient multi-source graph traversal, VLDB 8 (2014).
 */
export function distanceSums(graph: Graph): DistanceSums {
	const { nodeCount } = graph;
	const sums: DistanceSums = {
		reached: new Uint32Array(nodeCount),
		sum: new Float64Array(nodeCount),
		harmonic: new Float64Array(nodeCount),
		farthest: new Uint32Array(nodeCount)
	};
	const seen = new Int32Array(nodeCount);
	const arriving = new Int32Array(nodeCount);
	const frontierBits = new Int32Array(nodeCount);
	let frontier = new Uint32Array(nodeCount);
	let touched = new Uint32Array(nodeCount);

	for (let first = 0; first < nodeCount; first += SOURCES_AT_ONCE) {
		seen.fill(0);
		let frontierSize = Math.min(SOURCES_AT_ONCE, nodeCount - first);
		for (let bit = 0; bit < frontierSize; bit++) {
			seen[first + bit] = frontierBits[first + bit] = 1 << bit;
			frontier[bit] = first + bit;
		}
		for (let steps = 1; frontierSize > 0; steps++) {
			const touchedSize = step(graph, frontier, frontierSize, frontierBits, arriving, touched);
			frontierSize = 0;
			for (let place = 0; place < touchedSize; place++) {
				const node = touched[place]!;
				const fresh = arriving[node]! & ~seen[node]!;
				arriving[node] = 0;
				if (fresh === 0) continue;
				seen[node]! |= fresh;
				frontierBits[node] = fresh;
				touched[frontierSize++] = node;
				const sources = bitCount(fresh);
				sums.reached[node]! += sources;
				sums.sum[node]! += sources * steps;
				sums.harmonic[node]! += sources / steps;
				if (steps > sums.farthest[node]!) sums.farthest[node] = steps;
			}
			[frontier, touched] = [touched, frontier];
		}
	}
	return sums;
}

/** Passes the bits of the frontier on along its ties; returns how many nodes they arrive at. */
function step(
	graph: Graph,
	frontier: Uint32Array,
	frontierSize: number,
	frontierBits: Int32Array,
	arriving: Int32Array,
	touched: Uint32Array
): number {
	const { offsets, targets } = graph;
	let touchedSize = 0;
	for (let place = 0; place < frontierSize; place++) {
		const node = frontier[place]!;
		const bits = frontierBits[node]!;
		const last = offsets[node + 1]!;
		for (let at = offsets[node]!; at < last; at++) {
			const neighbour = targets[at]!;
			if (arriving[neighbour] === 0) touched[touchedSize++] = neighbour;
			arriving[neighbour]! |= bits;
		}
	}
	return touchedSize;
}

function bitCount(bits: number): number {
	let count = bits - ((bits >>> 1) & 0x55555555);
	count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
	return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * Average number of steps between two nodes, over the pairs that a path joins.
 *
 * @returns null when no pair is joined
 */
export function averagePathLength({ reached, sum }: DistanceSums): number | null {
	let pairs = 0;
	let steps = 0;
	for (let node = 0; node < reached.length; node++) {
		pairs += reached[node]!;
		steps += sum[node]!;
	}
	return pairs === 0 ? null : steps / pairs;
}

/** Longest of all shortest paths, in steps, over the pairs that a path joins; null when none is. */
export function diameter({ farthest }: DistanceSums): number | null {
	const longest = farthest.reduce((most, steps) => Math.max(most, steps), 0);
	return longest === 0 ? null : longest;
}

/** @throws {DomainError} if the number is no node of the graph */
export function assertNode(graph: Graph, node: number): void {
	if (!Number.isInteger(node) || node < 0 || node >= graph.nodeCount) {
		throw new DomainError(`node must be a whole number from 0 to ${graph.nodeCount - 1}, got ${node}`);
	}
}
