import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coreNumbers } from './cores.ts';
import { neighboursOf } from './graph.ts';
import { complete, GOLDEN, graphOf, smallPairs } from './test-graphs.ts';

describe('coreNumbers', () => {
	test('of a triangle with a tail', () => {
		expect(Array.from(coreNumbers(GOLDEN))).toEqual([2, 2, 2, 1, 1, 1]);
		expect(Array.from(coreNumbers(complete(4)))).toEqual([3, 3, 3, 3]);
		expect(Array.from(coreNumbers(graphOf(2, [])))).toEqual([0, 0]);
	});

	test('equal peeling by hand', () => {
		fc.assert(
			fc.property(smallPairs(12), ({ nodeCount, pairs }) => {
				const graph = graphOf(nodeCount, pairs);
				const numbers = coreNumbers(graph);
				for (let k = 1; k <= Math.max(0, ...numbers) + 1; k++) {
					const left = new Set([...Array(nodeCount).keys()]);
					for (let before = -1; before !== left.size;) {
						before = left.size;
						for (const node of left) {
							const inside = Array.from(neighboursOf(graph, node)).filter((other) => left.has(other));
							if (inside.length < k) left.delete(node);
						}
					}
					expect([...left]).toEqual([...numbers.keys()].filter((node) => numbers[node]! >= k));
				}
			})
		);
	});
});
