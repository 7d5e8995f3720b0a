import type { SceneGuides } from '#lib/graph/scene.ts';
import type { TimeAxis } from '#lib/layout/timeline.ts';
import { countOf } from './network-words.ts';

/**
 * What a layout is read by: the years of the time layout, the distances of the rings.
 *
 * @param rings radius of each ring, from one step on (layout units)
 * @returns undefined where the layout needs none
 */
export function guidesOf(axis: TimeAxis | null, rings: readonly number[]): SceneGuides | undefined {
	if (axis === null && rings.length === 0) return undefined;
	const years = (axis?.ticks ?? []).map(({ x, label }) => ({ x, text: label }));
	const undated = axis?.undatedX ?? null;
	return {
		lines: undated === null ? years : [{ x: undated, text: 'no date' }, ...years],
		rings: rings.map((radius, at) => ({ radius, text: countOf(at + 1, 'step') }))
	};
}
