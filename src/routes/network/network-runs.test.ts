import { beforeEach, expect, test } from 'vitest';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import type { NetworkMoment } from '#lib/network/network-moment.ts';
import { USUAL_CHOICE } from '#lib/view/network-choice.ts';
import { networkPicture } from '#lib/view/network-picture.ts';
import { DEFAULT_VIEW } from '#lib/view/view.ts';
import * as answers from '#lib/worker/network-asked.ts';
import * as figures from '#lib/worker/network-figures.ts';
import * as parts from '#lib/worker/network-parts.ts';
import type { TaskWorker } from '#lib/worker/task-worker.ts';
import { day, wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { MomentRun } from './network-runs.ts';
import type { MomentQuestion } from '#lib/network/network-moment.ts';
import { select } from '#lib/view/selection.ts';

const picture = networkPicture(
	select(
		buildAtlas(
			wireFixture({
				organisations: ['a', 'b', 'c'].map((slug) => ({ slug, founded: '1990-01-01' })),
				ties: [
					{ a: 0, b: 1, from: '2020-01-01' },
					{ a: 1, b: 2, from: '2022-01-01' }
				]
			})
		),
		DEFAULT_VIEW
	),
	USUAL_CHOICE
);
const usual: MomentQuestion = {
	window: { mode: 'as-of', day: day('2023-01-01'), since: 0 },
	figures: ['practices'],
	filters: USUAL_CHOICE,
	asked: { node: null, steps: 0, to: null, isGone: false },
	compared: null
};

let asked: string[];
/** How often the picture itself was sent. */
let sent = 0;
const TASKS = { 'network-parts': parts, 'network-figures': figures, 'network-asked': answers };
const worker = {
	call: async (name: keyof typeof TASKS, input: never) => {
		asked.push(name);
		if ((input as { picture: unknown }).picture !== null) sent += 1;
		return TASKS[name].task(input, { progress: () => undefined });
	}
} as unknown as TaskWorker;

async function moments(run: MomentRun, part: Partial<MomentQuestion>): Promise<NetworkMoment[]> {
	const heard: NetworkMoment[] = [];
	asked = [];
	sent = 0;
	await run.ask(worker, picture, { ...usual, ...part }, (moment) => heard.push(moment));
	return heard;
}

let run: MomentRun;
beforeEach(async () => {
	run = new MomentRun();
	await moments(run, {});
});

test('a first question is answered once, with its figures', async () => {
	const [first, ...more] = await moments(new MomentRun(), {});
	expect(more).toEqual([]);
	expect(Object.keys(first!.figures).sort()).toEqual(['core', 'links', 'practices']);
	expect(asked).toEqual(['network-parts', 'network-figures']);
	expect(sent).toBe(1);
});

test('a worker that failed is sent the picture again', async () => {
	const broken = { call: () => Promise.reject(new Error('gone')) } as unknown as TaskWorker;
	const another = { ...usual, window: { ...usual.window, day: day('2021-01-01') } };
	await expect(run.ask(broken, picture, another, () => undefined)).rejects.toThrow('gone');
	await moments(run, {});
	expect(sent).toBe(1);
});

test('opening a node measures nothing anew, and is shown before the figures that only its card wants', async () => {
	const node = { node: 0, steps: 1, to: null, isGone: false };
	const [first, second] = await moments(run, { asked: node, figures: ['practices', 'betweenness'] });
	expect(asked).toEqual(['network-asked', 'network-figures']);
	expect(first!.steps).toEqual(Int32Array.of(0, 1, -1));
	expect(first!.figures.betweenness).toBeUndefined();
	expect(second!.figures.betweenness).toEqual(Float64Array.of(0, 1, 0));
});

test('a filter asks the worker for nothing', async () => {
	const [moment] = await moments(run, { filters: { ...USUAL_CHOICE, least: 2 } });
	expect(asked).toEqual([]);
	expect(moment!.drawn.nodes).toEqual(Uint8Array.of(0, 1, 0));
});

test('another date is measured anew', async () => {
	const window = { ...usual.window, day: day('2021-01-01') };
	const [moment] = await moments(run, { window });
	expect(asked).toEqual(['network-parts', 'network-figures']);
	// The picture is the same, and is there.
	expect(sent).toBe(0);
	expect(moment!.figures.links).toEqual(Float64Array.of(1, 1, 0));
});
