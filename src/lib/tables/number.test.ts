import { describe, expect, test } from 'vitest';
import { decimalEvidence, decimalSign, parseNumber, parseWhole } from './number.ts';

describe('a number in a cell', () => {
	test.each<[string, number]>([
		['12', 12],
		['-0.5', -0.5],
		['.5', 0.5],
		['1,234', 1234],
		['1,234,567.8', 1234567.8],
		['1 234', 1234],
		['1’234.5', 1234.5],
		['£1,200', 1200],
		['-£1,200.50', -1200.5],
		['£-3', -3],
		['(300)', -300],
		['(£1,200)', -1200],
		['−7', -7],
		['12%', 12],
		['12.5 %', 12.5],
		['4 [p]', 4],
		['1e5', 100000],
		['2.5E-3', 0.0025],
		['-0', 0]
	])('"%s" is %d', (text, value) => expect(parseNumber(text)?.value).toBe(value));

	test.each([
		'',
		'abc',
		'1 20',
		'1,20',
		'1,2345',
		'12,34,567',
		'0x10',
		'Infinity',
		'NaN',
		'1e999',
		'1.2.3',
		'12-13',
		'--1',
		'(-1)',
		'£1%',
		'1_000',
		'½',
		'+'
	])('"%s" is none', (text) => expect(parseNumber(text)).toBeNull());

	test.each<[string, number]>([
		['1,5', 1.5],
		['1.234,5', 1234.5],
		['0,125', 0.125],
		['1.234', 1234],
		['12', 12],
		['3,5 %', 3.5]
	])('with decimal commas "%s" is %d', (text, value) => expect(parseNumber(text, ',')?.value).toBe(value));

	test('is whole by its digits alone', () => {
		expect(['2001', '-3', '+4', '1,200', '2001.0'].map((text) => parseWhole(text))).toEqual([
			2001, -3, 4, 1200, 2001
		]);
		expect(['2e3', '0x7D1', '1.5', '12%', '£3', ''].map((text) => parseWhole(text))).toEqual([
			null,
			null,
			null,
			null,
			null,
			null
		]);
	});
});

describe('the decimal sign of a file', () => {
	test.each<[string, string[], string, '.' | ',']>([
		['commas that can be nothing else', ['1,5', '12'], ',', ','],
		['points', ['1.5', '12'], ';', '.'],
		['both, which are then not read as two kinds', ['1.5', '2,5'], ';', '.'],
		['thousands by the British way', ['1,234', '12'], ',', '.'],
		['what may be either, parted by semicolons', ['1,234', '12'], ';', ','],
		['millions', ['1,234,567', '1,234'], ';', '.'],
		['thousands and decimals', ['1.234,5', '1.234'], '\t', ','],
		['texts with commas', ['Leeds, 4', '1,2,3'], ',', '.']
	])('of %s', (_name, cells, delimiter, sign) =>
		expect(decimalSign(decimalEvidence(cells), delimiter)).toBe(sign)
	);
});
