import type { Atlas } from '#lib/domain/atlas.ts';
import { NO_DAY } from '#lib/domain/day.ts';
import { ALWAYS_AFTER, ALWAYS_BEFORE } from './intervals.ts';
import { NO_EVENT, ON_THE_DAY } from './known-event.ts';
import type { Span } from './span.ts';

/** Of an organisation whose founding and closing are not recorded. */
export const EVER: Span = { from: ALWAYS_BEFORE, to: ALWAYS_AFTER, begun: NO_EVENT, ended: NO_EVENT };

/** The days on which an organisation exists: from its founding to its closing where these are recorded. */
export function lifetime(atlas: Atlas, organisation: number): Span {
	const founded = atlas.organisations.foundedOn[organisation]!;
	const closed = atlas.organisations.closedOn[organisation]!;
	if (founded === NO_DAY && closed === NO_DAY) return EVER;
	return {
		from: founded === NO_DAY ? ALWAYS_BEFORE : founded,
		to: closed === NO_DAY ? ALWAYS_AFTER : closed,
		begun: founded === NO_DAY ? NO_EVENT : ON_THE_DAY,
		ended: closed === NO_DAY ? NO_EVENT : ON_THE_DAY
	};
}
