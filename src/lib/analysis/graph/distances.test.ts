import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DomainError } from '#lib/domain/errors.ts';
import { neighbourhood, shortestPath } from './asking.ts';
import { closeness, harmonicCloseness, improvedCloseness } from './closeness.ts';
import { averagePathLength, diameter, distancesFrom, distanceSums, UNREACHABLE } from './distances.ts';
import { GOLDEN, graphOf, smallPairs } from './test-graphs.ts';

describe('distanceSums', () => {
	test('equals one search from every node', () => {
		fc.assert(
			fc.property(smallPairs(40), fc.boolean(), ({ nodeCount, pairs }, directed) => {
				const graph = graphOf(nodeCount, pairs, directed);
				const sums = distanceSums(graph);
				const searches = Array.from({ length: nodeCount }, (_, source) => distancesFrom(graph, source));
				for (let node = 0; node < nodeCount; node++) {
					const away = searches.map((distance) => distance[node]!).filter((steps) => steps > 0);
					expect(sums.reached[node]).toBe(away.length);
					expect(sums.sum[node]).toBe(away.reduce((sum, steps) => sum + steps, 0));
					expect(sums.farthest[node]).toBe(Math.max(0, ...away));
					expect(sums.harmonic[node]).toBeCloseTo(
						away.reduce((sum, steps) => sum + 1 / steps, 0),
						9
					);
				}
			})
		);
	});

	test('of a long chain searches past 32 nodes and many steps', () => {
		const chain = graphOf(
			100,
			Array.from({ length: 99 }, (_, at) => [at, at + 1] as const)
		);
		const sums = distanceSums(chain);
		expect(diameter(sums)).toBe(99);
		expect(averagePathLength(sums)).toBeCloseTo(101 / 3, 12);
	});

	test('says nothing of paths where there are none', () => {
		const sums = distanceSums(graphOf(3, []));
		expect([averagePathLength(sums), diameter(sums)]).toEqual([null, null]);
		expect(averagePathLength(distanceSums(graphOf(0, [])))).toBeNull();
	});
});

describe('closeness', () => {
	const pairAndTriple = distanceSums(
		graphOf(6, [
			[0, 1],
			[2, 3],
			[3, 4]
		])
	);

	test('is measured within the component, and scaled down by its share', () => {
		expect(closeness(pairAndTriple)).toEqual([1, 1, 2 / 3, 1, 2 / 3, null]);
		expect(improvedCloseness(pairAndTriple)).toEqual([0.2, 0.2, (2 / 3) * 0.4, 0.4, (2 / 3) * 0.4, null]);
		expect(harmonicCloseness(pairAndTriple)).toEqual([1, 1, 1.5, 2, 1.5, 0]);
	});
});

describe('asking', () => {
	test('lists a neighbourhood by distance', () => {
		expect(neighbourhood(GOLDEN, 3, 2)).toEqual([
			{ node: 3, steps: 0 },
			{ node: 2, steps: 1 },
			{ node: 4, steps: 1 },
			{ node: 0, steps: 2 },
			{ node: 1, steps: 2 },
			{ node: 5, steps: 2 }
		]);
		expect(neighbourhood(GOLDEN, 3, 0)).toEqual([{ node: 3, steps: 0 }]);
	});

	test('finds a shortest path, of several the lowest', () => {
		expect(shortestPath(GOLDEN, 0, 5)).toEqual([0, 2, 3, 4, 5]);
		const square = graphOf(4, [
			[0, 2],
			[0, 1],
			[1, 3],
			[2, 3]
		]);
		expect(shortestPath(square, 0, 3)).toEqual([0, 1, 3]);
		expect(shortestPath(square, 2, 2)).toEqual([2]);
	});

	test('follows directions and says when there is no path', () => {
		const oneWay = graphOf(3, [[0, 1]], true);
		expect(shortestPath(oneWay, 0, 1)).toEqual([0, 1]);
		expect(shortestPath(oneWay, 1, 0)).toBeNull();
		expect(Array.from(distancesFrom(oneWay, 0))).toEqual([0, 1, UNREACHABLE]);
	});

	test('rejects a node that does not exist', () => {
		expect(() => neighbourhood(GOLDEN, 6, 1)).toThrow(DomainError);
		expect(() => shortestPath(GOLDEN, -1, 2)).toThrow(DomainError);
		expect(() => shortestPath(GOLDEN, 0, 1.5)).toThrow(DomainError);
	});
});
