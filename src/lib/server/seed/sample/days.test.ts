import { describe, expect, test } from 'vitest';
import { dateOf, dayOf, filled } from './days.ts';

describe('days', () => {
	test.each(['1970-01-01', '2024-02-29', '1969-12-31', '2026-11-22'])('take %s there and back', (date) => {
		expect(dateOf(dayOf(date))).toBe(date);
	});

	test('fill what is known to the month or year with the first day', () => {
		const day = dayOf('2021-08-17');
		expect([filled(day, 'day'), filled(day, 'month'), filled(day, 'year')]).toEqual([
			'2021-08-17',
			'2021-08-01',
			'2021-01-01'
		]);
	});
});
