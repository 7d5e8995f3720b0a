import type { LearningLink } from './atlas.ts';
import { dayOf } from './day.ts';
import type { Day } from './day.ts';
import type { DatePrecision } from './vocabulary.ts';

/**
 * The day of a learning link, for order, filters and the network alike: the day on which an event begins,
 * for whatever was announced earlier happens then; of anything else the day it was published.
 *
 * @returns null where neither is known
 */
export function linkDay({
	startsAt,
	publishedOn
}: Pick<LearningLink, 'startsAt' | 'publishedOn'>): Day | null {
	return startsAt === null ? publishedOn : dayOf(new Date(startsAt));
}

/** How exactly `linkDay` is known. */
export function linkDayPrecision({
	startsAt,
	publishedPrecision
}: Pick<LearningLink, 'startsAt' | 'publishedPrecision'>): DatePrecision {
	return startsAt === null ? publishedPrecision : 'day';
}
