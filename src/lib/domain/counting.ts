import type { AdoptionTable, Atlas } from './atlas.ts';
import { dayOrNull, NO_DAY } from './day.ts';
import type { Day } from './day.ts';
import { rowsOf } from './row-index.ts';
import { startInWords } from './spell.ts';
import { DATE_BOUNDS, DATE_PRECISIONS, END_KINDS, STAGES } from './vocabulary.ts';
import type { CountFrom, DateBound, DatePrecision } from './vocabulary.ts';

/**
 * The rules by which every page counts who has a practice, in the words of the page on methods. The functions
 * of this module are these rules for one record; `Selection` and `areaAdoptions` are the same for many.
 */
export const COUNTING_RULES = [
	{
		id: 'who',
		name: 'Who',
		rule: 'Any organisation on record, of whatever kind, once, for what it does itself and while it exists. A council that replaced others is not counted for what they did; where that is shown it is marked inherited.'
	},
	{
		id: 'where',
		name: 'Where',
		rule: 'An area has a practice when whoever sits in it has: its council, a charity, a trust. A county council covers many areas and a national body all of them: neither is counted in one. Areas whose county council has it, or whose council replaced one that had it, are named beside the count and never in it.'
	},
	{
		id: 'since',
		name: 'Since when',
		rule: 'The first day at stage adopted or embedded; the days of exploring and piloting before it are shown apart. Counted from piloting, it is the first day at piloting.'
	},
	{
		id: 'still',
		name: 'Still',
		rule: 'No end on record, or an end after the day, while the organisation exists. Having ended is not having failed: what ran its time is complete, and the page says how each ended.'
	},
	{
		id: 'unknown-day',
		name: 'Days not known',
		rule: 'An organisation whose founding is not recorded counts from the first day of which anything of it is on record: it may be older, but no past day is credited with more organisations than are known to have been there. A practice taken up on an unknown day counts from the first day of which anybody is on record with it. Research alone takes such an organisation as there throughout: whoever is first on record for taking something up would never have been at risk of it.'
	},
	{
		id: 'unknown',
		name: 'Not known',
		rule: 'Where a record that covers the others says nothing of a body, it neither has the practice nor lacks it: it is set apart, named and in no denominator.'
	}
] as const;

/** When an adoption counts from, and how exactly that is known. */
export interface Since {
	/** Null: it is known to have begun, not when. */
	day: Day | null;
	/** `by`: in place no later than `day`. */
	bound: DateBound;
	precision: DatePrecision;
	/** "28 Jul 2020", "by 2016", "date not recorded". */
	words: string;
}

/**
 * *Since when*: the first day of an adoption at stage adopted or embedded, or at piloting where one counts
 * from there.
 *
 * @param row of the adoptions
 * @returns null when it never came that far
 */
export function sinceWhen(adoptions: AdoptionTable, row: number, countFrom: CountFrom): Since | null {
	const isAdopted = countFrom === 'adopted';
	if ((isAdopted ? adoptions.isAdopter : adoptions.isPilot)[row] !== 1) return null;
	const day = dayOrNull((isAdopted ? adoptions.adoptedOn : adoptions.pilotedOn)[row]);
	const bound = DATE_BOUNDS[(isAdopted ? adoptions.adoptedBound : adoptions.pilotedBound)[row]!]!;
	const precision =
		DATE_PRECISIONS[(isAdopted ? adoptions.adoptedPrecision : adoptions.pilotedPrecision)[row]!]!;
	const words = startInWords({ startedOn: day, startedBound: bound, startedPrecision: precision });
	return { day, bound, precision, words };
}

/** When an adoption began at whatever stage: what is said of one that is only looked at or tried. */
export function beganWhen(adoptions: AdoptionTable, row: number): Since {
	const day = dayOrNull(adoptions.startedOn[row]);
	const bound = DATE_BOUNDS[adoptions.startedBound[row]!]!;
	const precision = DATE_PRECISIONS[adoptions.startedPrecision[row]!]!;
	const words = startInWords({ startedOn: day, startedBound: bound, startedPrecision: precision });
	return { day, bound, precision, words };
}

