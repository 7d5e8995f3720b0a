import { describe, expect, test } from 'vitest';
import { hasBegun, runsOn, startInWords } from './spell.ts';

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

test('says the start only as exactly as it is known', () => {
	expect(startInWords({ startedOn: 16801, startedBound: 'by', startedPrecision: 'year' })).toBe('by 2016');
	expect(startInWords({ startedOn: null, startedBound: 'on', startedPrecision: 'day' })).toBe(
		'date not recorded'
	);
});
