import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoDay, parseDay } from './day.ts';
import { parseTypedDate, typedDateText } from './typed-date.ts';
import { DATE_PRECISIONS } from './vocabulary.ts';

const read = (text: string): string | null => {
	const date = parseTypedDate(text);
	return date === null ? null : `${isoDay(date.day)} ${date.precision}`;
};

describe('a date as somebody types it', () => {
	test.each([
		['2016', '2016-01-01 year'],
		['May 2016', '2016-05-01 month'],
		['sept. 2016', '2016-09-01 month'],
		['5/2016', '2016-05-01 month'],
		['2016-05', '2016-05-01 month'],
		['3 May 2016', '2016-05-03 day'],
		['3rd of May, 2016', '2016-05-03 day'],
		['May 3, 2016', '2016-05-03 day'],
		['03/04/2021', '2021-04-03 day'],
		['3.4.2021', '2021-04-03 day'],
		['2021-04-03', '2021-04-03 day'],
		['  3\u00a0May\u00a02016 ', '2016-05-03 day'],
		['29 February 2024', '2024-02-29 day']
	])('%s', (text, expected) => {
		expect(read(text)).toBe(expected);
	});

	test.each([
		'',
		'16',
		'03/04/21',
		'13/25/2021',
		'29/02/2023',
		'30 February 2021',
		'May',
		'ma 2016',
		'2016/17',
		'0x10'
	])('%s is none', (text) => {
		expect(read(text)).toBeNull();
	});

	test('what a box shows is read back as the same', () => {
		const days = fc.integer({ min: parseDay('1500-01-01')!, max: parseDay('2200-12-31')! });
		fc.assert(
			fc.property(days, fc.constantFrom(...DATE_PRECISIONS), (day, precision) => {
				const shown = typedDateText(day, precision);
				const back = parseTypedDate(shown);
				expect(back?.precision).toBe(precision);
				expect(typedDateText(back!.day, precision)).toBe(shown);
				if (precision === 'day') expect(back!.day).toBe(day);
			})
		);
	});
});
