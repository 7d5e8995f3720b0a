import type { Graph } from './graph.ts';
import type { PathSearch } from './shortest-path-counts.ts';
import { forget, pathSearch, searchPaths } from './shortest-path-counts.ts';

/**
 * Adds, to every node, its share of the shortest paths that start at some of the nodes: the part of
 * betweenness that those sources account for. Sources may be split over workers and the parts added.
 *
 * @param fromSource first source (inclusive)
 * @param toSource end of the sources (exclusive)
 * @param into per node; ordered pairs are counted, so an undirected pair counts from both ends
 *
 * Source: Brandes, A faster algorithm for betweenness centrality, J. Math. Sociology 25 (2001).
 */
export function betweennessOf(graph: Graph, fromSource: number, toSource: number, into: Float64Array): void {
	const search = pathSearch(graph);
	const perPath = new Float64Array(graph.nodeCount);
	const share = new Float64Array(graph.nodeCount);
	for (let source = fromSource; source < toSource; source++) {
		searchPaths(graph, search, source);
		for (let level = search.levels - 1; level >= 0; level--) {
			addLevel(search, level, perPath, share, into);
		}
		forget(search);
	}
}

/**
 * Goes one level back towards the source. What lies beyond a node, for each path that reaches it, is
 * the sum over the next nodes of theirs and one path's share of themselves.
 *
 * beyond(v) = sum over next w of (1 / paths(w) + beyond(w)); its part of betweenness is
 * paths(v) * beyond(v). So one division a node is enough.
 */
function addLevel(
	search: PathSearch,
	level: number,
	perPath: Float64Array,
	share: Float64Array,
	into: Float64Array
): void {
	const { order, paths, levelStart, isPulled, links, linkStart, onwardEnd, backEnd } = search;
	const start = levelStart[level]!;
	const stop = levelStart[level + 1]!;
	const isGathered = isPulled[level + 1] === 0;
	let at = linkStart[level]!;
	for (let place = start; place < stop; place++) {
		let beyond = 0;
		if (isGathered) {
			for (const end = onwardEnd[place]!; at < end; at++) beyond += perPath[links[at]!]!;
		} else {
			beyond = share[place]!;
			share[place] = 0;
		}
		const nodePaths = paths[place]!;
		perPath[place] = 1 / nodePaths + beyond;
		if (place > 0) into[order[place]!]! += nodePaths * beyond;
	}
	if (level === 0 || isPulled[level] === 0) return;
	at = linkStart[level - 1]!;
	for (let place = start; place < stop; place++) {
		const own = perPath[place]!;
		for (const end = backEnd[place]!; at < end; at++) share[links[at]!]! += own;
	}
}

/**
 * Number of shortest paths between other nodes that run through each node, shares where there are
 * several. Each unordered pair counts once in an undirected graph, each ordered pair in a directed one.
 *
 * b(v) = sum over s, t of paths(s, t through v) / paths(s, t)
 *
 * Source: Freeman, A set of measures of centrality based on betweenness, Sociometry 40 (1977).
 */
export function betweenness(graph: Graph): Float64Array {
	const raw = new Float64Array(graph.nodeCount);
	betweennessOf(graph, 0, graph.nodeCount, raw);
	return finishBetweenness(graph, raw);
}

/** Turns the sum of all sources' parts into betweenness, in place: halves it where pairs counted twice. */
export function finishBetweenness(graph: Graph, raw: Float64Array): Float64Array {
	if (!graph.directed) for (let node = 0; node < raw.length; node++) raw[node]! /= 2;
	return raw;
}

/**
 * Betweenness as a share of all pairs of other nodes, 0 to 1.
 *
 * @param raw betweenness as `betweenness` gives it
 * @returns null for each node when there are fewer than 3 nodes, and so no pair of others
 */
export function normalisedBetweenness(graph: Graph, raw: Float64Array): (number | null)[] {
	const pairs = ((graph.nodeCount - 1) * (graph.nodeCount - 2)) / (graph.directed ? 1 : 2);
	return Array.from(raw, (value) => (graph.nodeCount < 3 ? null : value / pairs));
}
