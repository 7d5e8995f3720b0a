import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { printCsv } from './csv.ts';

describe('printCsv', () => {
	test('ends every record with CRLF and quotes only what needs it', () => {
		expect(
			printCsv(
				['name', 'n'],
				[
					['Rochdale', 3],
					['Bath, "Aquae"', null]
				]
			)
		).toBe('name,n\r\nRochdale,3\r\n"Bath, ""Aquae""",\r\n');
	});

	test('begins with a byte order mark when asked', () => {
		expect(printCsv(['a'], [], { byteOrderMark: true })).toBe('\uFEFFa\r\n');
	});

	test.each(['=1+1', '+44 1706', '-2', '@SUM(A1)', '\tx', '\r=x', '\n=x', '＝1+1'])(
		'keeps %j from running as a formula',
		(text) => {
			const cell = printCsv([], [[text]]).slice(2);
			expect(cell.replace(/^"/, '')).toMatch(/^'/);
		}
	);

	test('leaves a negative number a number', () => {
		expect(printCsv(['n'], [[-2]])).toBe('n\r\n-2\r\n');
	});

	test('is read back by another reader as it was', () => {
		const plain = fc.string().filter((text) => !/^[=+\-@\t\r\n＝＋－＠]/.test(text));
		fc.assert(
			fc.property(fc.array(fc.tuple(plain, plain), { minLength: 1 }), (rows) => {
				const { data } = Papa.parse<string[]>(printCsv(['a', 'b'], rows), { newline: '\r\n' });
				expect(data.slice(1, -1)).toEqual(rows);
			})
		);
	});
});
