import { formatDay } from '#lib/domain/day.ts';
import type { Day } from '#lib/domain/day.ts';
import type { CountFrom, EvidenceLevel } from '#lib/domain/vocabulary.ts';
import type { PracticeAdoption } from '#lib/practice/adoption-record.ts';

/** Title of the curve: how many have it on a day, and how many ever had by then. */
export function spreadTitle({ inPlace, ever }: { inPlace: number; ever: number }, day: Day): string {
	if (ever === 0) return `Nobody on record had it by ${formatDay(day)}`;
	const ended = ever - inPlace;
	const now = `${inPlace.toLocaleString('en-GB')} had it in place on ${formatDay(day)}`;
	if (ended === 0) return now;
	return `${now}; ${ended.toLocaleString('en-GB')} more had it before`;
}

/** Who has it, out of how many, and where: the counts that every page has. */
export function inPlaceSentence(
	{ inPlace, outOf, silent, areas }: Pick<PracticeAdoption, 'inPlace' | 'outOf' | 'silent' | 'areas'>,
	day: Day,
	countFrom: CountFrom
): string {
	const who = `${inPlace.toLocaleString('en-GB')} of ${outOf.toLocaleString('en-GB')} ${outOf === 1 ? 'organisation' : 'organisations'} on record had it in place on ${formatDay(day)}`;
	const where = `in ${areas.having.toLocaleString('en-GB')} of ${areas.outOf.toLocaleString('en-GB')} areas`;
	const stage = countFrom === 'piloting' ? 'counted from piloting' : 'at stage adopted or embedded';
	const apart =
		silent === 0
			? ''
			: ` The record says nothing of ${silent === 1 ? '1 more organisation, which is' : `${silent} more, which are`} set apart: neither with it nor without.`;
	return `${who}, ${where}, ${stage}.${apart}`;
}

/** The practice in one line: how many have it, where, and how it is known to work. */
export function shortSentence(
	{ inPlace, areas }: Pick<PracticeAdoption, 'inPlace' | 'areas'>,
	day: Day,
	evidence: EvidenceLevel | null
): string {
	const who =
		inPlace === 0
			? 'Nobody on record has it in place'
			: `${inPlace.toLocaleString('en-GB')} ${inPlace === 1 ? 'organisation has' : 'organisations have'} it in place`;
	const where =
		inPlace === 0
			? ''
			: `, in ${areas.having.toLocaleString('en-GB')} of ${areas.outOf.toLocaleString('en-GB')} areas`;
	const known = evidence === null ? 'no evidence level is given' : `evidence level: ${evidence}`;
	return `${who}${where}, on ${formatDay(day)}; ${known}.`;
}
