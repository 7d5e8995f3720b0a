import { describe, expect, test } from 'vitest';
import { coarsen } from './coarsen.ts';
import { connectedComponents, inducedSubgraph } from './components.ts';
import { adjacencyOf } from './layout-graph.ts';

describe('rows of neighbours', () => {
	test('hold each tie both ways, in rising order', () => {
		const { offsets, neighbours } = adjacencyOf({ nodeCount: 4, source: [3, 0, 0], target: [0, 2, 1] });
		expect([...offsets]).toEqual([0, 3, 4, 5, 6]);
		expect([...neighbours]).toEqual([1, 2, 3, 0, 0, 0]);
	});

	test('merge parallel links and leave out loops, missing nodes and links without weight', () => {
		const { neighbours, weights } = adjacencyOf({
			nodeCount: 3,
			source: [0, 1, 2, 0, 0, 1],
			target: [1, 0, 2, 9, -1, 2],
			weight: [2, 3, 1, 1, 1, 0]
		});
		expect([...neighbours]).toEqual([1, 0]);
		expect([...weights]).toEqual([5, 5]);
	});
});

describe('components', () => {
	test('come largest first', () => {
		const components = connectedComponents(adjacencyOf({ nodeCount: 5, source: [1, 2], target: [2, 4] }));
		expect(components.map((nodes) => [...nodes])).toEqual([[1, 2, 4], [0], [3]]);
	});

	test('keep only the ties inside a part', () => {
		const path = adjacencyOf({ nodeCount: 4, source: [0, 1, 2], target: [1, 2, 3] });
		const part = inducedSubgraph(path, Uint32Array.of(1, 2));
		expect([...part.offsets]).toEqual([0, 1, 2]);
		expect([...part.neighbours]).toEqual([1, 0]);
	});
});

describe('coarsening', () => {
	test('merges tied pairs, adds masses and keeps the links between them', () => {
		const path = adjacencyOf({ nodeCount: 4, source: [0, 1, 2], target: [1, 2, 3] });
		const { parent, mass, adjacency } = coarsen(path, new Float64Array([1, 2, 3, 4]), new Uint8Array(4), 1);
		expect([...parent]).toEqual([0, 0, 1, 1]);
		expect([...mass]).toEqual([3, 7]);
		expect([...adjacency.weights]).toEqual([1, 1]);
	});

	test('halves a star by pairing its leaves', () => {
		const leaves = Array.from({ length: 20 }, (_, i) => i + 1);
		const star = adjacencyOf({ nodeCount: 21, source: leaves.map(() => 0), target: leaves });
		const { adjacency } = coarsen(star, new Float64Array(21).fill(1), new Uint8Array(21), 1);
		expect(adjacency.nodeCount).toBe(11);
	});

	test('leaves fixed nodes by themselves', () => {
		const pair = adjacencyOf({ nodeCount: 2, source: [0], target: [1] });
		const { adjacency } = coarsen(pair, new Float64Array([1, 1]), new Uint8Array([1, 0]), 1);
		expect(adjacency.nodeCount).toBe(2);
	});
});
