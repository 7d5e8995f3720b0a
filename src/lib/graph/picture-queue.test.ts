import { describe, expect, test } from 'vitest';
import type { Look } from './painter.ts';
import type { SceneChange } from './picture-queue.ts';
import { PictureQueue } from './picture-queue.ts';
import { sampleScene } from './scene.fixture.ts';

const SCENE = sampleScene([
	[0, 0],
	[10, 5]
]);

function look(k: number): Look {
	return {
		view: { k, x: 0, y: 0 },
		size: { width: 10, height: 10 },
		fittingK: 1,
		pixelRatio: 1,
		isMoving: true
	};
}

function recorded() {
	const sent: { change: SceneChange; k: number }[] = [];
	const queue = new PictureQueue((change, { view }) => sent.push({ change, k: view.k }));
	return { sent, queue };
}

describe('pictures that another thread draws', () => {
	test('are sent one at a time, of those that wait the last', () => {
		const { sent, queue } = recorded();
		queue.setScene(SCENE);
		for (const k of [1, 2, 3]) queue.paint(look(k));
		expect(sent.map(({ k }) => k)).toEqual([1]);
		queue.drawn();
		expect(sent.map(({ k }) => k)).toEqual([1, 3]);
		queue.drawn();
		expect(sent).toHaveLength(2);
		queue.paint(look(4));
		expect(sent.at(-1)!.k).toBe(4);
	});

	test('carry what has changed since the last, once', () => {
		const { sent, queue } = recorded();
		queue.setScene(SCENE);
		queue.paint(look(1));
		queue.drawn();
		queue.paint(look(2));
		queue.drawn();
		const places = SCENE.nodes.positions.map((place) => place + 1);
		queue.setPositions(places);
		queue.paint(look(3));
		expect(sent.map(({ change }) => change.kind)).toEqual(['everything', 'nothing', 'places']);
		expect(sent[2]!.change).toEqual({ kind: 'places', positions: places });
	});

	test('of a scene that is not sent yet have its latest places', () => {
		const { sent, queue } = recorded();
		const places = SCENE.nodes.positions.map((place) => place + 1);
		queue.setScene(SCENE);
		queue.setPositions(places);
		queue.paint(look(1));
		expect(sent[0]!.change).toEqual({
			kind: 'everything',
			scene: { ...SCENE, nodes: { ...SCENE.nodes, positions: places } }
		});
	});

	test('lose nothing that changes while one is drawn', () => {
		const { sent, queue } = recorded();
		queue.setScene(SCENE);
		queue.paint(look(1));
		queue.setScene({ ...SCENE, ink: '#123456' });
		queue.paint(look(2));
		queue.setPositions(SCENE.nodes.positions.map(() => 0));
		queue.drawn();
		const { change } = sent[1]!;
		expect(change.kind === 'everything' && change.scene.ink).toBe('#123456');
		expect(
			change.kind === 'everything' && [...change.scene.nodes.positions].every((place) => place === 0)
		).toBe(true);
	});
});
