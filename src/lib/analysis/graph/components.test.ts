import connectedComponents from 'graphology-components';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { components, strongComponents } from './components.ts';
import { toGraphology } from './pagerank.ts';
import { graphOf, smallPairs } from './test-graphs.ts';

describe('components', () => {
	test('are numbered by size, then by their lowest node', () => {
		const { partOf, sizes } = components(
			graphOf(6, [
				[1, 4],
				[3, 5],
				[5, 2]
			])
		);
		expect(sizes).toEqual([3, 2, 1]);
		expect(Array.from(partOf)).toEqual([2, 1, 0, 0, 1, 0]);
	});

	test('ignore directions', () => {
		const arcs: [number, number][] = [
			[0, 1],
			[2, 1]
		];
		expect(components(graphOf(3, arcs, true)).sizes).toEqual([3]);
	});

	test('of an empty graph are none', () => {
		expect(components(graphOf(0, [])).sizes).toEqual([]);
	});

	test('agree with graphology, weak and strong', () => {
		fc.assert(
			fc.property(smallPairs(12), ({ nodeCount, pairs }) => {
				const graph = graphOf(nodeCount, pairs, true);
				const theirs = toGraphology(graph);
				const sizes = (parts: string[][]) => parts.map((part) => part.length).sort((a, b) => b - a);
				expect(components(graph).sizes).toEqual(sizes(connectedComponents.connectedComponents(theirs)));
				const strong = connectedComponents.stronglyConnectedComponents(theirs);
				expect(strongComponents(graph).sizes).toEqual(sizes(strong));
				for (const part of strong) {
					const numbers = new Set(part.map((node) => strongComponents(graph).partOf[Number(node)]));
					expect(numbers.size).toBe(1);
				}
			})
		);
	});
});
