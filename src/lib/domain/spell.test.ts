import { describe, expect, test } from 'vitest';
import { compareWithinPrecision, hasBegun, runsOn, startInWords } from './spell.ts';

describe('a spell', () => {
	test('runs from its start up to, but not on, its end', () => {
		const spell = { startedOn: 10, endedOn: 20 };
		expect([9, 10, 19, 20].map((day) => runsOn(spell, day))).toEqual([false, true, true, false]);
	});

	test('without a recorded start has begun, and runs until its end', () => {
		expect(hasBegun({ startedOn: null }, -100_000)).toBe(true);
		expect(runsOn({ startedOn: null, endedOn: 5 }, 4)).toBe(true);
		expect(runsOn({ startedOn: null, endedOn: 5 }, 5)).toBe(false);
	});
});

describe('compareWithinPrecision', () => {
	const y2016 = { day: 16801, precision: 'year' } as const; // 2016-01-01
	test('does not order a day within the year it may fall in', () => {
		expect(compareWithinPrecision(y2016, { day: 16900, precision: 'day' })).toBe(0);
		expect(compareWithinPrecision({ day: 16900, precision: 'day' }, y2016)).toBe(0);
	});
	test('orders what cannot overlap', () => {
		expect(compareWithinPrecision(y2016, { day: 17167, precision: 'day' })).toBe(-1);
		expect(compareWithinPrecision(y2016, { day: 16800, precision: 'day' })).toBe(1);
	});
});

test('says the start only as exactly as it is known', () => {
	expect(startInWords({ startedOn: 16801, startedBound: 'by', startedPrecision: 'year' })).toBe('by 2016');
	expect(startInWords({ startedOn: null, startedBound: 'on', startedPrecision: 'day' })).toBe(
		'date not recorded'
	);
});
