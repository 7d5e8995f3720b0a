import fc from 'fast-check';
import graphologyBetweenness from 'graphology-metrics/centrality/betweenness.js';
import { describe, expect, test } from 'vitest';
import { betweenness, betweennessOf, finishBetweenness, normalisedBetweenness } from './betweenness.ts';
import { distancesFrom, UNREACHABLE } from './distances.ts';
import type { Graph } from './graph.ts';
import { neighboursOf } from './graph.ts';
import { toGraphology } from './pagerank.ts';
import { seededRandom } from './seeded-random.ts';
import { GOLDEN, graphOf, smallPairs, star } from './test-graphs.ts';

describe('betweenness', () => {
	test('of the golden network is .6 for C and D, .4 for E, 0 for the rest', () => {
		const shares = normalisedBetweenness(GOLDEN, betweenness(GOLDEN));
		[0, 0, 0.6, 0.6, 0.4, 0].forEach((share, node) => expect(shares[node]).toBeCloseTo(share, 12));
	});

	test('of a star is all pairs for its middle', () => {
		expect(Array.from(betweenness(star(5)))).toEqual([6, 0, 0, 0, 0]);
	});

	test.each([65_534, 65_535, 65_536, 70_001])(
		'of a wheel of %i nodes adds up, whether two bytes hold their numbers or not',
		(nodeCount) => {
			// Node 0 in the middle, tied to every other; its rim is a ring. From node 1 two paths, over the middle and
			// along the rim, lead to whoever lies two steps along it.
			const rim = nodeCount - 1;
			const next = (node: number) => 1 + (node % rim);
			const spokes = Array.from({ length: rim }, (_, at): [number, number] => [0, at + 1]);
			const ring = Array.from({ length: rim }, (_, at): [number, number] => [at + 1, next(at + 1)]);
			const parts = new Float64Array(nodeCount);
			betweennessOf(graphOf(nodeCount, [...spokes, ...ring]), 1, 2, parts);
			expect([parts[0], parts[2], parts[rim], parts[3]]).toEqual([rim - 5 + 2 * 0.5, 0.5, 0.5, 0]);
		}
	);

	test('equals a recount of every shortest path', () => {
		fc.assert(
			fc.property(smallPairs(), fc.boolean(), ({ nodeCount, pairs }, directed) => {
				const graph = graphOf(nodeCount, pairs, directed);
				const recount = recounted(graph);
				betweenness(graph).forEach((value, node) => expect(value).toBeCloseTo(recount[node]!, 9));
			})
		);
	});

	test('does not depend on how nodes are numbered', () => {
		fc.assert(
			fc.property(smallPairs(), fc.boolean(), ({ nodeCount, pairs }, directed) => {
				const turned = (node: number) => nodeCount - 1 - node;
				const plain = betweenness(graphOf(nodeCount, pairs, directed));
				const other = betweenness(
					graphOf(
						nodeCount,
						pairs.map(([a, b]): [number, number] => [turned(a), turned(b)]),
						directed
					)
				);
				plain.forEach((value, node) => expect(other[turned(node)]).toBeCloseTo(value, 9));
			})
		);
	});

	test.each([false, true])('agrees with graphology on 300 nodes, directed: %s', (directed) => {
		const random = seededRandom(7);
		const node = () => Math.floor(300 * random() ** 2);
		const graph = graphOf(
			300,
			Array.from({ length: 1200 }, () => [node(), node()] as const),
			directed
		);
		const theirs = graphologyBetweenness(toGraphology(graph), { normalized: false, getEdgeWeight: null });
		betweenness(graph).forEach((value, at) => expect(value).toBeCloseTo(theirs[at]!, 6));
	});

	test('adds up from parts of the sources', () => {
		const into = new Float64Array(6);
		betweennessOf(GOLDEN, 0, 2, into);
		betweennessOf(GOLDEN, 2, 6, into);
		expect(finishBetweenness(GOLDEN, into)).toEqual(betweenness(GOLDEN));
	});

	test('has no share of pairs with fewer than three nodes', () => {
		const pair = graphOf(2, [[0, 1]]);
		expect(normalisedBetweenness(pair, betweenness(pair))).toEqual([null, null]);
		expect(betweenness(graphOf(0, []))).toHaveLength(0);
	});
});

/** Lists every shortest path and counts who lies on it. */
function recounted(graph: Graph): number[] {
	const counts = new Array<number>(graph.nodeCount).fill(0);
	for (let source = 0; source < graph.nodeCount; source++) {
		const distance = distancesFrom(graph, source);
		for (let target = 0; target < graph.nodeCount; target++) {
			if (target === source || distance[target] === UNREACHABLE) continue;
			const paths = pathsTo(graph, [source], target, distance[target]!);
			for (const path of paths) for (const node of path.slice(1, -1)) counts[node]! += 1 / paths.length;
		}
	}
	return graph.directed ? counts : counts.map((count) => count / 2);
}

function pathsTo(graph: Graph, path: number[], target: number, steps: number): number[][] {
	const last = path[path.length - 1]!;
	if (steps === 0) return last === target ? [path] : [];
	return Array.from(neighboursOf(graph, last)).flatMap((next) =>
		pathsTo(graph, [...path, next], target, steps - 1)
	);
}
