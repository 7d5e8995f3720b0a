import { expect, test } from 'vitest';
import { readWorkbook } from '#lib/tables/workbook/workbook.ts';
import { printWorkbook } from './workbook.ts';

test('a workbook is read back as it was written, sheet by sheet and cell by cell', async () => {
	const bytes = await printWorkbook([
		{
			name: 'first',
			columns: ['name', 'count', 'note'],
			rows: [
				['Ynys Môn <&> "x"', 1.5, 'a'],
				['=1+1', -3, null],
				['last', 0, '']
			]
		},
		{ name: 'second', columns: ['empty'], rows: [] }
	]);
	const sheets = readWorkbook('proposals.xlsx', bytes);
	expect(sheets.map(({ name, grid }) => [name, grid])).toEqual([
		[
			'first',
			[
				['name', 'count', 'note'],
				['Ynys Môn <&> "x"', '1.5', 'a'],
				['=1+1', '-3'],
				['last', '0']
			]
		],
		['second', [['empty']]]
	]);
});
