import { AnalysisError } from '#lib/analysis/analysis-error.ts';

/** How one adopter moves another. */
export type CascadeModel = 'ic' | 'lt';

/** Who may bring whom to adopt, with what chance; edges go from who has it to who takes it up. */
export interface CascadeGraph {
	size: number;
	/** Out of each unit: where its edges begin, whom they reach, and the number of each among the edges coming in. */
	outStart: Int32Array;
	outTo: Int32Array;
	outEdge: Int32Array;
	/** Into each unit: from whom, and the chance. An edge's number is its place here. */
	inStart: Int32Array;
	inFrom: Int32Array;
	inChance: Float64Array;
	/** Sum of the chances into each unit. */
	inSum: Float64Array;
	/** Units whose chances were scaled down to a sum of 1, as a linear threshold needs (count). */
	scaled: number;
}

/** Edges as parallel lists. */
export interface CascadeEdges {
	from: ArrayLike<number>;
	to: ArrayLike<number>;
	chance: ArrayLike<number>;
}

/**
 * Lays edges out in both directions. Edges to oneself are left out; of repeated ones the chances are joined, as of
 * independent tries.
 *
 * Under `ic` (independent cascade) each adopter has one try at each contact, which succeeds with the edge's chance.
 * Under `lt` (linear threshold) a unit adopts once the weights of its adopting contacts reach a threshold drawn
 * uniformly from 0 to 1; where the weights into a unit exceed 1 together, they are scaled down.
 *
 * @throws {AnalysisError} naming an edge whose end is no unit, or whose chance is not from 0 to 1
 *
 * Source: Kempe, Kleinberg & Tardos, Maximizing the spread of influence through a social network (KDD 2003).
 */
export function cascadeGraph(size: number, edges: CascadeEdges, model: CascadeModel): CascadeGraph {
	const joined = joinedEdges(size, edges);
	const inStart = new Int32Array(size + 1);
	const outStart = new Int32Array(size + 1);
	for (const { from, to } of joined) {
		inStart[to + 1]! += 1;
		outStart[from + 1]! += 1;
	}
	for (let unit = 0; unit < size; unit += 1) {
		inStart[unit + 1]! += inStart[unit]!;
		outStart[unit + 1]! += outStart[unit]!;
	}
	const inFrom = new Int32Array(joined.length);
	const inChance = new Float64Array(joined.length);
	const outTo = new Int32Array(joined.length);
	const outEdge = new Int32Array(joined.length);
	const [nextIn, nextOut] = [inStart.slice(), outStart.slice()];
	for (const { from, to, chance } of joined) {
		const edge = nextIn[to]!++;
		inFrom[edge] = from;
		inChance[edge] = chance;
		const at = nextOut[from]!++;
		outTo[at] = to;
		outEdge[at] = edge;
	}
	const graph = {
		size,
		outStart,
		outTo,
		outEdge,
		inStart,
		inFrom,
		inChance,
		inSum: new Float64Array(size),
		scaled: 0
	};
	return withSums(graph, model);
}

function joinedEdges(
	size: number,
	{ from, to, chance }: CascadeEdges
): { from: number; to: number; chance: number }[] {
	const missed = new Map<number, number>();
	for (let k = 0; k < from.length; k += 1) {
		const [a, b, p] = [from[k]!, to[k]!, chance[k]!];
		for (const end of [a, b]) {
			if (!Number.isInteger(end) || end < 0 || end >= size)
				throw new AnalysisError(`tie ${k + 1} names unit ${end}, but units are numbered 0 to ${size - 1}`);
		}
		if (!(p >= 0 && p <= 1))
			throw new AnalysisError(`tie ${k + 1} has the chance ${p}; a chance is a number from 0 to 1`);
		if (a === b || p === 0) continue;
		const key = b * size + a;
		missed.set(key, (missed.get(key) ?? 1) * (1 - p));
	}
	return [...missed]
		.sort(([a], [b]) => a - b)
		.map(([key, miss]) => ({ from: key % size, to: Math.floor(key / size), chance: 1 - miss }));
}

function withSums(graph: CascadeGraph, model: CascadeModel): CascadeGraph {
	let scaled = 0;
	for (let unit = 0; unit < graph.size; unit += 1) {
		let sum = 0;
		for (let edge = graph.inStart[unit]!; edge < graph.inStart[unit + 1]!; edge += 1)
			sum += graph.inChance[edge]!;
		if (model === 'lt' && sum > 1) {
			if (sum > 1 + 1e-9) scaled += 1;
			for (let edge = graph.inStart[unit]!; edge < graph.inStart[unit + 1]!; edge += 1)
				graph.inChance[edge]! /= sum;
			sum = 1;
		}
		graph.inSum[unit] = sum;
	}
	return { ...graph, scaled };
}

/** The same graph with every chance changed, such as halved; results outside 0 to 1 are held there. */
export function withChances(
	graph: CascadeGraph,
	model: CascadeModel,
	change: (chance: number, edge: number) => number
): CascadeGraph {
	const inChance = graph.inChance.map((chance, edge) => Math.min(Math.max(change(chance, edge), 0), 1));
	return withSums({ ...graph, inChance, inSum: new Float64Array(graph.size) }, model);
}
