import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { components } from './components.ts';
import { coreNumbers } from './cores.ts';
import { allOf, coreMask, degreeMask, partMask } from './filters.ts';
import { neighboursOf } from './graph.ts';
import { subgraph } from './subgraph.ts';
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

describe('filters', () => {
	test('keep nodes by degree, core and component, and combine', () => {
		const graph = graphOf(7, [
			[0, 1],
			[0, 2],
			[1, 2],
			[2, 3],
			[4, 5]
		]);
		expect(Array.from(degreeMask(graph, 2))).toEqual([1, 1, 1, 0, 0, 0, 0]);
		expect(Array.from(coreMask(graph, 1))).toEqual([1, 1, 1, 1, 1, 1, 0]);
		const second = partMask(components(graph), 1);
		expect(Array.from(second)).toEqual([0, 0, 0, 0, 1, 1, 0]);
		expect(Array.from(allOf(7, [second, degreeMask(graph, 2)]))).toEqual([0, 0, 0, 0, 0, 0, 0]);
		expect(Array.from(allOf(2, []))).toEqual([1, 1]);
	});

	test('a part keeps the ties among its nodes and their numbers in the whole', () => {
		const part = subgraph(GOLDEN, Uint8Array.from([0, 1, 1, 1, 0, 1]));
		expect(Array.from(part.nodeOf)).toEqual([1, 2, 3, 5]);
		expect(part.graph.tieCount).toBe(2);
	});
});
