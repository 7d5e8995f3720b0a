import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import type { Graph } from './graph.ts';
import { undirectedOf } from './graph.ts';
import { seededRandom } from './seeded-random.ts';

export interface EigenvectorCentrality {
	/** Per node, >= 0; the squares sum to 1. */
	scores: Float64Array;
	largest: number;
	/** Next eigenvalue, largest repeated if it is; null with fewer than 2 nodes. */
	second: number | null;
	/** False when the two are equal (ties between components): the scores then are one choice of many. */
	isUnique: boolean;
}

const MAX_BASIS = 60;
const MAX_RESTARTS = 60;
/** Residuals, as a share of the eigenvalue. An eigenvalue is exact to about the square of its own. */
const VECTOR_PRECISION = 1e-12;
const VALUE_PRECISION = 1e-7;

/**
 * Eigenvector centrality: a node is central as far as its contacts are, the leading eigenvector of
 * the 0/1 adjacency matrix, directions and strengths ignored.
 *
 * Found by Lanczos iteration, because graphology's power iteration stops at a tolerance that leaves
 * fewer than 9 digits and does not tell whether the answer is unique.
 *
 * @returns null when no two nodes are tied, where every vector is an answer
 *
 * Source: Bonacich, Power and centrality, Am. J. Sociology 92 (1987); Saad, Numerical Methods for
 * Large Eigenvalue Problems (2011), chapter 6.
 */
export function eigenvectorCentrality(graph: Graph): EigenvectorCentrality | null {
	if (graph.tieCount === 0) return null;
	const plain = undirectedOf(graph);
	const first = leadingPair(plain, null, VECTOR_PRECISION);
	const second = plain.nodeCount < 2 ? null : leadingPair(plain, first.vector, VALUE_PRECISION).value;
	const sign = first.vector.reduce((sum, value) => sum + value, 0) < 0 ? -1 : 1;
	return {
		scores: first.vector.map((value) => Math.max(0, value * sign)),
		largest: first.value,
		second,
		isUnique: second === null || first.value - second > 1e-9 * first.value
	};
}

interface Pair {
	value: number;
	vector: Float64Array;
}

/** Largest eigenvalue and its unit vector, among those at right angles to a vector already found. */
function leadingPair(graph: Graph, found: Float64Array | null, precision: number): Pair {
	// Another start than the first time: that one's share of a repeated eigenvalue is already in `found`.
	const random = seededRandom(found === null ? 1 : 2);
	let start = Float64Array.from({ length: graph.nodeCount }, () => 0.5 + random());
	let best: Pair = { value: 0, vector: start };
	for (let restart = 0; restart < MAX_RESTARTS; restart++) {
		const { basis, matrix } = lanczosBasis(graph, start, found);
		if (basis.length === 0) return best;
		const decomposition = new EigenvalueDecomposition(matrix, { assumeSymmetric: true });
		const values = decomposition.realEigenvalues;
		const top = values.indexOf(Math.max(...values));
		const vector = new Float64Array(graph.nodeCount);
		basis.forEach((direction, row) => add(vector, direction, decomposition.eigenvectorMatrix.get(row, top)));
		normalise(vector);
		best = { value: values[top]!, vector };
		if (residual(graph, best) <= precision * Math.max(1, Math.abs(best.value))) break;
		start = vector;
	}
	return best;
}

/** Orthonormal basis of the Krylov space and the adjacency matrix seen in it (tridiagonal). */
function lanczosBasis(
	graph: Graph,
	start: Float64Array,
	found: Float64Array | null
): { basis: Float64Array[]; matrix: Matrix } {
	const size = Math.min(MAX_BASIS, graph.nodeCount - (found === null ? 0 : 1));
	const basis: Float64Array[] = [];
	const diagonal: number[] = [];
	const beside: number[] = [];
	let next: Float64Array = start.slice();
	if (found !== null) add(next, found, -dot(next, found));
	let length = normalise(next);
	while (basis.length < size && length > 1e-10) {
		basis.push(next);
		const product = multiply(graph, next);
		diagonal.push(dot(product, next));
		// Twice, or rounding lets directions already found creep back in.
		for (let pass = 0; pass < 2; pass++) {
			if (found !== null) add(product, found, -dot(product, found));
			for (const direction of basis) add(product, direction, -dot(product, direction));
		}
		length = normalise(product);
		beside.push(length);
		next = product;
	}
	const matrix = Matrix.zeros(basis.length, basis.length);
	diagonal.forEach((value, at) => matrix.set(at, at, value));
	for (let at = 1; at < basis.length; at++) {
		matrix.set(at, at - 1, beside[at - 1]!);
		matrix.set(at - 1, at, beside[at - 1]!);
	}
	return { basis, matrix };
}

function multiply({ nodeCount, offsets, targets }: Graph, vector: Float64Array): Float64Array {
	const product = new Float64Array(nodeCount);
	for (let node = 0; node < nodeCount; node++) {
		let sum = 0;
		for (let at = offsets[node]!; at < offsets[node + 1]!; at++) sum += vector[targets[at]!]!;
		product[node] = sum;
	}
	return product;
}

function residual(graph: Graph, { value, vector }: Pair): number {
	const product = multiply(graph, vector);
	add(product, vector, -value);
	return Math.sqrt(dot(product, product));
}

function dot(a: Float64Array, b: Float64Array): number {
	let sum = 0;
	for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!;
	return sum;
}

function add(to: Float64Array, direction: Float64Array, times: number): void {
	for (let at = 0; at < to.length; at++) to[at]! += times * direction[at]!;
}

/** Scales to length 1, in place, and returns the length it had. */
function normalise(vector: Float64Array): number {
	const length = Math.sqrt(dot(vector, vector));
	if (length > 0) for (let at = 0; at < vector.length; at++) vector[at]! /= length;
	return length;
}
