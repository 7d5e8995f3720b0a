import type { DateWindow } from '#lib/view/presence.ts';
import { isInWindow } from '#lib/view/presence.ts';

/** One practice in one area: flat, because hundreds of them travel with the page. */
export type AreaSpan = readonly [area: number, practice: number, from: number, to: number];

/** How many practices are recorded in each area within a window of time; each counts once an area. */
export function practicesByArea(areas: number, spans: readonly AreaSpan[], window: DateWindow): number[] {
	const found = Array.from({ length: areas }, () => new Set<number>());
	for (const [area, practice, from, to] of spans) {
		if (isInWindow(from, to, window)) found[area]?.add(practice);
	}
	return found.map((practices) => practices.size);
}

/** Words of the shades, faint to strong. */
export const SHADES = ['1', '2', '3', '4', '5 or more'] as const;

/** Shade of a count: 0 none, 1 to 5. */
export function shadeOf(count: number): number {
	return Math.min(count, SHADES.length);
}