/** First day on which an organisation counts as existing: its founding or, where that is not recorded, the first day of which anything of it is. */
export function existsFrom({ organisations }: Pick<Atlas, 'organisations'>, row: number): Day {
	return dayOrNull(organisations.foundedOn[row]) ?? organisations.recordedFrom[row]!;
}

/** Whether an organisation exists on a day: there by then, and not closed as far as that is recorded. */
export function existsOn(atlas: Pick<Atlas, 'organisations'>, row: number, day: Day): boolean {
	const closedOn = atlas.organisations.closedOn[row]!;
	return existsFrom(atlas, row) <= day && (closedOn === NO_DAY || closedOn > day);
}

/** First day on which an adoption whose own day is not recorded counts: before it nobody is on record with the practice. */
export function undatedFrom({ adoptions, index }: Pick<Atlas, 'adoptions' | 'index'>, row: number): Day {
	return index.firstUse[adoptions.practice[row]!]!;
}

/** *Still*: whether an adoption has no end, or one after the day, and its organisation exists on it. */
export function isStill(atlas: Pick<Atlas, 'organisations' | 'adoptions'>, row: number, day: Day): boolean {
	const { endedOn, organisation } = atlas.adoptions;
	return (endedOn[row] === NO_DAY || endedOn[row]! > day) && existsOn(atlas, organisation[row]!, day);
}

/**
 * Whether an organisation has a practice in place on a day by its adoption: since then or before, and still.
 * One whose day is not recorded has had it as long as anybody is on record with it.
 */
export function isInPlace(
	atlas: Pick<Atlas, 'organisations' | 'adoptions' | 'index'>,
	row: number,
	day: Day,
	countFrom: CountFrom = 'adopted'
): boolean {
	const since = sinceWhen(atlas.adoptions, row, countFrom);
	return since !== null && (since.day ?? undatedFrom(atlas, row)) <= day && isStill(atlas, row, day);
}

/** Position in `STAGES` of an adoption on a day: the last change on or before it, or *ended* once it has. */
export function stageOn(adoptions: AdoptionTable, row: number, day: Day): number {
	const ended = dayOrNull(adoptions.endedOn[row]);
	if (ended !== null && ended <= day) return STAGES.indexOf('ended');
	let stage: number | null = null;
	for (const step of rowsOf(adoptions.stages.byAdoption, row)) {
		const on = dayOrNull(adoptions.stages.on[step]);
		if (on === null || on <= day) stage = adoptions.stages.stage[step]!;
	}
	return stage ?? adoptions.stage[row]!;
}

/**
 * Whether the record of a practice is silent about an organisation: nothing may be said of it, neither that
 * it has the practice nor that it has not. An adoption on record breaks the silence.
 *
 * @param practice row of the practices
 */
export function isSilent(
	{ adoptionGaps, adoptions, index }: Pick<Atlas, 'adoptionGaps' | 'adoptions' | 'index'>,
	organisation: number,
	practice: number
): boolean {
	if (adoptionGaps.get(practice)?.has(organisation) !== true) return false;
	return !rowsOf(index.adoptionsOfOrganisation, organisation).some(
		(row) => adoptions.practice[row] === practice
	);
}

/**
 * Whether what an organisation did was still in place when it closed, and so is its successor's: it has no
 * end on record, or ended with the body.
 *
 * @returns false while the organisation exists, or where its closing is not recorded
 */
export function isHandedOn(atlas: Pick<Atlas, 'organisations' | 'adoptions'>, row: number): boolean {
	const { endedOn, endKind, organisation } = atlas.adoptions;
	const closed = dayOrNull(atlas.organisations.closedOn[organisation[row]!]);
	if (closed === null) return false;
	const ended = dayOrNull(endedOn[row]);
	return ended === null || ended >= closed || END_KINDS[endKind[row]!] === 'body closed';
}
