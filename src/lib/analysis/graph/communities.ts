import type { Level } from './community-level.ts';
import { aggregate, bottomLevel, relabelled } from './community-level.ts';
import type { Partition } from './components.ts';
import { orderedPartition } from './components.ts';
import type { Graph } from './graph.ts';
import { undirectedOf } from './graph.ts';
import { modularity } from './modularity.ts';
import { seededRandom, shuffle } from './seeded-random.ts';

export interface Communities extends Partition {
	/** Modularity of the split; null when there are no ties. */
	modularity: number | null;
}

export interface CommunityOptions {
	/** Same seed, same communities. */
	seed?: number;
	/** Searches from different orders, of which the best is kept. */
	starts?: number;
	/** Whether ties count by their strength. */
	isWeighted?: boolean;
}

/** Tie visits that all starts together may take by default: about a second. */
const EFFORT = 4_000_000;

/**
 * Communities: a split of the network into groups with many ties inside and few between, found by
 * moving nodes while modularity rises, refining every group into well-connected parts, and going on
 * with the parts as nodes (the Leiden scheme, with greedy refinement). Directions are ignored.
 *
 * Every community hangs together by its own ties. Numbers are stable: community 0 is the largest, and equals are ordered by their lowest node.
 *
 * Source: Traag, Waltman & van Eck, From Louvain to Leiden, Scientific Reports 9 (2019); Blondel et
 * al., J. Stat. Mech. (2008). Graphology's Louvain has no refinement.
 */
export function communities(graph: Graph, options: CommunityOptions = {}): Communities {
	const { seed = 1, isWeighted = false } = options;
	const plain = undirectedOf(graph);
	const starts =
		options.starts ?? Math.max(1, Math.min(60, Math.floor(EFFORT / (20 * (plain.targets.length + 1)))));
	const random = seededRandom(seed);
	let best: Uint32Array = Uint32Array.from({ length: plain.nodeCount }, (_, node) => node);
	let bestQuality = modularity(plain, best, isWeighted);
	for (let start = 0; start < starts && plain.tieCount > 0; start++) {
		const found = connectedParts(plain, search(plain, isWeighted, random));
		const quality = modularity(plain, found, isWeighted)!;
		if (quality > bestQuality! + 1e-12) {
			best = found;
			bestQuality = quality;
		}
	}
	const { labels, count } = relabelled(best);
	return { ...orderedPartition(labels, count), modularity: bestQuality };
}

const MAX_ROUNDS = 30;
/** A round that raises modularity by a smaller share than this is the last: the rest is a long tail. */
const LAST_GAIN = 1e-3;

function search(graph: Graph, isWeighted: boolean, random: () => number): Uint32Array {
	const bottom = bottomLevel(graph, isWeighted);
	let result = Uint32Array.from({ length: graph.nodeCount }, (_, node) => node);
	let quality = 0;
	// Each round starts from the split the last one ended with.
	for (let round = 0; round < MAX_ROUNDS; round++) {
		let level = bottom;
		let memberOf = Uint32Array.from({ length: graph.nodeCount }, (_, node) => node);
		let groupOf = Uint32Array.from(result);
		let hasMoved = false;
		for (;;) {
			const moved = moveNodes(level, groupOf, random);
			hasMoved ||= moved;
			const { labels: parts, count } = relabelled(refine(level, groupOf, random));
			const partGroup = new Uint32Array(count);
			parts.forEach((part, node) => (partGroup[part] = groupOf[node]!));
			memberOf = memberOf.map((node) => parts[node]!);
			if (count === parts.length) {
				// Nothing joins any more: the groups of this level are the answer of the round.
				result = memberOf.map((part) => partGroup[part]!);
				break;
			}
			level = aggregate(level, parts, count);
			groupOf = relabelled(partGroup).labels;
		}
		result = relabelled(result).labels;
		const reached = modularity(graph, result, isWeighted)!;
		if (!hasMoved || reached - quality < LAST_GAIN * reached) break;
		quality = reached;
	}
	return result;
}

/**
 * Splits groups that are not connected; each split raises modularity, as it parts nodes that no
 * tie joins.
 */
function connectedParts({ nodeCount, offsets, targets }: Graph, groupOf: Uint32Array): Uint32Array {
	const partOf = new Uint32Array(nodeCount).fill(nodeCount);
	const queue = new Uint32Array(nodeCount);
	for (let start = 0; start < nodeCount; start++) {
		if (partOf[start] !== nodeCount) continue;
		partOf[start] = start;
		queue[0] = start;
		for (let place = 0, found = 1; place < found; place++) {
			const node = queue[place]!;
			for (let at = offsets[node]!; at < offsets[node + 1]!; at++) {
				const other = targets[at]!;
				if (partOf[other] !== nodeCount || groupOf[other] !== groupOf[node]) continue;
				partOf[other] = start;
				queue[found++] = other;
			}
		}
	}
	return partOf;
}

