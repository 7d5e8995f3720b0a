import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { components } from './components.ts';
import { cuts } from './cuts.ts';
import { tieListOf } from './graph.ts';
import { GOLDEN, graphOf, smallPairs } from './test-graphs.ts';

describe('cuts', () => {
	test('of the golden network are its tail', () => {
		expect(cuts(GOLDEN)).toEqual({
			articulationPoints: [2, 3, 4],
			bridges: [
				[2, 3],
				[3, 4],
				[4, 5]
			]
		});
	});

	test('equal trying every node and every tie', () => {
		fc.assert(
			fc.property(smallPairs(10), ({ nodeCount, pairs }) => {
				const graph = graphOf(nodeCount, pairs);
				const before = components(graph).sizes.length;
				const { sources, targets } = tieListOf(graph);
				const ties = Array.from(sources, (source, tie): [number, number] => [source, targets[tie]!]);
				const bridges = ties.filter(
					(tie) =>
						components(
							graphOf(
								nodeCount,
								ties.filter((other) => other !== tie)
							)
						).sizes.length > before
				);
				const points = [...Array(nodeCount).keys()].filter(
					(node) => components(graph, node).sizes.length > before
				);
				expect(cuts(graph)).toEqual({ articulationPoints: points, bridges });
			})
		);
	});

	test('are found in a chain too long for recursion', () => {
		const chain = graphOf(
			50_000,
			Array.from({ length: 49_999 }, (_, at) => [at, at + 1] as const)
		);
		expect(cuts(chain).bridges).toHaveLength(49_999);
	});
});
