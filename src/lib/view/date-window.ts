import { addMonths } from '#lib/domain/day.ts';
import type { Day } from '#lib/domain/day.ts';
import { NO_EVENT, ON_THE_DAY } from './known-event.ts';
import type { Known } from './known-event.ts';
import type { Span } from './span.ts';
import type { DateMode, View } from './view.ts';

/** What the date part of a view asks of a presence. */
export interface DateWindow {
	mode: DateMode;
	day: Day;
	/** First day of the window of mode *changed*; unused by the others. */
	since: Day;
}

/**
 * The date part of a view: the snapshot's day where no date is chosen, or one after it, of which the
 * record can say nothing.
 */
export function dateWindow(view: Pick<View, 'date' | 'mode' | 'months'>, asOf: Day): DateWindow {
	const day = Math.min(view.date ?? asOf, asOf);
	return { mode: view.mode, day, since: addMonths(day, -view.months) + 1 };
}

/**
 * Whether a presence is in the window: running on the day (*as of*), begun by it (*cumulative*), or
 * begun or ended within the window (*changed*).
 *
 * @param begun how the first day is known; *by* a day is no event, so nothing changed on it
 */
export function isInWindow(
	from: number,
	to: number,
	{ mode, day, since }: DateWindow,
	begun: Known = ON_THE_DAY
): boolean {
	switch (mode) {
		case 'as-of':
			return from <= day && to > day;
		case 'cumulative':
			return from <= day;
		case 'changed':
			return (begun !== NO_EVENT && from >= since && from <= day) || (to >= since && to <= day);
	}
}

/** Whether any of some spans is in the window. */
export function anyInWindow(spans: readonly Span[], window: DateWindow): boolean {
	return spans.some(({ from, to, begun }) => isInWindow(from, to, window, begun));
}
