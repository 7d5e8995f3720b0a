import { clustering } from './clustering.ts';
import { averagePathLength, distanceSums } from './distances.ts';
import type { Graph } from './graph.ts';
import { buildGraph, tieListOf, undirectedOf } from './graph.ts';
import { seededRandom } from './seeded-random.ts';

export interface SmallWorld {
	/** Average clustering, and its mean over the random networks. */
	clustering: number;
	randomClustering: number;
	/** Average path length in steps, and its mean over the random networks. */
	pathLength: number;
	randomPathLength: number;
	/** (clustering / random) / (path length / random); well above 1 is a small world. Null if random clustering is 0. */
	coefficient: number | null;
}

const SWAPS_PER_TIE = 10;

/**
 * Whether a network, directions ignored, is more clustered than chance at no greater distance:
 * compared with random networks in which every node keeps its number of ties.
 *
 * @param draws random networks to compare with (integer >= 1)
 * @param seed same seed, same answer
 * @returns null without ties
 *
 * Source: Humphries & Gurney, PLoS ONE 3 (2008), with the degree-keeping null model of Maslov &
 * Sneppen, Science 296 (2002).
 */
export function smallWorld(graph: Graph, draws = 10, seed = 1): SmallWorld | null {
	const plain = undirectedOf(graph);
	const observed = clusteringAndPath(plain);
	if (observed === null) return null;
	const random = seededRandom(seed);
	const mean = { clustering: 0, pathLength: 0 };
	for (let draw = 0; draw < draws; draw++) {
		const drawn = clusteringAndPath(rewired(plain, random))!;
		mean.clustering += drawn.clustering / draws;
		mean.pathLength += drawn.pathLength / draws;
	}
	return {
		...observed,
		randomClustering: mean.clustering,
		randomPathLength: mean.pathLength,
		coefficient:
			mean.clustering === 0
				? null
				: observed.clustering / mean.clustering / (observed.pathLength / mean.pathLength)
	};
}

function clusteringAndPath(graph: Graph): { clustering: number; pathLength: number } | null {
	const pathLength = averagePathLength(distanceSums(graph));
	const { average } = clustering(graph);
	return pathLength === null || average === null ? null : { clustering: average, pathLength };
}

/**
 * A random network in which every node keeps its number of ties: pairs of ties swap ends, again and
 * again, unless that would repeat a tie or tie a node to itself.
 *
 * @param plain undirected
 */
export function rewired(plain: Graph, random: () => number): Graph {
	const { sources, targets } = tieListOf(plain);
	const n = plain.nodeCount;
	const key = (a: number, b: number) => Math.min(a, b) * n + Math.max(a, b);
	const ties = new Set<number>();
	sources.forEach((source, tie) => ties.add(key(source, targets[tie]!)));
	for (let swap = 0; swap < SWAPS_PER_TIE * plain.tieCount; swap++) {
		const first = Math.floor(random() * plain.tieCount);
		const second = Math.floor(random() * plain.tieCount);
		const [a, b] = [sources[first]!, targets[first]!];
		// Either end may be handed over, or a swap could never change who plays the source.
		const [c, d] =
			random() < 0.5 ? [sources[second]!, targets[second]!] : [targets[second]!, sources[second]!];
		if (a === d || c === b || ties.has(key(a, d)) || ties.has(key(c, b))) continue;
		ties.delete(key(a, b));
		ties.delete(key(c, d));
		ties.add(key(a, d));
		ties.add(key(c, b));
		targets[first] = d;
		[sources[second], targets[second]] = [c, b];
	}
	return buildGraph(n, { sources, targets }).graph;
}
