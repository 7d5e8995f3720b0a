import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { makeTables } from '../../../tests/reference/tables/made-tables.ts';
import * as pools from '../../../tests/reference/tables/pools.ts';
import { addScore, noScore } from '../../../tests/reference/tables/score.ts';
import { madeWorkbook, type MadeSheet } from '../../../tests/reference/tables/workbook-writer.ts';
import { readList } from './read-list.ts';
import { splitValues } from './split-values.ts';

const PLACES = new Set(['Oldham', 'Leeds', 'Bristol, City of', 'Swansea']);
const PRACTICES = new Set([
	'No Wrong Door',
	'Housing First',
	'Poverty, Truth and Listening',
	'Community Champions'
]);
const vocabulary = {
	isPlace: (text: string) => PLACES.has(text),
	isPractice: (text: string) => PRACTICES.has(text)
};
const PLAIN = { isInline: false, is1904: false, isBare: false, prefix: '' } as const;
const read = (text: string, file = 'list.csv') => readList(file, Buffer.from(text), vocabulary);
const readBook = (sheets: MadeSheet[], form = PLAIN) =>
	readList('list.xlsx', madeWorkbook(sheets, form), vocabulary);

const madePlaces = new Set([...pools.COUNCILS, ...pools.PLACES]);
const madePractices = new Set(pools.PRACTICES);
const madeVocabulary = {
	isPlace: (text: string) => madePlaces.has(text),
	isPractice: (text: string) => madePractices.has(text)
};

describe('lists made and spoilt in known ways', () => {
	test('are read: the dialect in 98 %, sheet and headings in all, columns in 95 %, no date silently wrong', () => {
		const score = noScore();
		for (const made of makeTables(3, 40)) {
			try {
				addScore(score, made, readList(made.file, made.bytes, madeVocabulary));
			} catch (cause) {
				addScore(score, made, cause as Error);
			}
		}
		expect(score.faults.filter((fault) => !fault.includes(': column'))).toEqual([]);
		expect(score.dialects / score.texts).toBeGreaterThanOrEqual(0.98);
		expect(score.found).toBe(score.tables);
		expect(score.roles / score.columns).toBeGreaterThanOrEqual(0.95);
		expect(score.datesWrong).toBe(0);
		expect(score.datesRight).toBeGreaterThan(0.98 * score.dates);
	});
});

describe('a text file', () => {
	test('says how it is written, and what was set aside', () => {
		const list = read(
			'sep=;\r\nMembers;;\r\n\r\nName;Joined;Email\r\nOldham;03/04/2021;a.b@x.org\r\nLeeds;25/12/2020;c.d@y.org\r\n\r\nTotal;2;\r\nAdd more rows as needed;;\r\n'
		);
		expect(list.form).toMatchObject({
			encoding: 'utf-8',
			dialect: { delimiter: ';', lineEnd: 'crlf', hasSepLine: true }
		});
		expect(list.table.headingRows).toEqual([3]);
		expect(list.table.setAside).toMatchObject([
			{ row: 1, why: 'title', text: 'Members' },
			{ row: 6, why: 'blank' },
			{ row: 7, why: 'total' },
			{ row: 8, why: 'note' }
		]);
		expect(list.columns.map(({ role }) => role)).toEqual([
			'organisation.name',
			'membership.started',
			'contact.email'
		]);
		expect(list.columns[1]!.dates).toMatchObject({ order: 'day first', isAsked: false });
	});

	test('keeps a row of which only the name is known, and cells to the letter', () => {
		const list = read('Name,Joined,Notes\nOldham,2021, two  spaces \nLeeds,,\nSwansea,2020,x\n');
		expect(list.table.rows.map(({ cells }) => cells)).toEqual([
			['Oldham', '2021', ' two  spaces '],
			['Leeds', '', ''],
			['Swansea', '2020', 'x']
		]);
	});

	test('takes the order of its other dates where a column does not tell its own', () => {
		const list = read(
			'Name,Joined,Renewal date\nOldham,12/25/2020,03/04/2021\nLeeds,11/30/2020,05/06/2021\n'
		);
		expect(list.columns[2]!.dates).toMatchObject({
			order: 'month first',
			isAsked: false,
			cells: [{ date: { iso: '2021-03-04' } }, { date: { iso: '2021-05-06' } }]
		});
	});

	test('offers text that was encoded twice as it was meant, and mends nothing by itself', () => {
		const list = read('Name,Notes\nBÃ©nÃ©vole,fine\nTŷ Gwyn,donâ€™t\n');
		expect(list.repairs).toEqual([
			{ row: 2, column: 0, found: 'BÃ©nÃ©vole', meant: 'Bénévole' },
			{ row: 3, column: 1, found: 'donâ€™t', meant: 'don’t' }
		]);
		expect(list.table.rows[0]!.cells[0]).toBe('BÃ©nÃ©vole');
	});

	test('says what is missing or not taken', () => {
		expect(read('Joined,Colour\n2020,red\n2021,blue\n').notes).toEqual([
			'No column is the name of the organisation or person.',
			'Not taken for any field: Colour.'
		]);
	});

	test.each([
		['', 'list.csv is empty.'],
		['Name,Joined\n', 'list.csv has no rows below its headings.'],
		['a,b\n"c,d\n', 'list.csv row 2: the quotation mark before "c,d" is never closed.'],
		['a\0b,c\n1,2\n', 'list.csv is not a text file; save the spreadsheet as CSV or .xlsx.'],
		[
			`a,b\n1,${'x'.repeat(32_768)}\n`,
			'list.csv: the cell B2 holds 32,768 letters; no cell may hold more than 32,767.'
		],
		[`${'a,'.repeat(200)}a\n${'1,'.repeat(200)}1\n`, 'list.csv has 201 columns; bring at most 200.']
	])('is refused in one sentence', (text, sentence) => {
		expect(() => read(text)).toThrow(sentence);
	});
});

