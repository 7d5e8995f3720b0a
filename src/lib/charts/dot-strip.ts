import type { Day } from '#lib/domain/day.ts';

/**
 * Places of dated events on a line, as shares of its length.
 *
 * @param days of the events; those outside the line stand at its ends
 * @returns 0 to 1 each, oldest first, rounded to a thousandth and without repeats
 */
export function dotStrip(days: readonly Day[], from: Day, until: Day): number[] {
	const span = Math.max(1, until - from);
	const shares = days.map(
		(day) => Math.round(((Math.min(until, Math.max(from, day)) - from) / span) * 1000) / 1000
	);
	return [...new Set(shares)].sort((a, b) => a - b);
}
