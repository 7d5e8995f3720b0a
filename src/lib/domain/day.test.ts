import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_DAY, addMonths, dayOrNull, formatDay, isoDay, lastDayWithin, parseDay } from './day.ts';
import { DomainError } from './errors.ts';

const day = (iso: string) => parseDay(iso)!;

describe('parseDay', () => {
	test('counts days from 1970-01-01', () => {
		expect(parseDay('1970-01-01')).toBe(0);
		expect(parseDay('1969-12-31')).toBe(-1);
		expect(parseDay('2018-02-28')).toBe(17590);
	});

	test.each(['2021-02-30', '2021-13-01', '2021-1-1', '', 'yesterday', '2021-01-01T00:00', '0x10-01-01'])(
		'knows that "%s" is no date',
		(text) => expect(parseDay(text)).toBeNull()
	);

	test('reads back what it prints, for every day of the years 1 to 9999', () => {
		fc.assert(fc.property(fc.integer({ min: -719_000, max: 2_932_896 }), (n) => parseDay(isoDay(n)) === n));
	});
});

test('isoDay refuses what is no day', () => {
	expect(() => isoDay(Number.NaN)).toThrow(DomainError);
	expect(() => isoDay(1.5)).toThrow(DomainError);
});

test('addMonths ends on the last day of a shorter month', () => {
	expect(isoDay(addMonths(day('2024-01-31'), 1))).toBe('2024-02-29');
	expect(isoDay(addMonths(day('2024-03-31'), -13))).toBe('2023-02-28');
});

test('the first century is not taken for the twentieth', () => {
	expect(isoDay(addMonths(day('0050-01-31'), 1))).toBe('0050-02-28');
	expect(isoDay(addMonths(day('0100-01-15'), -12))).toBe('0099-01-15');
	expect(isoDay(lastDayWithin(day('0050-03-01'), 'month'))).toBe('0050-03-31');
	expect(isoDay(lastDayWithin(day('0050-03-01'), 'year'))).toBe('0050-12-31');
});

test('a date known to its month or year may mean any day in it', () => {
	expect(isoDay(lastDayWithin(day('2016-02-01'), 'month'))).toBe('2016-02-29');
	expect(isoDay(lastDayWithin(day('2016-01-01'), 'year'))).toBe('2016-12-31');
	expect(lastDayWithin(day('2016-02-01'), 'day')).toBe(day('2016-02-01'));
});

test('formats a date only as exactly as it is known', () => {
	expect(formatDay(day('2020-07-28'), 'day')).toBe('28 Jul 2020');
	expect(formatDay(day('2016-05-01'), 'month')).toBe('May 2016');
	expect(formatDay(day('2012-01-01'), 'year')).toBe('2012');
});

test('dayOrNull turns the sentinel of typed arrays back into unknown', () => {
	expect(dayOrNull(NO_DAY)).toBeNull();
	expect(dayOrNull(undefined)).toBeNull();
	expect(dayOrNull(0)).toBe(0);
});
