import { expect, test } from 'vitest';
import { cellWords, figureCsv, type FigureTable } from './figure-table.ts';
import { percentWords } from '#lib/domain/number-words.ts';

const table: FigureTable = {
	caption: 'A figure',
	columns: ['Network', 'n', 'I', { name: 'Share', write: percentWords }],
	rows: [
		['=Border', 1235, -0.0312345678, 0.313],
		['Region', 12, null, null]
	]
};

test('a file holds numbers as computed: negative, with no thousands apart, blank where undefined', () => {
	expect(figureCsv(table)).toBe(
		"\uFEFFNetwork,n,I,Share\r\n'=Border,1235,-0.0312345678,0.313\r\nRegion,12,,\r\n"
	);
});

test('the page reads the same numbers in words', () => {
	expect(table.rows[0]!.map((cell, at) => cellWords(table.columns[at], cell))).toEqual([
		'=Border',
		'1,235',
		'-0.03123',
		'31.3%'
	]);
	expect(cellWords('I', null)).toBe('–');
});