/** Moves nodes to the neighbouring group that raises modularity most, until none does. */
function moveNodes(level: Level, groupOf: Uint32Array, random: () => number): boolean {
	const count = groupOf.length;
	const groupStrength = new Float64Array(count);
	const groupSize = new Uint32Array(count);
	for (let node = 0; node < count; node++) {
		groupStrength[groupOf[node]!]! += level.strength[node]!;
		groupSize[groupOf[node]!]!++;
	}
	const empty: number[] = [];
	for (let group = count - 1; group >= 0; group--) if (groupSize[group] === 0) empty.push(group);
	const queue = shuffle(
		Uint32Array.from({ length: count }, (_, node) => node),
		random
	);
	const isQueued = new Uint8Array(count).fill(1);
	const toGroup = new Float64Array(count);
	const touched = new Uint32Array(count);
	let hasMoved = false;
	for (let head = 0, waiting = count; waiting > 0; waiting--) {
		const node = queue[head]!;
		head = head + 1 === count ? 0 : head + 1;
		isQueued[node] = 0;
		const from = groupOf[node]!;
		const share = level.strength[node]! / level.total;
		let groups = 0;
		for (let at = level.offsets[node]!; at < level.offsets[node + 1]!; at++) {
			const group = groupOf[level.targets[at]!]!;
			if (toGroup[group] === 0) touched[groups++] = group;
			toGroup[group]! += level.weights[at]!;
		}
		let bestGroup = from;
		let bestGain = toGroup[from]! - share * (groupStrength[from]! - level.strength[node]!);
		for (let at = 0; at < groups; at++) {
			const group = touched[at]!;
			if (group === from) continue;
			const gain = toGroup[group]! - share * groupStrength[group]!;
			if (gain > bestGain + 1e-12) {
				bestGain = gain;
				bestGroup = group;
			}
		}
		if (bestGain < -1e-12 && groupSize[from]! > 1) bestGroup = empty.pop() ?? from;
		for (let at = 0; at < groups; at++) toGroup[touched[at]!] = 0;
		if (bestGroup === from) continue;
		hasMoved = true;
		groupStrength[from]! -= level.strength[node]!;
		groupStrength[bestGroup]! += level.strength[node]!;
		if (--groupSize[from]! === 0) empty.push(from);
		groupSize[bestGroup]!++;
		groupOf[node] = bestGroup;
		for (let at = level.offsets[node]!; at < level.offsets[node + 1]!; at++) {
			const neighbour = level.targets[at]!;
			if (isQueued[neighbour] === 1 || groupOf[neighbour] === bestGroup) continue;
			isQueued[neighbour] = 1;
			queue[(head + waiting - 1) % count] = neighbour;
			waiting++;
		}
	}
	return hasMoved;
}

/**
 * Splits every group into parts that hold together: starting from single nodes, each joins, once,
 * the part of its own group that raises modularity most.
 */
function refine(level: Level, groupOf: Uint32Array, random: () => number): Uint32Array {
	const count = groupOf.length;
	const partOf = Uint32Array.from({ length: count }, (_, node) => node);
	const partStrength = level.strength.slice();
	const isAlone = new Uint8Array(count).fill(1);
	const toPart = new Float64Array(count);
	const touched = new Uint32Array(count);
	for (const node of shuffle(Uint32Array.from(partOf), random)) {
		if (isAlone[node] === 0) continue;
		let parts = 0;
		for (let at = level.offsets[node]!; at < level.offsets[node + 1]!; at++) {
			const neighbour = level.targets[at]!;
			if (groupOf[neighbour] !== groupOf[node]) continue;
			const part = partOf[neighbour]!;
			if (toPart[part] === 0) touched[parts++] = part;
			toPart[part]! += level.weights[at]!;
		}
		const share = level.strength[node]! / level.total;
		let bestPart = node;
		let bestGain = 1e-12;
		for (let at = 0; at < parts; at++) {
			const part = touched[at]!;
			const gain = toPart[part]! - share * partStrength[part]!;
			toPart[part] = 0;
			if (gain > bestGain) {
				bestGain = gain;
				bestPart = part;
			}
		}
		if (bestPart === node) continue;
		partStrength[node]! -= level.strength[node]!;
		partStrength[bestPart]! += level.strength[node]!;
		partOf[node] = bestPart;
		isAlone[node] = isAlone[bestPart] = 0;
	}
	return partOf;
}