describe('a workbook', () => {
	const members: MadeSheet = {
		name: 'Members',
		rows: [
			['Members of the network', '', '', ''],
			['Organisation', 'Contact', '', 'Joined'],
			['', 'Name', 'Email', ''],
			['Oldham', 'Amira Okafor', 'a.o@x.org', { iso: '2021-04-03', precision: 'day' }],
			['Leeds', 'Mei Kaur', 'm.k@y.org', { iso: '2020-12-01', precision: 'month' }]
		],
		merges: ['A1:D1', 'B2:C2', 'A2:A3', 'D2:D3'],
		hiddenRows: [5],
		hiddenColumns: [2]
	};

	test('is read by the sheet that looks like a list, with headings of two rows and dates as it shows them', () => {
		const list = readBook([
			{ name: 'Guidance', rows: [['How to fill this in'], ['One organisation a row.']] },
			{ name: 'Archive', isHidden: true, rows: members.rows },
			members
		]);
		expect(list.sheet).toBe('Members');
		expect(list.sheets.map(({ name, rows, isHidden }) => [name, rows, isHidden])).toEqual([
			['Guidance', 1, false],
			['Archive', 2, true],
			['Members', 2, false]
		]);
		expect(list.table.headingRows).toEqual([2, 3]);
		expect(list.columns.map(({ heading, role }) => [heading, role])).toEqual([
			['Organisation', 'organisation.name'],
			['Contact / Name', 'person.name'],
			['Contact / Email', 'person.email'],
			['Joined', 'membership.started']
		]);
		expect(list.columns[3]!.dates!.cells.map(({ date }) => date)).toEqual([
			{ iso: '2021-04-03', precision: 'day', bound: 'on' },
			{ iso: '2020-12', precision: 'month', bound: 'on' }
		]);
		expect(list.notes).toEqual([
			'The sheet hides row 5; they were read as the others.',
			'The sheet hides the column Contact / Email; they were read as the others.'
		]);
	});

	test('gives a sheet that was asked for, and names its sheets where there is none of the name', () => {
		const bytes = madeWorkbook([members, { ...members, name: 'Old' }], PLAIN);
		expect(readList('list.xlsx', bytes, vocabulary, { sheet: 'old' }).sheet).toBe('Old');
		expect(() => readList('list.xlsx', bytes, vocabulary, { sheet: 'New' })).toThrow(
			'list.xlsx has no sheet "New"; its sheets are: "Members", "Old".'
		);
	});

	test.each<[string, Record<string, Uint8Array>, string]>([
		[
			'macros',
			{ 'xl/workbook.xml': strToU8('<a/>'), 'xl/vbaProject.bin': strToU8('x') },
			'list.xlsx holds macros'
		],
		['a binary sheet', { 'xl/workbook.bin': strToU8('x') }, 'list.xlsx is a binary workbook'],
		['a Word document', { 'word/document.xml': strToU8('<a/>') }, 'list.xlsx is a Word document'],
		['no workbook', { 'a.csv': strToU8('a,b') }, 'list.xlsx is an archive and no workbook'],
		[
			'a bomb',
			{ 'xl/workbook.xml': new Uint8Array(2_000_000) },
			'list.xlsx unpacks to more than a hundred times its size'
		]
	])('with %s is refused in one sentence', (_name, files, sentence) => {
		expect(() => readList('list.xlsx', zipSync(files, { level: 9 }), vocabulary)).toThrow(sentence);
	});

	test('that is cut off, or whose bytes are damaged, is refused as that', () => {
		const bytes = madeWorkbook([members], PLAIN);
		for (const length of [30, Math.floor(bytes.length / 2), bytes.length - 5]) {
			expect(() => readList('list.xlsx', bytes.slice(0, length), vocabulary)).toThrow('list.xlsx is damaged');
		}
	});

	test('names the cell that is too long', () => {
		const rows = [...members.rows, ['Swansea', 'x'.repeat(32_768), '', '']];
		expect(() => readBook([{ ...members, rows }])).toThrow(
			'list.xlsx: the cell Members!B6 holds 32,768 letters; no cell may hold more than 32,767.'
		);
	});
});

describe('several values in a cell', () => {
	test.each<[string, string[], string[]]>([
		['No Wrong Door; Housing First', ['No Wrong Door', 'Housing First'], ['";"']],
		[
			'No Wrong Door\nHousing First, Community Champions',
			['No Wrong Door', 'Housing First', 'Community Champions'],
			['line breaks', 'commas']
		],
		['Poverty, Truth and Listening', ['Poverty, Truth and Listening'], []],
		[
			'Housing First, Poverty, Truth and Listening',
			['Housing First', 'Poverty, Truth and Listening'],
			['commas']
		],
		['No Wrong Door and Housing First', ['No Wrong Door', 'Housing First'], ['"and"']],
		['bread and butter', ['bread and butter'], []],
		['• one\n• two\n• one', ['one', 'two'], ['line breaks']],
		['', [], []]
	])('"%s"', (cell, values, by) => {
		const found = splitValues(cell, vocabulary.isPractice);
		expect(found.values).toEqual(values);
		expect(found.by).toEqual(by);
	});
});
