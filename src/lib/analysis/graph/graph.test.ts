import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DomainError } from '#lib/domain/errors.ts';
import {
	buildGraph,
	buildGraphById,
	isTied,
	neighboursOf,
	reversedOf,
	tieListOf,
	undirectedOf
} from './graph.ts';
import { graphOf, smallPairs } from './test-graphs.ts';

describe('buildGraph', () => {
	test('keeps each tie once, in both rows when undirected', () => {
		const graph = graphOf(4, [
			[2, 0],
			[0, 1],
			[3, 0]
		]);
		expect(Array.from(neighboursOf(graph, 0))).toEqual([1, 2, 3]);
		expect(Array.from(neighboursOf(graph, 2))).toEqual([0]);
		expect(graph.tieCount).toBe(3);
	});

	test('keeps directions apart', () => {
		const graph = graphOf(
			3,
			[
				[0, 1],
				[1, 0],
				[2, 1]
			],
			true
		);
		expect([isTied(graph, 2, 1), isTied(graph, 1, 2)]).toEqual([true, false]);
		expect(graph.tieCount).toBe(3);
		expect(Array.from(neighboursOf(reversedOf(graph), 1))).toEqual([0, 2]);
	});

	test('counts what a simple graph cannot hold', () => {
		const { graph, dropped } = buildGraph(3, {
			sources: [0, 1, 0, 1, 2, -1, 0, 0],
			targets: [1, 0, 1, 1, 9, 0, 2, 2],
			weights: [1, 2, 3, 1, 1, 1, 0, Number.NaN]
		});
		expect(dropped).toEqual({ selfTies: 1, parallelTies: 2, missingNodeTies: 2, unusableWeights: 2 });
		expect(graph.tieCount).toBe(1);
		expect(Array.from(graph.weights)).toEqual([6, 6]);
	});

	test.each([
		{ what: 'an empty graph', nodeCount: 0 },
		{ what: 'one node', nodeCount: 1 },
		{ what: 'nodes without ties', nodeCount: 5 }
	])('takes $what', ({ nodeCount }) => {
		const { graph } = buildGraph(nodeCount, { sources: [], targets: [] });
		expect(graph.nodeCount).toBe(nodeCount);
		expect(graph.tieCount).toBe(0);
	});

	test('rejects a count of nodes that is none, and lists of different lengths', () => {
		expect(() => buildGraph(-1, { sources: [], targets: [] })).toThrow(DomainError);
		expect(() => buildGraph(2, { sources: [0], targets: [] })).toThrow(/equally long/);
	});

	test('holds exactly the pairs it was given', () => {
		fc.assert(
			fc.property(smallPairs(), fc.boolean(), ({ nodeCount, pairs }, directed) => {
				const graph = graphOf(nodeCount, pairs, directed);
				const given = new Set(
					pairs.filter(([a, b]) => a !== b).map(([a, b]) => (directed || a < b ? `${a}-${b}` : `${b}-${a}`))
				);
				const { sources, targets } = tieListOf(graph);
				expect(new Set(Array.from(sources, (source, tie) => `${source}-${targets[tie]!}`))).toEqual(given);
				expect(graph.tieCount).toBe(given.size);
			})
		);
	});
});

describe('buildGraphById', () => {
	test('numbers nodes in the order of their ids and counts ties to unknown ones', () => {
		const { graph, dropped, numberOf } = buildGraphById(
			['rochdale', 'oldham'],
			[
				{ source: 'oldham', target: 'rochdale', weight: 2 },
				{ source: 'oldham', target: 'atlantis' }
			],
			true
		);
		expect(numberOf.get('oldham')).toBe(1);
		expect(isTied(graph, 1, 0)).toBe(true);
		expect(Array.from(graph.weights)).toEqual([2]);
		expect(dropped.missingNodeTies).toBe(1);
	});

	test('rejects an id that stands twice', () => {
		expect(() => buildGraphById(['a', 'a'], [])).toThrow(DomainError);
	});
});

test('undirectedOf adds up the strengths of both directions', () => {
	const { graph } = buildGraph(2, { sources: [0, 1], targets: [1, 0], weights: [2, 3] }, true);
	const plain = undirectedOf(graph);
	expect(plain.tieCount).toBe(1);
	expect(Array.from(plain.weights)).toEqual([5, 5]);
});
