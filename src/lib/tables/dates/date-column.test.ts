import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDateColumn } from './date-column.ts';
import { serialDay } from './serial-day.ts';

const read = (...texts: string[]) => readDateColumn(texts);
const isoOf = (...texts: string[]) => read(...texts).cells.map(({ date }) => date?.iso ?? null);

describe('a date in a cell', () => {
	test.each<[string, string, string]>([
		['03/04/2021', '2021-04-03', 'day'],
		['3.4.21', '2021-04-03', 'day'],
		['3-4-2021', '2021-04-03', 'day'],
		['2021-04-03', '2021-04-03', 'day'],
		['2021/4/3', '2021-04-03', 'day'],
		['2021-04-03T10:30:00Z', '2021-04-03', 'day'],
		['03/04/2021 10:30', '2021-04-03', 'day'],
		['20210403', '2021-04-03', 'day'],
		['3 April 2021', '2021-04-03', 'day'],
		['3rd April, 2021', '2021-04-03', 'day'],
		['Saturday 3rd of April 2021', '2021-04-03', 'day'],
		['Sat, 3 Apr 2021', '2021-04-03', 'day'],
		['April 3, 2021', '2021-04-03', 'day'],
		['3-Apr-21', '2021-04-03', 'day'],
		['2021-Apr-03', '2021-04-03', 'day'],
		['3 Ebrill 2021', '2021-04-03', 'day'],
		['April 2021', '2021-04', 'month'],
		['Apr-21', '2021-04', 'month'],
		["Sept '21", '2021-09', 'month'],
		['04/2021', '2021-04', 'month'],
		['2021-04', '2021-04', 'month'],
		['2021', '2021', 'year'],
		['since 2016', '2016', 'year'],
		['From March 2019', '2019-03', 'month'],
		['c. 2016', '2016', 'year'],
		['2016?', '2016', 'year'],
		['44289', '2021-04-03', 'day'],
		['44289.5', '2021-04-03', 'day']
	])('"%s" is %s', (text, iso, precision) => {
		expect(read(text).cells[0]).toEqual({ date: { iso, precision, bound: 'on' }, fault: null });
	});

	test('may be one by which it was', () => {
		expect(
			read('by 2016', 'before 2016', 'by June 2018').cells.map(({ date }) => [date?.iso, date?.bound])
		).toEqual([
			['2016', 'by'],
			['2015', 'by'],
			['2018-06', 'by']
		]);
	});

	test.each<[string, string, string[]]>([
		['13/25/2021', 'has no such month', ['2021']],
		['29/02/2023', 'is no day of the calendar', ['2023-02-28', '2023-02']],
		['31 April 2021', 'is no day of the calendar', ['2021-04-30', '2021-04']],
		['2016/17', 'is a year that runs from one into the next, and names no month', ['2016-04', '2016']],
		['2016-2017', 'is a year that runs from one into the next, and names no month', ['2016-04', '2016']],
		['1899', 'is what a spreadsheet writes where it has no date', ['']],
		['1899-12-31', 'is what a spreadsheet writes where it has no date', ['']],
		['30/12/1899', 'is what a spreadsheet writes where it has no date', ['']],
		['3 April', 'has no year', []],
		['Q1 2021', 'names no month or day', ['2021']],
		['2021-25-12', 'has no such month', ['2021-12-25', '2021']],
		['12/06/1066', 'has a year outside 1900 to 2100', []],
		['soon', 'is no date', []]
	])('"%s" is a fault with a proposal', (text, why, proposals) => {
		expect(read(text).cells[0]).toEqual({ date: null, fault: { why, proposals } });
	});

	test.each(['', 'n/a', '-', '..', 'NaN'])('"%s" is none, and no fault', (text) => {
		expect(read(text).cells[0]).toEqual({ date: null, fault: null });
	});

	test('counted in days is of the count that the workbook says', () => {
		expect(readDateColumn(['42827'], { epoch: 1904 }).cells[0]!.date!.iso).toBe('2021-04-03');
		expect([serialDay(59, 1900), serialDay(60, 1900), serialDay(61, 1900), serialDay(0, 1904)]).toEqual([
			'1900-02-28',
			null,
			'1900-03-01',
			'1904-01-01'
		]);
	});
});

describe('the order of day and month', () => {
	test('is that of the one date that can have no other', () => {
		expect(read('03/04/2021', '25/12/2020')).toMatchObject({ order: 'day first', isAsked: false });
		expect(isoOf('03/04/2021', '12/25/2020')).toEqual(['2021-03-04', '2020-12-25']);
	});

	test('is British and asked where nothing tells it, and that of the other columns where they do', () => {
		expect(read('03/04/2021', '05/06/2020')).toMatchObject({ order: 'day first', isAsked: true });
		expect(readDateColumn(['03/04/2021'], { order: 'month first' })).toMatchObject({
			order: 'month first',
			isAsked: false,
			cells: [{ date: { iso: '2021-03-04' } }]
		});
		expect(read('04/04/2021').isAsked).toBe(false);
		expect(read('2021-04-03', 'May 2020')).toMatchObject({ order: null, isAsked: false });
	});

	test('that is both leaves nothing to chance', () => {
		const { cells, isAsked } = read('25/12/2020', '26/12/2020', '12/25/2020', '03/04/2021', '05/05/2021');
		expect(isAsked).toBe(true);
		expect(cells.map(({ date, fault }) => date?.iso ?? fault?.proposals)).toEqual([
			'2020-12-25',
			'2020-12-26',
			['2020-12-25', '2020'],
			['2021-04-03', '2021-03-04'],
			'2021-05-05'
		]);
	});

	test('that a foreign sheet read wrongly is proposed the other way about', () => {
		const texts = ['2021-04-03', '2021-06-05', '25/12/2020', '31/01/2021'];
		const { cells } = readDateColumn(texts, { isDateCell: (row) => row < 2 });
		expect(cells.map(({ date, fault }) => date?.iso ?? fault?.proposals)).toEqual([
			['2021-03-04', '2021-04-03'],
			['2021-05-06', '2021-06-05'],
			'2020-12-25',
			'2021-01-31'
		]);
	});

	test('of a column is one, whatever stands in it', () => {
		const date = fc.record({
			day: fc.integer({ min: 1, max: 28 }),
			month: fc.integer({ min: 1, max: 12 }),
			year: fc.integer({ min: 1950, max: 2049 })
		});
		const two = (part: number) => String(part).padStart(2, '0');
		fc.assert(
			fc.property(fc.array(date, { minLength: 1, maxLength: 30 }), fc.boolean(), (dates, isBritish) => {
				const texts = dates.map(({ day, month, year }) =>
					(isBritish ? [two(day), two(month), year] : [two(month), two(day), year]).join('/')
				);
				const column = readDateColumn(texts);
				const right = dates.map(({ day, month, year }) => `${year}-${two(month)}-${two(day)}`);
				const iso = column.cells.map(({ date: found }) => found?.iso);
				const turned = dates.map(({ day, month, year }) => `${year}-${two(day)}-${two(month)}`);
				// All are right; or all are turned about, which only an order that was asked may be.
				if (!column.isAsked && column.order !== null) expect(iso).toEqual(right);
				else expect([right, turned]).toContainEqual(iso);
			})
		);
	});

	test('of a year and two digits is a month among months, and a fault among years', () => {
		expect(isoOf('2011-12', '2011-05')).toEqual(['2011-12', '2011-05']);
		expect(isoOf('2011-12', '2009-10')).toEqual([null, null]);
	});
});
