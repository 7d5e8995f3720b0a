import type { Partition } from './components.ts';
import { distancesFrom, UNREACHABLE } from './distances.ts';
import type { Graph } from './graph.ts';
import { seededRandom, shuffle } from './seeded-random.ts';

/** What a new tie between two nodes would do to the network. */
export interface IntroductionEffect {
	/** Average steps between two nodes that a path joins today; null when none does. */
	averagePathBefore: number | null;
	/** The same pairs, with the new tie. */
	averagePathAfter: number | null;
	/** Pairs of nodes that a path would join for the first time. */
	newlyJoinedPairs: number;
	/** Nodes of the two components it would join, larger first; null when they are one already. */
	componentsBridged: [number, number] | null;
	/** Number of nodes whose paths the averages were estimated from; null when all were. */
	estimatedFrom: number | null;
}

/** Up to this many nodes every path is measured; beyond, those of a fixed random sample of sources. */
const MAX_SOURCES = 512;

/**
 * Prepares the measurement of new ties in one undirected network: the paths as they are today are
 * searched once, and each new tie then costs two searches.
 *
 * @returns the effect of a tie between two nodes
 */
export function effectOfTies(
	graph: Graph,
	componentParts: Partition
): (a: number, b: number) => IntroductionEffect {
	const sources = sampleOf(graph.nodeCount);
	const today = Array.from(sources, (source) => distancesFrom(graph, source));
	let pairs = 0;
	let steps = 0;
	for (const distance of today) {
		for (const away of distance) {
			if (away <= 0) continue;
			pairs++;
			steps += away;
		}
	}
	return (a, b) => {
		const [partA, partB] = [componentParts.partOf[a]!, componentParts.partOf[b]!];
		const sizes: [number, number] = [componentParts.sizes[partA]!, componentParts.sizes[partB]!];
		const isBridge = partA !== partB;
		const saved = isBridge ? 0 : stepsSaved(today, distancesFrom(graph, a), distancesFrom(graph, b), a, b);
		return {
			averagePathBefore: pairs === 0 ? null : steps / pairs,
			averagePathAfter: pairs === 0 ? null : (steps - saved) / pairs,
			newlyJoinedPairs: isBridge ? sizes[0] * sizes[1] : 0,
			componentsBridged: isBridge ? (sizes.sort((x, y) => y - x) as [number, number]) : null,
			estimatedFrom: sources.length === graph.nodeCount ? null : sources.length
		};
	};
}

/** A path may now cross the new tie, one way or the other. */
function stepsSaved(
	today: readonly Int32Array[],
	fromA: Int32Array,
	fromB: Int32Array,
	a: number,
	b: number
): number {
	let saved = 0;
	for (const distance of today) {
		const toA = distance[a]!;
		const toB = distance[b]!;
		// Crossing pays only for a source that is at least two steps nearer to one end.
		if (toA === UNREACHABLE || Math.abs(toA - toB) < 2) continue;
		const [crossed, onward] = toA < toB ? [toA + 1, fromB] : [toB + 1, fromA];
		for (let node = 0; node < distance.length; node++) {
			const gain = distance[node]! - crossed - onward[node]!;
			if (gain > 0) saved += gain;
		}
	}
	return saved;
}

function sampleOf(nodeCount: number): Uint32Array {
	const all = Uint32Array.from({ length: nodeCount }, (_, node) => node);
	return nodeCount <= MAX_SOURCES ? all : shuffle(all, seededRandom(nodeCount)).slice(0, MAX_SOURCES).sort();
}
