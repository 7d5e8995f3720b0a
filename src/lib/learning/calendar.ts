import type { Atlas, LearningLink } from '#lib/domain/atlas.ts';
import { dayOf, parseDay } from '#lib/domain/day.ts';
import type { Day } from '#lib/domain/day.ts';

/** Where the readers are: days and times of events are theirs, whatever clock the server runs by. */
const ZONE = 'Europe/London';
const DATE = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, dateStyle: 'short' });
const TIME = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' });
const CLOCK = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, timeZoneName: 'short' });

type Times = Pick<LearningLink, 'startsAt' | 'endsAt' | 'allDay'>;

/** An event of the library, ready to print. */
export interface CalendarEvent {
	slug: string;
	title: string;
	kind: string;
	/** The days on which it takes place, in the United Kingdom. */
	first: Day;
	last: Day;
	/** "10:00 to 11:30 GMT", "all day". */
	time: string;
	/** A webinar is online; where an event takes place is not on record. */
	isOnline: boolean;
	hosts: { slug: string; name: string }[];
	attended: { slug: string; name: string }[];
	isOver: boolean;
}

/** One month as a table: whole weeks from Monday, with the days of other months at its ends. */
export interface MonthTable {
	/** "2026-12". */
	month: string;
	previous: string;
	next: string;
	weeks: { day: Day; isOther: boolean; events: CalendarEvent[] }[][];
}

/**
 * The days on which an event takes place in the United Kingdom. One that lasts all day is given by its dates alone, which
 * no change of the clock moves; one without an end takes place on the day on which it begins; one that ends at midnight
 * is over the day before.
 *
 * @returns null for what is no event
 */
export function eventDays({ startsAt, endsAt, allDay }: Times): { first: Day; last: Day } | null {
	if (startsAt === null) return null;
	const start = new Date(startsAt);
	const end = endsAt === null ? start : new Date(Math.max(start.getTime(), Date.parse(endsAt) - 1));
	const on = (instant: Date): Day => (allDay ? dayOf(instant) : londonDay(instant));
	const first = on(start);
	return { first, last: Math.max(first, on(end)) };
}

/** When an event takes place, by the clock of the United Kingdom on that day. */
export function timeInWords({ startsAt, endsAt, allDay }: Times): string {
	if (startsAt === null) return '';
	if (allDay) return 'all day';
	const start = new Date(startsAt);
	const until = endsAt === null ? '' : ` to ${TIME.format(new Date(endsAt))}`;
	return `${TIME.format(start)}${until} ${clockOf(endsAt === null ? start : new Date(endsAt))}`;
}

/**
 * The events among some links, in order of their beginning.
 *
 * @param rows of the links
 */
export function calendarEvents(atlas: Atlas, rows: readonly number[]): CalendarEvent[] {
	const { organisations } = atlas;
	return rows
		.flatMap((row) => {
			const link = atlas.links[row]!;
			const days = eventDays(link);
			if (days === null) return [];
			const named = (role: string) =>
				link.organisations
					.filter((one) => one.role === role)
					.map(({ organisation }) => ({
						slug: organisations.slug[organisation]!,
						name: organisations.name[organisation]!
					}));
			return [
				{
					...days,
					slug: link.slug,
					title: link.title,
					kind: link.kind,
					time: timeInWords(link),
					isOnline: link.kind === 'webinar',
					hosts: [...named('hosted'), ...named('made')],
					attended: named('attended'),
					isOver: days.last < atlas.asOf,
					startsAt: link.startsAt!
				}
			];
		})
		.sort((a, b) => a.first - b.first || a.startsAt.localeCompare(b.startsAt) || a.slug.localeCompare(b.slug))
		.map(({ startsAt: _, ...event }) => event);
}

/**
 * A month of events as a table.
 *
 * @param month as in an address, "2026-12"; anything else is the month of `otherwise`
 */
export function monthTable(
	events: readonly CalendarEvent[],
	month: string | null,
	otherwise: Day
): MonthTable {
	const first = parseDay(`${month ?? ''}-01`) ?? parseDay(`${monthOf(otherwise)}-01`)!;
	const shown = monthOf(first);
	// 1 January 1970 was a Thursday.
	const monday = first - ((((first + 3) % 7) + 7) % 7);
	const weeks: MonthTable['weeks'] = [];
	for (let week = monday; week === monday || monthOf(week) === shown; week += 7) {
		weeks.push(
			Array.from({ length: 7 }, (_, at) => {
				const day = week + at;
				return {
					day,
					isOther: monthOf(day) !== shown,
					events: events.filter((event) => event.first <= day && event.last >= day)
				};
			})
		);
	}
	return { month: shown, previous: monthOf(first - 1), next: monthOf(first + 31), weeks };
}

/** "2026-12" of a day. */
export function monthOf(day: Day): string {
	return new Date(day * 86_400_000).toISOString().slice(0, 7);
}

function londonDay(instant: Date): Day {
	return parseDay(DATE.format(instant))!;
}

/** GMT or BST. */
function clockOf(instant: Date): string {
	return CLOCK.formatToParts(instant).find(({ type }) => type === 'timeZoneName')!.value;
}
