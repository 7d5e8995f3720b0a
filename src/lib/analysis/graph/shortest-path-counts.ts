import type { Graph } from './graph.ts';

/**
 * Room for one breadth-first search after another that counts shortest paths. A node is known by its
 * place in the search order, so that the nodes of one level, and what is kept of them, lie side by side.
 */
export interface PathSearch {
	/** Place of each node, `UNSEEN` before it is found. */
	placeOf: Int32Array;
	/** Node at each place. */
	order: Int32Array;
	/** Number of shortest paths from the source, by place. */
	paths: Float64Array;
	/** Levels found, and the place at which each begins; one more entry ends the last. */
	levels: number;
	levelStart: Int32Array;
	/** Whether a level was found from behind: by its own nodes looking back instead of the ones before looking on. */
	isPulled: Uint8Array;
	/** Ties on shortest paths, level after level, as places of their far end; where those of each level begin. */
	links: Int32Array;
	linkStart: Int32Array;
	/** End of the links of each place that looked on. */
	onwardEnd: Int32Array;
	/** End of the links of each place that looked back. */
	backEnd: Int32Array;
	/** Nodes not yet found, while levels are pulled. */
	rest: Int32Array;
}

const UNSEEN = 0x7fffffff;

/** Room for searches of a graph. */
export function pathSearch({ nodeCount, targets }: Graph): PathSearch {
	return {
		placeOf: new Int32Array(nodeCount).fill(UNSEEN),
		order: new Int32Array(nodeCount),
		paths: new Float64Array(nodeCount),
		levels: 0,
		levelStart: new Int32Array(nodeCount + 1),
		isPulled: new Uint8Array(nodeCount + 1),
		links: new Int32Array(targets.length),
		linkStart: new Int32Array(nodeCount + 1),
		onwardEnd: new Int32Array(nodeCount),
		backEnd: new Int32Array(nodeCount),
		rest: new Int32Array(nodeCount)
	};
}

/**
 * Searches from one node. Each level is found in the cheaper of two ways: the nodes of the last
 * level look on to all they are tied to, or the nodes not yet found look back for that level. The
 * second saves half of the ties where a few steps reach nearly everyone (Beamer, Asanović &
 * Patterson, Direction-optimizing breadth-first search, 2012).
 *
 * Leaves its marks in `placeOf`; `forget` takes them away again.
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
		let frontierArcs = 0;
		for (let place = start; place < stop; place++) {
			const node = order[place]!;
			frontierArcs += offsets[node + 1]! - offsets[node]!;
			unseenArcs -= inOffsets[node + 1]! - inOffsets[node]!;
		}
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
export function forget({ placeOf, order, levels, levelStart }: PathSearch): void {
	for (let place = levelStart[levels]! - 1; place >= 0; place--) placeOf[order[place]!] = UNSEEN;
}

function lookOn(graph: Graph, search: PathSearch, level: number, start: number, stop: number): number {
	const { offsets, targets } = graph;
	const { placeOf, order, paths, links, onwardEnd, linkStart } = search;
	let found = stop;
	let end = linkStart[level - 1]!;
	for (let place = start; place < stop; place++) {
		const node = order[place]!;
		const nodePaths = paths[place]!;
		const last = offsets[node + 1]!;
		for (let at = offsets[node]!; at < last; at++) {
			const neighbour = targets[at]!;
			const seen = placeOf[neighbour]!;
			if (seen < stop) continue;
			if (seen === UNSEEN) {
				placeOf[neighbour] = found;
				order[found] = neighbour;
				paths[found] = nodePaths;
				links[end++] = found++;
			} else {
				paths[seen]! += nodePaths;
				links[end++] = seen;
			}
		}
		onwardEnd[place] = end;
	}
	linkStart[level] = end;
	return found;
}

function listRest({ placeOf, rest }: PathSearch, nodeCount: number): number {
	let size = 0;
	for (let node = 0; node < nodeCount; node++) if (placeOf[node] === UNSEEN) rest[size++] = node;
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
			if (seen < start || seen >= stop) continue;
			nodePaths += paths[seen]!;
			links[end++] = seen;
		}
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
