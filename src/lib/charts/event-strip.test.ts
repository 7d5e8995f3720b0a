import { describe, expect, test } from 'vitest';
import { formatDay, parseDay } from '#lib/domain/day.ts';
import { dayAt, eventStrip, monthAt } from './event-strip.ts';

const day = (text: string) => parseDay(text)!;
const until = day('2021-11-21');

describe('eventStrip', () => {
	const strip = eventStrip(
		[day('2019-07-02'), day('2019-07-15'), day('2019-10-01'), day('2021-11-21')],
		until
	);

	test('starts with the year of the first event and ends on the last day', () => {
		expect(formatDay(strip.from)).toBe('1 Jan 2019');
		expect(strip.until).toBe(until);
	});

	test('counts each event in its quarter', () => {
		expect(strip.bins.filter((bin) => bin.count > 0).map(({ label, count }) => [label, count])).toEqual([
			['July 2019 to September 2019', 2],
			['October 2019 to December 2019', 1],
			['October 2021 to December 2021', 1]
		]);
	});

	test('leaves out what is later than the last day', () => {
		const later = eventStrip([day('2020-01-01'), day('2022-05-01')], until);
		expect(later.bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(1);
	});

	test('is not squashed by one event long before the rest, and still counts it', () => {
		const many = [day('1972-01-01'), ...Array.from({ length: 99 }, (_, at) => day('2019-01-01') + at)];
		const steady = eventStrip(many, until);
		expect(formatDay(steady.from)).toBe('1 Jan 2019');
		expect(steady.earlier).toBe(1);
		expect(steady.bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(100);
	});

	test('spreads what is known to its year alone over the quarters of that year that have begun', () => {
		const years = [day('2019-01-01'), day('2021-01-01')];
		const spread = eventStrip([day('2019-07-02')], day('2021-05-01'), { years, note: 'Two by year.' });
		expect(spread.bins.map(({ count }) => count)).toEqual([0.25, 0.25, 1.25, 0.25, 0, 0, 0, 0, 0.5, 0.5]);
		expect(spread.note).toBe('Two by year.');
	});

	test('spans a year when there is no event', () => {
		expect(eventStrip([], until).bins.every((bin) => bin.count === 0)).toBe(true);
		expect(eventStrip([], until).months).toBeGreaterThanOrEqual(12);
	});
});

describe('slider positions', () => {
	const strip = eventStrip([day('2019-07-02')], until);

	test('stand for the last day of a month', () => {
		expect(formatDay(dayAt(strip, 0))).toBe('31 Jan 2019');
		expect(formatDay(dayAt(strip, 1))).toBe('28 Feb 2019');
	});

	test('end on the last day itself', () => {
		expect(dayAt(strip, strip.months)).toBe(until);
	});

	test('come back from the day they stand for', () => {
		for (let month = 0; month <= strip.months; month += 1) {
			expect(monthAt(strip, dayAt(strip, month))).toBe(month);
		}
	});

	test('stay on the strip for a day outside it', () => {
		expect(monthAt(strip, day('1990-01-01'))).toBe(0);
		expect(monthAt(strip, day('2040-01-01'))).toBe(strip.months);
	});
});
