import type { Graph } from './graph.ts';

/** Places and nodes by number, half as wide where two bytes hold them: more of them fit near the processor. */
export type Numbers = Uint16Array | Int32Array;

/**
 * Room for one breadth-first search after another that counts shortest paths. A node is known by its
 * place in the search order, so that the nodes of one level, and what is kept of them, lie side by side.
 */
export interface PathSearch {
	/** Place of each node; before it is found one beyond the last, the number of nodes. */
	placeOf: Numbers;
	/** Node at each place, and room for one more. */
	order: Numbers;
	/** Number of shortest paths from the source, by place; 0 before it is found. */
	paths: Float64Array;
	/** Levels found, and the place at which each begins; one more entry ends the last. */
	levels: number;
	levelStart: Int32Array;
	/** Whether a level was found from behind: by its own nodes looking back instead of the ones before looking on. */
	isPulled: Uint8Array;
	/** Ties on shortest paths, level after level, as places of their far end, and room for one more. */
	links: Numbers;
	/** Where the links of each level begin. */
	linkStart: Int32Array;
	/** End of the links of each place that looked on. */
	onwardEnd: Int32Array;
	/** End of the links of each place that looked back. */
	backEnd: Int32Array;
	/** Nodes not yet found, while levels are pulled. */
	rest: Numbers;
}

/** The most that two bytes hold. */
const NARROW = 0xffff;

/** Room for searches of a graph. */
export function pathSearch({ nodeCount, targets }: Graph): PathSearch {
	const numbers = (length: number): Numbers =>
		nodeCount <= NARROW ? new Uint16Array(length) : new Int32Array(length);
	return {
		placeOf: numbers(nodeCount).fill(nodeCount),
		order: numbers(nodeCount + 1),
		paths: new Float64Array(nodeCount),
		levels: 0,
		levelStart: new Int32Array(nodeCount + 1),
		isPulled: new Uint8Array(nodeCount + 1),
		links: numbers(targets.length + 1),
		linkStart: new Int32Array(nodeCount + 1),
		onwardEnd: new Int32Array(nodeCount),
		backEnd: new Int32Array(nodeCount),
		rest: numbers(nodeCount)
	};
}

/**
 * Searches from one node. Each level is found in the cheaper of two ways: the nodes of the last
 * level look on to all they are tied to, or the nodes not yet found look back for that level. The
 * second saves half of the ties where a few steps reach nearly everyone (Beamer, Asanović &
 * Patterson, Direction-optimizing breadth-first search, 2012). Neither asks of a tie whether it is on a
 * shortest path: it is written down, and kept by adding 0 or 1 to the end. A processor cannot guess the
 * answer, and guessing wrong costs more than all the rest.
 *
 * Leaves its marks in `placeOf` and `paths`; `forget` takes them away again.
 */
export function searchPaths(graph: Graph, search: PathSearch, source: number): void {
	const { offsets, inOffsets } = graph;
	const { placeOf, order, paths, levelStart, linkStart, isPulled } = search;
	placeOf[source] = 0;
	order[0] = source;
	paths[0] = 1;
	let start = 0;
	let stop = 1;
	let level = 0;
	let restSize = -1;
	let unseenArcs = graph.inTargets.length;
	levelStart[0] = linkStart[0] = 0;
	while (start < stop) {
		const frontierArcs = arcsOf(offsets, order, start, stop);
		unseenArcs -= inOffsets === offsets ? frontierArcs : arcsOf(inOffsets, order, start, stop);
		levelStart[++level] = stop;
		let found: number;
		if (frontierArcs <= unseenArcs) {
			isPulled[level] = 0;
			found = lookOn(graph, search, level, start, stop);
			restSize = -1;
		} else {
			isPulled[level] = 1;
			if (restSize < 0) restSize = listRest(search, graph.nodeCount);
			found = lookBack(graph, search, level, start, stop, restSize);
			restSize -= found - stop;
		}
		start = stop;
		stop = found;
	}
	search.levels = level;
}

/** Takes the marks of the last search away, so that the next can begin. */
export function forget({ placeOf, order, paths, levels, levelStart }: PathSearch): void {
	const nodeCount = placeOf.length;
	const found = levelStart[levels]!;
	paths.fill(0, 0, found);
	if (found > nodeCount / 8) placeOf.fill(nodeCount);
	else for (let place = 0; place < found; place++) placeOf[order[place]!] = nodeCount;
}

function arcsOf(offsets: Uint32Array, order: Numbers, start: number, stop: number): number {
	let arcs = 0;
	for (let place = start; place < stop; place++) {
		const node = order[place]!;
		arcs += offsets[node + 1]! - offsets[node]!;
	}
	return arcs;
}

function lookOn(graph: Graph, search: PathSearch, level: number, start: number, stop: number): number {
	const { offsets, targets, nodeCount } = graph;
	const { placeOf, order, paths, links, onwardEnd, linkStart } = search;
	let found = stop;
	let end = linkStart[level - 1]!;
	for (let place = start; place < stop; place++) {
		const node = order[place]!;
		const nodePaths = paths[place]!;
		const last = offsets[node + 1]!;
		const first = end;
		for (let at = offsets[node]!; at < last; at++) {
			const neighbour = targets[at]!;
			const seen = placeOf[neighbour]!;
			// 1 or 0: not found before; and beyond the last level.
			const isNew = ((seen - nodeCount) >> 31) + 1;
			const there = seen ^ ((seen ^ found) & -isNew);
			const isOnward = (stop - 1 - there) >>> 31;
			placeOf[neighbour] = there;
			order[found] = neighbour;
			found += isNew;
			links[end] = there;
			end += isOnward;
		}
		for (let link = first; link < end; link++) paths[links[link]!]! += nodePaths;
		onwardEnd[place] = end;
	}
	linkStart[level] = end;
	return found;
}

function listRest({ placeOf, rest }: PathSearch, nodeCount: number): number {
	let size = 0;
	for (let node = 0; node < nodeCount; node++) if (placeOf[node] === nodeCount) rest[size++] = node;
	return size;
}

function lookBack(
	graph: Graph,
	search: PathSearch,
	level: number,
	start: number,
	stop: number,
	restSize: number
): number {
	const { inOffsets, inTargets } = graph;
	const { placeOf, order, paths, links, backEnd, linkStart, rest } = search;
	let found = stop;
	let end = linkStart[level - 1]!;
	let kept = 0;
	for (let at = 0; at < restSize; at++) {
		const node = rest[at]!;
		const first = end;
		const last = inOffsets[node + 1]!;
		let nodePaths = 0;
		for (let from = inOffsets[node]!; from < last; from++) {
			const seen = placeOf[inTargets[from]!]!;
			links[end] = seen;
			end += (((seen - start) | (stop - 1 - seen)) >>> 31) ^ 1;
		}
		for (let link = first; link < end; link++) nodePaths += paths[links[link]!]!;
		if (end === first) {
			rest[kept++] = node;
			continue;
		}
		order[found] = node;
		paths[found] = nodePaths;
		backEnd[found++] = end;
	}
	// Only now, or nodes of the new level would be taken for nodes of the last.
	for (let place = stop; place < found; place++) placeOf[order[place]!] = place;
	linkStart[level] = end;
	return found;
}
