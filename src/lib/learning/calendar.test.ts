import { describe, expect, test } from 'vitest';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { isoDay } from '#lib/domain/day.ts';
import { day, wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { calendarEvents, eventDays, monthTable, timeInWords } from './calendar.ts';

const event = (startsAt: string, endsAt: string | null = null, allDay = false) => ({
	startsAt,
	endsAt,
	allDay
});
const days = (...times: Parameters<typeof event>) => {
	const { first, last } = eventDays(event(...times))!;
	return [isoDay(first), isoDay(last)];
};

describe('the days of an event', () => {
	test.each([
		['of an hour', ['2026-01-10T10:00:00Z', '2026-01-10T11:00:00Z'], ['2026-01-10', '2026-01-10']],
		['without an end', ['2026-01-10T10:00:00Z'], ['2026-01-10', '2026-01-10']],
		['late on a summer evening by UTC', ['2026-06-30T23:30:00Z'], ['2026-07-01', '2026-07-01']],
		['over midnight', ['2026-01-10T22:00:00Z', '2026-01-11T02:00:00Z'], ['2026-01-10', '2026-01-11']],
		['that ends at midnight', ['2026-01-10T20:00:00Z', '2026-01-11T00:00:00Z'], ['2026-01-10', '2026-01-10']],
		[
			'that ends before it begins',
			['2026-01-10T20:00:00Z', '2026-01-09T00:00:00Z'],
			['2026-01-10', '2026-01-10']
		],
		['that lasts all day in summer', ['2026-07-01T00:00:00Z', null, true], ['2026-07-01', '2026-07-01']],
		[
			'of two whole days, over a change of the clock',
			['2026-03-28T00:00:00Z', '2026-03-30T00:00:00Z', true],
			['2026-03-28', '2026-03-29']
		]
	] as [string, Parameters<typeof event>, string[]][])('%s', (_words, times, expected) => {
		expect(days(...times)).toEqual(expected);
	});

	test('of what is no event are none', () => {
		expect(eventDays({ startsAt: null, endsAt: null, allDay: false })).toBeNull();
	});
});

describe('its time', () => {
	test.each([
		['2026-01-10T10:00:00Z', '2026-01-10T11:30:00Z', false, '10:00 to 11:30 GMT'],
		['2026-07-10T10:00:00Z', null, false, '11:00 BST'],
		['2026-07-10T00:00:00Z', null, true, 'all day'],
		// The clock goes back at two in the morning of 25 October, so an hour is there twice.
		['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z', false, '01:30 to 01:30 GMT']
	])('from %s to %s, all day %s, is said as %s', (startsAt, endsAt, allDay, words) => {
		expect(timeInWords({ startsAt, endsAt, allDay })).toBe(words);
	});
});

describe('a month', () => {
	const atlas = buildAtlas(
		wireFixture({
			asOf: '2026-11-22',
			organisations: [{ slug: 'host' }, { slug: 'guest' }],
			links: [
				{ slug: 'later', kind: 'webinar', starts: '2026-12-15T14:00:00Z' },
				{
					slug: 'long',
					kind: 'event',
					starts: '2026-11-30T09:00:00Z',
					ends: '2026-12-01T16:00:00Z',
					organisations: [
						[0, 'hosted'],
						[1, 'attended']
					]
				},
				{ slug: 'report', published: '2026-12-01' }
			]
		})
	);
	const events = calendarEvents(
		atlas,
		atlas.links.map((_, row) => row)
	);

	test('holds events in order, with who hosted and who came', () => {
		expect(events.map(({ slug, isOnline }) => [slug, isOnline])).toEqual([
			['long', false],
			['later', true]
		]);
		expect(events[0]).toMatchObject({
			hosts: [{ slug: 'host' }],
			attended: [{ slug: 'guest' }],
			isOver: false
		});
	});

	test('is whole weeks from Monday, with an event on each of its days', () => {
		const table = monthTable(events, '2026-12', atlas.asOf);
		expect([table.previous, table.next]).toEqual(['2026-11', '2027-01']);
		expect(table.weeks.map((week) => isoDay(week[0]!.day))).toEqual([
			'2026-11-30',
			'2026-12-07',
			'2026-12-14',
			'2026-12-21',
			'2026-12-28'
		]);
		const [monday, tuesday] = table.weeks[0]!;
		expect(monday).toMatchObject({ isOther: true, events: [{ slug: 'long' }] });
		expect(tuesday).toMatchObject({ isOther: false, events: [{ slug: 'long' }] });
	});

	test('that is none falls back, and February has as many weeks as it needs', () => {
		expect(monthTable(events, '2026-13', day('2026-11-22')).month).toBe('2026-11');
		expect(monthTable(events, null, day('2026-11-22')).month).toBe('2026-11');
		// In 2027 it begins on a Monday.
		expect(monthTable([], '2027-02', atlas.asOf).weeks).toHaveLength(4);
	});
});
