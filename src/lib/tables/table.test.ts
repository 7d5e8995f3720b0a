import { describe, expect, test } from 'vitest';
import { columnNamed, letters, readTable } from './table.ts';
import { cellText, headingKey, isNoFigure } from './text.ts';

const read = (content: string, rule = {}) => readTable({ file: 't.csv', content }, rule);

describe('a table', () => {
	test('keeps cells as text, with row numbers as the spreadsheet has them', () => {
		const table = read('\nCode,Name,,\nE1,"Two\nlines",,\n,,,\nE2,Ynys Mo\u0302n ,,\n\n');
		expect(table.columns).toEqual(['Code', 'Name']);
		expect(table.rows).toEqual([
			{ number: 3, cells: { Code: 'E1', Name: 'Two\nlines' } },
			{ number: 5, cells: { Code: 'E2', Name: 'Ynys Môn' } }
		]);
	});

	test('takes a heading for the one that is known, an exact one before one that is alike', () => {
		expect(read('Source,TARGET\na,b\n', { required: ['source', 'target'] }).columns).toEqual([
			'source',
			'target'
		]);
		expect(read('ID,id\na,b\n', { required: ['id'] }).columns).toEqual(['ID', 'id']);
		expect(() => read('ID,Id\na,b\n', { required: ['id'] })).toThrow(
			't.csv has 2 columns that may be "id": "ID" and "Id".'
		);
		expect(columnNamed(read('Région,b\na,b\n'), 'region')).toBe('Région');
	});

	test('keeps the unnamed first column of R, and refuses any other', () => {
		expect(read(',id\n1,a\n').columns).toEqual(['', 'id']);
		expect(() => read('id,,b\n1,a,2\n')).toThrow('t.csv: column B has no heading.');
	});

	test('finds headings under titles by the columns that must be there', () => {
		const table = read('Adoptions of 2024\nby,town\nid,toa\na,1\n', { required: ['id', 'toa'] });
		expect(table.rows).toEqual([{ number: 4, cells: { id: 'a', toa: '1' } }]);
		expect(table.notes).toEqual(['Passed over 2 rows above the headings of t.csv.']);
	});

	test('is parted by what makes rows of one length', () => {
		expect(read('code;a;b\nE1;1,5;2,5\nE2;2,5;1,0\n')).toMatchObject({
			columns: ['code', 'a', 'b'],
			decimal: ','
		});
		expect(read('name|place\nAsh, Ltd|Leeds, York\nBeech|Hull; Ely\n').columns).toEqual(['name', 'place']);
	});

	test('names every row that is too long or too short', () => {
		expect(() => read('a,b,c\n1,2,3\n1,2\n1,2,3,4\n')).toThrow(
			't.csv row 3 has 2 cells, but the header has 3.\nt.csv row 4 has 4 cells, but the header has 3.'
		);
	});

	test('shows twenty faults and counts the others', () => {
		const rows = Array.from({ length: 25 }, () => '1').join('\n');
		expect(() => read(`a,b\n${rows}\n`)).toThrow(
			/row 21 has 1 cells, but the header has 2\.\n… and 5 more of the kind\.$/
		);
	});

	test('has letters for columns', () => {
		expect([0, 25, 26, 701, 702].map(letters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
	});
});

describe('text', () => {
	test('is composed, with plain spaces and no invisible marks', () => {
		expect(cellText('\u200BYnys\u00A0\u202FMo\u0302n\u00A0')).toBe('Ynys Môn');
		expect(cellText(' a\u2009b\nc ')).toBe('a b\nc');
	});

	test('of headings is compared without case, accents and what stands between words', () => {
		expect(['Observed from', 'OBSERVED_FROM', ' observed-from '].map(headingKey)).toEqual([
			'observed_from',
			'observed_from',
			'observed_from'
		]);
		expect(headingKey('Région')).toBe('region');
	});

	test('that is an answer is no sign for none', () => {
		expect(['x', '0', 'none', 'Nain', 'no', 'unknown', '[note]', 'NAN Ltd'].filter(isNoFigure)).toEqual([
			'[note]'
		]);
	});
});
