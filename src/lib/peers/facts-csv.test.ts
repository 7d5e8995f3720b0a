import { describe, expect, test } from 'vitest';
import { resolveArea } from './area-codes.ts';
import { TableError } from '#lib/tables/table-error.ts';
import { factsLabels, factsTable, numericColumns, parseFacts as parse } from './facts-csv.ts';
import { figure } from './feature-table.ts';

const parseFacts = (content: string) => parse({ file: 'facts.csv', content });

describe('reading a facts file', () => {
	test('takes a byte order mark, semicolons, quotes and blank lines', () => {
		const facts = parseFacts('\uFEFFcode;name;pay\r\nE1;"Bristol; City of";1.5\r\n\r\nE2;Bath;\r\n');

		expect(facts.codes).toEqual(['E1', 'E2']);
		expect(factsLabels(facts, 'name')).toEqual(['Bristol; City of', 'Bath']);
		expect(figure(factsTable(facts, ['pay']), 0, 0)).toBe(1.5);
		expect(figure(factsTable(facts, ['pay']), 1, 0)).toBeNull();
	});

	test.each([
		{ flaw: 'an empty file', text: '', message: 'facts.csv is empty.' },
		{ flaw: 'a heading alone', text: 'code,pay\n', message: 'facts.csv has a header but no rows.' },
		{
			flaw: 'a code twice',
			text: 'code,pay\nE1,1\nE2,2\nE1,3',
			message: 'The code E1 stands in row 2 and in row 4.'
		},
		{ flaw: 'no code', text: 'code,pay\nE1,1\n,2', message: 'Row 3 has no code in its first cell.' },
		{
			flaw: 'a short row',
			text: 'code,pay,age\nE1,1',
			message: 'facts.csv row 2 has 2 cells, but the header has 3.'
		},
		{
			flaw: 'a heading twice',
			text: 'code,pay,pay\nE1,1,2',
			message: 'facts.csv has two columns called "pay".'
		},
		{ flaw: 'no heading', text: 'code,pay,\nE1,1,2', message: 'facts.csv: column C has no heading.' },
		{
			flaw: 'an open quote',
			text: 'code,pay\nE1,"1\nE2,2',
			message: 'facts.csv row 2: the quotation mark before "1" is never closed.'
		}
	])('says what is wrong with $flaw', ({ text, message }) => {
		expect(() => parseFacts(text)).toThrow(new TableError(message));
	});

	test.each(['NA', 'n/a', 'NaN', '..', ':', '-', '[x]', '[c]', '#N/A', '*', ''])(
		'reads "%s" as no figure',
		(blank) => {
			expect(figure(factsTable(parseFacts(`code,pay\nE1,${blank}\nE2,3`), ['pay']), 0, 0)).toBeNull();
		}
	);

	test.each(['abc', '1 20', '1,20', 'Infinity', '0x10', '1e999', '12-13'])(
		'refuses "%s" as a number',
		(cell) => {
			const facts = parseFacts(`code,pay\nE1,"${cell}"\nE2,3.5\nE3,4`);

			expect(() => factsTable(facts, ['pay'])).toThrow(
				new TableError(`facts.csv row 2: pay is "${cell}", which is not a number.`)
			);
		}
	);

	test('tells columns of numbers from labels, and keeps a number column with a slip in it', () => {
		const facts = parseFacts('code,name,pay,nothing,slip\nE1,a,1,,5\nE2,b,2,,x\nE3,c,3,,7');

		expect(numericColumns(facts).map(({ column }) => column)).toEqual(['pay', 'slip']);
	});

	test('names a column that is not there', () => {
		expect(() => factsTable(parseFacts('code,pay\nE1,1'), ['age'])).toThrow(
			'There is no column "age" in the file.'
		);
	});
});

describe('finding an area by its code', () => {
	const codes = ['E06000058', 'E06000059', 'E06000060'];
	const former = [['E06000028', 'E06000029'], ['E07000050', 'E07000001'], ['E07000001']];

	test('takes a present code in any case', () => {
		expect(resolveArea(' e06000058', codes, former)).toEqual({ code: 'E06000058', note: null });
	});

	test('follows an abolished code to its successor and says so', () => {
		expect(resolveArea('E06000028', codes, former)).toEqual({
			code: 'E06000058',
			note: 'E06000028 was abolished; E06000058 took its place.'
		});
	});

	test('asks to choose when an area was divided', () => {
		expect(() => resolveArea('E07000001', codes, former)).toThrow('divided between E06000059, E06000060');
	});

	test('knows no other code', () => {
		expect(() => resolveArea('X1', codes, former)).toThrow('There is no area with the code X1.');
	});
});
