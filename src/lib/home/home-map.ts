import type { DateWindow } from '#lib/view/date-window.ts';
import { isInWindow } from '#lib/view/date-window.ts';
import type { Known } from '#lib/view/known-event.ts';

/**
 * One practice in one area: flat, because hundreds of them travel with the page. Only a first day that
 * is no event says how it is known.
 */
export type AreaSpan = readonly [area: number, practice: number, from: number, to: number, begun?: Known];

/** How many practices are recorded in each area within a window of time; each counts once an area. */
export function practicesByArea(areas: number, spans: readonly AreaSpan[], window: DateWindow): number[] {
	const found = Array.from({ length: areas }, () => new Set<number>());
	for (const [area, practice, from, to, begun] of spans) {
		if (isInWindow(from, to, window, begun)) found[area]?.add(practice);
	}
	return found.map((practices) => practices.size);
}

/** Words of the shades, faint to strong. */
export const SHADES = ['1', '2', '3', '4', '5 or more'] as const;

/** Shade of a count: 0 none, 1 to 5. */
export function shadeOf(count: number): number {
	return Math.min(count, SHADES.length);
}
