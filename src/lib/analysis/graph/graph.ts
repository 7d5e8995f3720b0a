import { DomainError } from '#lib/domain/errors.ts';
import type { Rows } from './compressed-rows.ts';
import { keysOf, mergeParallel, rowsBy, sortedRows } from './compressed-rows.ts';

/**
 * A network as flat arrays (compressed sparse rows): the neighbours of node v are
 * `targets[offsets[v] … offsets[v + 1] - 1]`, in ascending order, each named once. An undirected tie
 * stands in both rows, and then the incoming arrays are the outgoing ones.
 */
export interface Graph {
	readonly nodeCount: number;
	readonly directed: boolean;
	/** Ties after merging: unordered pairs, or arcs when directed. */
	readonly tieCount: number;
	readonly offsets: Uint32Array;
	readonly targets: Uint32Array;
	/** Strength of each tie, parallel to `targets`; 1 where none was given. */
	readonly weights: Float64Array;
	readonly inOffsets: Uint32Array;
	readonly inTargets: Uint32Array;
	readonly inWeights: Float64Array;
}

/** Ties by node number, in parallel arrays. */
export interface TieList {
	sources: ArrayLike<number>;
	targets: ArrayLike<number>;
	/** Strength of each tie (> 0); left out, every tie counts 1. */
	weights?: ArrayLike<number>;
}

/** What a list of ties held that a graph cannot, so that a page can say it. */
export interface DroppedTies {
	/** Ties of a node with itself. */
	selfTies: number;
	/** Ties named again; their strength was added to the first. */
	parallelTies: number;
	/** Ties with an end that is no node of the graph. */
	missingNodeTies: number;
	/** Ties whose strength is not a positive number. */
	unusableWeights: number;
}

export interface BuiltGraph {
	graph: Graph;
	dropped: DroppedTies;
}

/**
 * Builds a graph from ties by node number. Ties that a simple graph cannot hold are left out or
 * merged, and counted.
 *
 * @param nodeCount nodes are numbered 0 to nodeCount - 1 (integer >= 0)
 * @param ties an end outside that range counts as a missing node
 * @param directed whether a tie runs from source to target only
 * @throws {DomainError} if the node count is no whole number >= 0, or the lists differ in length
 */
export function buildGraph(nodeCount: number, ties: TieList, directed = false): BuiltGraph {
	assertInput(nodeCount, ties);
	const dropped: DroppedTies = { selfTies: 0, parallelTies: 0, missingNodeTies: 0, unusableWeights: 0 };
	const kept = keepUsable(nodeCount, ties, dropped);
	const given = kept.sources.length;
	const arcs = directed ? kept : bothWays(kept);
	const rows = mergeParallel(sortedRows(nodeCount, arcs.sources, arcs.targets, arcs.weights));
	const tieCount = directed ? rows.targets.length : rows.targets.length / 2;
	dropped.parallelTies = given - tieCount;
	return { graph: assemble(nodeCount, directed, tieCount, rows), dropped };
}

/** A tie between two nodes by id. */
export interface NamedTie {
	source: string;
	target: string;
	/** Strength (> 0); 1 when left out. */
	weight?: number;
}

/**
 * Builds a graph from ties by node id; node numbers follow the order of the ids.
 *
 * @throws {DomainError} if an id stands twice
 */
export function buildGraphById(
	ids: readonly string[],
	ties: readonly NamedTie[],
	directed = false
): BuiltGraph & { numberOf: ReadonlyMap<string, number> } {
	const numberOf = new Map(ids.map((id, node) => [id, node]));
	if (numberOf.size < ids.length) throw new DomainError('node ids must differ, one of them stands twice');
	const built = buildGraph(
		ids.length,
		{
			sources: ties.map((tie) => numberOf.get(tie.source) ?? -1),
			targets: ties.map((tie) => numberOf.get(tie.target) ?? -1),
			weights: ties.map((tie) => tie.weight ?? 1)
		},
		directed
	);
	return { ...built, numberOf };
}

