import { describe, expect, test } from 'vitest';
import {
	channelsOf,
	linkTexels,
	nodeTexels,
	placeTexels,
	TRACK_MIDDLE,
	WIDTH_PARTS
} from './scene-texels.ts';
import { sampleScene } from './scene.fixture.ts';
import { LINK_DIRECTED, NODE_FADED, NODE_PINNED, NODE_SELECTED, type GraphScene } from './scene.ts';

function sceneWith(states: number[], links: [source: number, target: number, marks: number][]): GraphScene {
	const scene = sampleScene(
		states.map((_, node) => [10 * node, -node]),
		links.map(([source, target]) => [source, target]),
		links.map(([, , marks]) => marks)
	);
	return {
		...scene,
		nodes: { ...scene.nodes, states: Uint8Array.from(states) },
		links: { ...scene.links, widths: new Float32Array(links.length).fill(1.5) },
		palette: ['#0a0b0c', '#000000']
	};
}

describe('nodes for the graphics card', () => {
	test('are drawn faded first and marked last', () => {
		const { texels, runs } = nodeTexels(sceneWith([NODE_SELECTED, 0, NODE_FADED, 0], []));
		expect(runs).toEqual({ faded: 1, plain: 2, marked: 1 });
		expect([0, 1, 2, 3].map((i) => texels[2 * i])).toEqual([2, 1, 3, 0]);
	});

	test('that are marked are not counted as faded, even when they are both', () => {
		expect(nodeTexels(sceneWith([NODE_FADED | NODE_PINNED], [])).runs).toEqual({
			faded: 0,
			plain: 0,
			marked: 1
		});
	});

	test('carry colour, shape and state in one word', () => {
		const word = nodeTexels(sceneWith([0, NODE_PINNED], [])).texels[3]!;
		expect([word & 255, (word >> 8) & 255, (word >> 16) & 255]).toEqual([10, 11, 12]);
		expect([(word >>> 24) & 15, word >>> 28]).toEqual([1, NODE_PINNED]);
	});

	test('have their places and radii apart from the rest', () => {
		expect([...placeTexels(sceneWith([0, 0], []))]).toEqual([0, -0, 5, 0, 10, -1, 5, 0]);
	});
});

describe('links for the graphics card', () => {
	test('are sorted into straight and bent ones, those with heads in between', () => {
		const { texels, runs } = linkTexels(
			sceneWith(
				[0, 0, 0, 0],
				[
					[0, 1, 0],
					[0, 1, LINK_DIRECTED],
					[1, 2, LINK_DIRECTED],
					[2, 3, 0]
				]
			)
		);
		expect(runs).toEqual({ straight: 1, straightDirected: 1, bentDirected: 1, bent: 1 });
		expect([0, 1, 2, 3].map((i) => [texels[4 * i], texels[4 * i + 1], texels[4 * i + 2]! >>> 24])).toEqual([
			[2, 3, 0],
			[1, 2, LINK_DIRECTED],
			[0, 1, LINK_DIRECTED],
			[0, 1, 0]
		]);
	});

	test('keep half tracks to either side, and parts of a pixel of their width', () => {
		const { texels } = linkTexels(
			sceneWith(
				[0, 0],
				[
					[0, 1, 0],
					[0, 1, 0]
				]
			)
		);
		expect([texels[3]! >>> 16, texels[7]! >>> 16].map((track) => (track - TRACK_MIDDLE) / 2)).toEqual([
			-0.5, 0.5
		]);
		expect(texels[3]! & 0xffff).toBe(1.5 * WIDTH_PARTS);
	});
});

test('a colour that cannot be read is black', () => {
	expect(channelsOf('no colour')).toEqual([0, 0, 0]);
	expect(channelsOf('#ff8000')).toEqual([255, 128, 0]);
});
