import type { Atlas } from '#lib/domain/atlas.ts';
import { existsFrom } from '#lib/domain/counting.ts';
import { NO_DAY } from '#lib/domain/day.ts';
import { ALWAYS_AFTER, ALWAYS_BEFORE } from './intervals.ts';
import { NO_EVENT, ON_THE_DAY } from './known-event.ts';
import type { Span } from './span.ts';

/** Of what has no beginning and no end, such as a practice. */
export const EVER: Span = { from: ALWAYS_BEFORE, to: ALWAYS_AFTER, begun: NO_EVENT, ended: NO_EVENT };

/**
 * The days on which an organisation exists, by the rules of counting. That it is first on record on a day is no
 * event: nothing is known to have begun then.
 */
export function lifetime(atlas: Atlas, organisation: number): Span {
	const { foundedOn, closedOn } = atlas.organisations;
	const closed = closedOn[organisation]!;
	return {
		from: existsFrom(atlas, organisation),
		to: closed === NO_DAY ? ALWAYS_AFTER : closed,
		begun: foundedOn[organisation] === NO_DAY ? NO_EVENT : ON_THE_DAY,
		ended: closed === NO_DAY ? NO_EVENT : ON_THE_DAY
	};
}