/** The same network without directions: two nodes are tied if either names the other; strengths add up. */
export function undirectedOf(graph: Graph): Graph {
	return graph.directed ? buildGraph(graph.nodeCount, tieListOf(graph), false).graph : graph;
}

/** The same network with every direction turned round. */
export function reversedOf(graph: Graph): Graph {
	return {
		...graph,
		offsets: graph.inOffsets,
		targets: graph.inTargets,
		weights: graph.inWeights,
		inOffsets: graph.offsets,
		inTargets: graph.targets,
		inWeights: graph.weights
	};
}

/** Every tie once, by source and then target; of an undirected tie the lower number is the source. */
export function tieListOf(graph: Graph): {
	sources: Uint32Array;
	targets: Uint32Array;
	weights: Float64Array;
} {
	const sources = new Uint32Array(graph.tieCount);
	const targets = new Uint32Array(graph.tieCount);
	const weights = new Float64Array(graph.tieCount);
	let tie = 0;
	for (let source = 0; source < graph.nodeCount; source++) {
		for (let at = graph.offsets[source]!; at < graph.offsets[source + 1]!; at++) {
			const target = graph.targets[at]!;
			if (!graph.directed && target < source) continue;
			sources[tie] = source;
			targets[tie] = target;
			weights[tie] = graph.weights[at]!;
			tie++;
		}
	}
	return { sources, targets, weights };
}

/** Nodes that a node names (for an undirected graph: is tied to), ascending; a view, not a copy. */
export function neighboursOf(graph: Graph, node: number): Uint32Array {
	return graph.targets.subarray(graph.offsets[node]!, graph.offsets[node + 1]!);
}

/** Whether `source` names `target` (for an undirected graph: whether they are tied). */
export function isTied(graph: Graph, source: number, target: number): boolean {
	let low = graph.offsets[source]!;
	let high = graph.offsets[source + 1]! - 1;
	while (low <= high) {
		const middle = (low + high) >> 1;
		const found = graph.targets[middle]!;
		if (found === target) return true;
		if (found < target) low = middle + 1;
		else high = middle - 1;
	}
	return false;
}

function assertInput(nodeCount: number, { sources, targets, weights }: TieList): void {
	if (!Number.isInteger(nodeCount) || nodeCount < 0) {
		throw new DomainError(`nodeCount must be a whole number of at least 0, got ${nodeCount}`);
	}
	if (sources.length !== targets.length || (weights !== undefined && weights.length !== sources.length)) {
		throw new DomainError(
			`sources, targets and weights must be equally long, got ${sources.length}, ${targets.length} and ${weights?.length ?? 'none'}`
		);
	}
}

interface Arcs {
	sources: number[];
	targets: number[];
	weights: number[];
}

function keepUsable(nodeCount: number, ties: TieList, dropped: DroppedTies): Arcs {
	const kept: Arcs = { sources: [], targets: [], weights: [] };
	const isNode = (node: number) => Number.isInteger(node) && node >= 0 && node < nodeCount;
	for (let tie = 0; tie < ties.sources.length; tie++) {
		const source = ties.sources[tie]!;
		const target = ties.targets[tie]!;
		const weight = ties.weights === undefined ? 1 : ties.weights[tie]!;
		if (!isNode(source) || !isNode(target)) dropped.missingNodeTies++;
		else if (source === target) dropped.selfTies++;
		else if (!(weight > 0 && weight < Infinity)) dropped.unusableWeights++;
		else {
			kept.sources.push(source);
			kept.targets.push(target);
			kept.weights.push(weight);
		}
	}
	return kept;
}

function bothWays({ sources, targets, weights }: Arcs): Arcs {
	return {
		sources: sources.concat(targets),
		targets: targets.concat(sources),
		weights: weights.concat(weights)
	};
}

function assemble(nodeCount: number, directed: boolean, tieCount: number, rows: Rows): Graph {
	const incoming = directed
		? rowsBy(nodeCount, rows.targets, keysOf(rows.offsets, nodeCount), rows.weights)
		: rows;
	return {
		nodeCount,
		directed,
		tieCount,
		...rows,
		inOffsets: incoming.offsets,
		inTargets: incoming.targets,
		inWeights: incoming.weights
	};
}
