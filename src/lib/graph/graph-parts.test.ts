import { describe, expect, test } from 'vitest';
import { chooseLabels, estimatedWidth, labelOrder } from './label-choice.ts';
import { nodeInDirection } from './graph-walk.ts';
import { linkTracks } from './link-tracks.ts';
import { NodeFinder } from './node-finder.ts';
import { sampleScene } from './scene.fixture.ts';
import { fittingViewpoint, linkOpacity, NODE_SELECTED, nodeScale, SHAPES } from './scene.ts';
import { shapeAtlas, shapePath } from './shapes.ts';

describe('viewpoint', () => {
	test('shows every node with room around', () => {
		const view = fittingViewpoint(Float32Array.of(-50, 0, 150, 100), { width: 500, height: 400 }, 50);
		expect(view).toEqual({ k: 2, x: 150, y: 100 });
	});

	test('of one node or none puts the middle into the middle', () => {
		const size = { width: 200, height: 100 };
		const { k, x, y } = fittingViewpoint(Float32Array.of(7, 9), size, 10);
		expect([7 * k + x, 9 * k + y]).toEqual([100, 50]);
		expect(fittingViewpoint(new Float32Array(0), size, 10)).toEqual({ k: 1, x: 100, y: 50 });
	});

	test('lets nodes grow slower than the zoom, within bounds', () => {
		expect([nodeScale(1, 1), nodeScale(4, 1), nodeScale(100, 1), nodeScale(0.01, 1)]).toEqual([1, 2, 3, 0.6]);
	});

	test('draws links the fainter the more there are', () => {
		expect(linkOpacity(10)).toBe(0.7);
		expect(linkOpacity(40_000)).toBe(0.12);
	});
});

describe('finding nodes', () => {
	const finder = new NodeFinder({
		positions: Float32Array.of(0, 0, 30, 0, 200, 0),
		radii: Float32Array.of(5, 20, 5)
	});

	test('hits the node whose edge is nearest, large ones from further away', () => {
		expect(finder.at(4, 0, 1, 1, 4)).toBe(0);
		expect(finder.at(12, 0, 1, 1, 4)).toBe(1);
		expect(finder.at(208, 0, 1, 1, 4)).toBe(2);
		expect(finder.at(215, 0, 1, 1, 4)).toBeNull();
	});

	test('allows fingers more slack, and reckons in pixels', () => {
		expect(finder.at(215, 0, 1, 1, 14)).toBe(2);
		expect(finder.at(215, 0, 4, 1, 4)).toBe(2);
	});

	test('passes over nodes without a size, which are not drawn', () => {
		const hidden = new NodeFinder({
			positions: Float32Array.of(0, 0, 20, 0),
			radii: Float32Array.of(0, 5)
		});
		expect(hidden.at(0, 0, 1, 1, 4)).toBeNull();
		expect(hidden.at(12, 0, 1, 1, 14)).toBe(1);
	});

	test('finds nothing among no nodes', () => {
		const none = new NodeFinder({ positions: new Float32Array(0), radii: new Float32Array(0) });
		expect(none.at(0, 0, 1, 1, 10)).toBeNull();
	});
});

describe('moving by arrow keys', () => {
	const positions = Float32Array.of(0, 0, 100, 10, 40, 35, 0, -50, -80, 0);

	test('prefers what lies straight ahead', () => {
		expect(nodeInDirection(positions, 0, [1, 3, 4], 'right')).toBe(1);
		expect(nodeInDirection(positions, 0, [1, 2, 3, 4], 'right')).toBe(2);
		expect(nodeInDirection(positions, 0, [1, 2, 3, 4], 'up')).toBe(3);
		expect(nodeInDirection(positions, 0, [1, 2, 3, 4], 'left')).toBe(4);
	});

	test('stays where nobody lies that way', () => {
		expect(nodeInDirection(positions, 0, [1, 3, 4], 'down')).toBeNull();
		expect(nodeInDirection(positions, 0, [0], 'up')).toBeNull();
	});
});

describe('tracks of links', () => {
	test('are straight for one, mirrored for two and spread for three', () => {
		expect([...linkTracks([0, 1, 2], [1, 2, 3])]).toEqual([0, 0, 0]);
		expect([...linkTracks([0, 0], [1, 1])]).toEqual([-0.5, 0.5]);
		expect([...linkTracks([0, 0, 0], [1, 1, 1])]).toEqual([-1, 0, 1]);
	});

	test('keep links that run opposite ways on different sides', () => {
		// The same sign from opposite ends is opposite sides.
		expect([...linkTracks([0, 1], [1, 0])]).toEqual([-0.5, -0.5]);
	});
});

describe('shapes', () => {
	test.each(SHAPES)('%s has a closed path about its middle', (shape) => {
		expect(shapePath(shape, 10, 10, 4)).toMatch(/^M.*Z$/);
	});

	test('stand in the atlas as distances: deep inside the solid ones, outside at every border', () => {
		const [tile, columns] = [32, 16];
		const atlas = shapeAtlas(tile, columns);
		SHAPES.forEach((shape, column) => {
			const at = (x: number, y: number): number => atlas[y * tile * columns + column * tile + x]!;
			if (shape === 'ring') expect(at(16, 16)).toBeLessThan(128);
			else expect(at(16, 16)).toBeGreaterThan(160);
			for (let i = 0; i < tile; i++) {
				expect(Math.max(at(i, 0), at(i, tile - 1), at(0, i), at(tile - 1, i))).toBeLessThan(64);
			}
		});
	});
});

describe('labels of a picture', () => {
	const size = { width: 400, height: 300 };
	const view = { k: 1, x: 0, y: 0 };

	test('begin with selected nodes, then go by priority', () => {
		const scene = sampleScene([
			[0, 0],
			[1, 1],
			[2, 2],
			[3, 3]
		]);
		scene.nodes.labelPriorities.set([1, 5, -1, 3]);
		scene.nodes.states[0] = NODE_SELECTED;
		expect([...labelOrder(scene)]).toEqual([0, 1, 3]);
	});

	test('that are strong get the room that their weight takes', () => {
		const scene = sampleScene([
			[100, 150],
			[160, 150]
		]);
		scene.nodes.states[0] = NODE_SELECTED;
		// A plain label would end short of the node beside it; this one must go to the other side.
		const measure = (_: string, isStrong: boolean): number => (isStrong ? 60 : 40);
		const sideOf = (): number => chooseLabels(scene, [0], view, size, 1, measure)[0]!.x - 100;
		expect(sideOf()).toBeLessThan(0);
		scene.nodes.states[0] = 0;
		expect(sideOf()).toBeGreaterThan(0);
	});

	test('leave out nodes beyond the picture and step aside for other nodes', () => {
		const scene = sampleScene([
			[200, 150],
			[230, 150],
			[900, 150]
		]);
		const labels = chooseLabels(scene, [0, 2], view, size, 1, estimatedWidth);
		expect(labels.map(({ node }) => node)).toEqual([0]);
		expect(labels[0]!.x).toBeLessThan(200);
	});
});
