import { createForce } from '#lib/layout/force.ts';
import type { ForceRun } from '#lib/layout/force.ts';
import { placesAtOnce } from '#lib/network/layout-places.ts';
import type { Places } from '#lib/network/layout-places.ts';
import type { LayoutStart } from '#lib/network/layout-start.ts';
import type { Task } from './tasks.ts';

/** Starts a layout, or goes on with the one under way. */
export type LayoutInput = { kind: 'start'; start: LayoutStart } | { kind: 'go on' };

export interface LayoutOutput extends Places {
	isDone: boolean;
	/** Share of the nodes whose layout is finished, 0 to 1. */
	share: number;
}

/** How long one call computes before it answers, so that places arrive while the layout runs (ms). */
const SLICE_MS = 60;

let running: ForceRun | null = null;

/**
 * Lays out a network a slice at a time: the page asks again until it is done, and so is never sent
 * places faster than it can draw them. The worker holds the one layout under way.
 */
export const task: Task<LayoutInput, LayoutOutput> = (input) => {
	if (input.kind === 'start') {
		const placed = placesAtOnce(input.start);
		if (placed !== null) {
			running = null;
			return { ...placed, isDone: true, share: 1 };
		}
		const { graph, pins } = input.start;
		running = createForce(graph, { pins });
	}
	if (running === null) throw new Error('No layout is under way.');
	const until = performance.now() + SLICE_MS;
	do running.step(4);
	while (!running.done && performance.now() < until);
	const output = {
		positions: running.positions.slice(),
		isDone: running.done,
		share: running.progress,
		axis: null,
		rings: []
	};
	if (running.done) running = null;
	return output;
};
