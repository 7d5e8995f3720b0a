import { formatDay } from './day.ts';
import type { Day } from './day.ts';
import type { Confidence, DateBound, DatePrecision, EndKind } from './vocabulary.ts';

/** When something began and may have ended, how exactly that is known, and who says so. */
export interface Spell {
	/** Null: it began, nobody recorded when. */
	startedOn: Day | null;
	/** `by`: in place no later than `startedOn`; the true start is earlier or unknown. */
	startedBound: DateBound;
	startedPrecision: DatePrecision;
	/** Null: not known to have ended. */
	endedOn: Day | null;
	endedPrecision: DatePrecision;
	confidence: Confidence;
	sourceUrl: string | null;
}

/**
 * Whether a spell runs on a day: it has begun by then and has not ended.
 *
 * A spell without a start counts as running until its end, because it is known to have begun;
 * the end day itself is the first day on which it no longer runs.
 */
export function runsOn(spell: Pick<Spell, 'startedOn' | 'endedOn'>, day: Day): boolean {
	return hasBegun(spell, day) && (spell.endedOn === null || spell.endedOn > day);
}

/** Whether a spell has begun by a day, ended or not. One without a recorded start has. */
export function hasBegun(spell: Pick<Spell, 'startedOn'>, day: Day): boolean {
	return spell.startedOn === null || spell.startedOn <= day;
}

/** The start of a spell in words: "28 Jul 2020", "by 2016", "date not recorded". */
export function startInWords(spell: Pick<Spell, 'startedOn' | 'startedBound' | 'startedPrecision'>): string {
	if (spell.startedOn === null) return 'date not recorded';
	const date = formatDay(spell.startedOn, spell.startedPrecision);
	return spell.startedBound === 'by' ? `by ${date}` : date;
}

const ENDS: Record<EndKind, string> = {
	completed: 'completed',
	stopped: 'stopped',
	replaced: 'replaced',
	'body closed': 'ended with the organisation',
	'not known': 'ended'
};

/** How a spell ended, in words: "completed", "stopped"; "ended" where nobody says how. */
export function endInWords(kind: EndKind): string {
	return ENDS[kind];
}
