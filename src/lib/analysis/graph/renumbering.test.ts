import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closeness } from './closeness.ts';
import { clustering } from './clustering.ts';
import { coreNumbers } from './cores.ts';
import { distanceSums } from './distances.ts';
import type { Graph } from './graph.ts';
import { pageRank } from './pagerank.ts';
import { constraint, effectiveSize } from './structural-holes.ts';
import { graphOf, smallPairs } from './test-graphs.ts';
import { triadCensus } from './census.ts';

const MEASURES: { name: string; measure: (graph: Graph) => ArrayLike<number | null> }[] = [
	{ name: 'closeness', measure: (graph) => closeness(distanceSums(graph)) },
	{ name: 'local clustering', measure: (graph) => clustering(graph).local },
	{ name: 'core number', measure: coreNumbers },
	{ name: 'PageRank', measure: (graph) => pageRank(graph) },
	{ name: 'constraint', measure: (graph) => constraint(graph) },
	{ name: 'effective size', measure: (graph) => effectiveSize(graph) }
];

/** A small graph, directed or not, and the same one with its nodes in another order. */
const twins = smallPairs(9).chain(({ nodeCount, pairs }) =>
	fc.record({
		directed: fc.boolean(),
		order: fc.shuffledSubarray([...Array(nodeCount).keys()], { minLength: nodeCount }),
		nodeCount: fc.constant(nodeCount),
		pairs: fc.constant(pairs)
	})
);

test.each(MEASURES)('$name does not depend on how nodes are numbered', ({ measure }) => {
	fc.assert(
		fc.property(twins, ({ directed, order, nodeCount, pairs }) => {
			const renumbered = pairs.map(([a, b]): [number, number] => [order[a]!, order[b]!]);
			const plain = measure(graphOf(nodeCount, pairs, directed));
			const other = measure(graphOf(nodeCount, renumbered, directed));
			for (let node = 0; node < nodeCount; node++) {
				const [value, expected] = [other[order[node]!]!, plain[node]!];
				if (expected === null) expect(value).toBeNull();
				else expect(value).toBeCloseTo(expected, 9);
			}
		}),
		{ numRuns: 60 }
	);
});

test('the triad census does not depend on how nodes are numbered', () => {
	fc.assert(
		fc.property(twins, ({ directed, order, nodeCount, pairs }) => {
			const renumbered = pairs.map(([a, b]): [number, number] => [order[a]!, order[b]!]);
			expect(triadCensus(graphOf(nodeCount, renumbered, directed))).toEqual(
				triadCensus(graphOf(nodeCount, pairs, directed))
			);
		})
	);
});
