import { describe, expect, test } from 'vitest';
import { GraphWalk } from './graph-walk.ts';
import { sampleScene } from './scene.fixture.ts';

/** A pair (0, 1), a star around 4 (2, 3, 5) and one alone (6). */
const scene = sampleScene(
	[
		[0, 0],
		[10, 0],
		[20, 0],
		[30, 10],
		[30, 0],
		[40, 0],
		[90, 90]
	],
	[
		[0, 1],
		[4, 2],
		[3, 4],
		[4, 5]
	]
);

function stepsFrom(walk: GraphWalk, start: number | null, step: 1 | -1, count: number): (number | null)[] {
	const steps: (number | null)[] = [];
	for (let node = start; steps.length < count;) steps.push((node = walk.beside(node, step)));
	return steps;
}

describe('walking a network by keys', () => {
	test('reaches every node: the largest component first, its best connected first, then around', () => {
		const walk = new GraphWalk(scene);
		expect(stepsFrom(walk, null, 1, 8)).toEqual([4, 2, 3, 5, 0, 1, 6, 4]);
		expect(stepsFrom(walk, 4, -1, 3)).toEqual([6, 1, 0]);
	});

	test('passes over nodes that are not drawn', () => {
		const radii = scene.nodes.radii.slice();
		radii[4] = radii[0] = 0;
		const walk = new GraphWalk({ ...scene, nodes: { ...scene.nodes, radii } });
		expect(stepsFrom(walk, null, 1, 6)).toEqual([2, 3, 5, 1, 6, 2]);
		expect(walk.beside(4, 1)).toBe(2);
	});

	test('has nowhere to go where nothing is drawn', () => {
		expect(new GraphWalk(sampleScene([])).beside(null, 1)).toBeNull();
	});

	test('goes by direction to neighbours only', () => {
		const walk = new GraphWalk(scene);
		const { positions } = scene.nodes;
		expect(walk.neighbour(positions, 4, 'left')).toBe(2);
		expect(walk.neighbour(positions, 2, 'left')).toBeNull();
		expect(walk.neighbour(positions, 6, 'left')).toBeNull();
	});
});
