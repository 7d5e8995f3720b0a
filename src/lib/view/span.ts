import { intersect, union } from './intervals.ts';
import type { Intervals } from './intervals.ts';
import { NO_EVENT } from './known-event.ts';
import type { Known } from './known-event.ts';

/** A run of days `[from, to)`, and whether its ends are recorded events. */
export interface Span {
	/** First day; `ALWAYS_BEFORE` where it is not recorded. */
	from: number;
	/** First day no longer; `ALWAYS_AFTER` while it lasts. */
	to: number;
	begun: Known;
	ended: Known;
}

/** The days of any of some spans. */
export function daysOf(spans: readonly Span[]): Intervals {
	return union(spans.map(({ from, to }) => [from, to]));
}

/**
 * The days that are in all of several sets of spans, as spans. An end that one of them records as an
 * event is an event, known as exactly as there.
 *
 * @param parts at least one
 */
export function inAll(parts: readonly (readonly Span[])[]): Span[] {
	if (parts.length === 1 && parts[0]!.length <= 1) return [...parts[0]!];
	const days = parts.map(daysOf).reduce(intersect);
	const spans: Span[] = [];
	for (let at = 0; at < days.length; at += 2) {
		const [from, to] = [days[at]!, days[at + 1]!];
		let begun = NO_EVENT;
		let ended = NO_EVENT;
		for (const part of parts) {
			for (const span of part) {
				if (span.from === from) begun = Math.min(begun, span.begun);
				if (span.to === to) ended = Math.min(ended, span.ended);
			}
		}
		spans.push({ from, to, begun, ended });
	}
	return spans;
}
