import type { AdoptionFact } from './inputs.ts';

/** Practices that run for a set time by what they are, and are complete when it is over. */
const RUN_FOR_A_SET_TIME = new Set(['poverty-truth-commission', 'local-citizens-assembly']);

/** Ends that the source itself sets when it tells of the beginning, by organisation and practice. */
const SET_AT_THE_START = new Set(['rotherham-nhs-ft public-living-rooms']);

/** How a spell of an adoption ended, and a note where that is our reading. */
export interface End {
	kind: string;
	note: string | null;
}

/**
 * How the spell whose last fact this is ended.
 *
 * @param closedOn day on which the organisation itself ended, ISO 8601; null while it goes on
 */
export function endOf(last: AdoptionFact, closedOn: string | null): End {
	if (last.to === undefined) return { kind: 'not known', note: null };
	if (last.end_kind !== undefined) return { kind: last.end_kind, note: null };
	if (last.to === closedOn) return { kind: 'body closed', note: null };
	if (last.stage === 'stopped') return { kind: 'stopped', note: null };
	if (RUN_FOR_A_SET_TIME.has(last.practice))
		return { kind: 'completed', note: 'It runs for a set time: that it was complete at its end is our reading.' };
	return { kind: SET_AT_THE_START.has(`${last.organisation} ${last.practice}`) ? 'completed' : 'not known', note: null };
}
