import { describe, expect, test } from 'vitest';
import { captured } from '../../tests/fixtures/captured-command.ts';
import { command } from './read-table.ts';

const LIST =
	'Our members\n\nCouncil;Since;No Wrong Door\nOldham;03/04/2021;Yes\nCyngor Gwynedd;29/02/2023;No\nWigan;14/05/2019;\n';

describe('read-table', () => {
	test('prints how a file was read, with dates beside cells as they stand', async () => {
		const { code, out, error } = await captured(command.run, { 'list.csv': LIST }, 'list.csv', '--json');
		expect([code, error]).toEqual([0, '']);
		expect(JSON.parse(out)).toMatchObject({
			file: 'list.csv',
			format: 'csv',
			encoding: 'utf-8',
			delimiter: ';',
			line_end: 'lf',
			heading_row: 3,
			set_aside: [{ row: 1, why: 'title', text: 'Our members' }],
			columns: [
				{ heading: 'Council', role: 'organisation.name', samples: ['Oldham', 'Cyngor Gwynedd', 'Wigan'] },
				{ heading: 'Since', role: 'membership.started', date_order: 'day first', date_order_asked: false },
				{ heading: 'No Wrong Door', role: 'adoption' }
			],
			rows: [
				{
					row: 4,
					cells: ['Oldham', '03/04/2021', 'Yes'],
					dates: { B: { iso: '2021-04-03', precision: 'day' } }
				},
				{
					row: 5,
					dates: { B: { error: 'is no day of the calendar', proposals: ['2023-02-28', '2023-02'] } }
				},
				{ row: 6, dates: { B: { iso: '2019-05-14' } } }
			]
		});
	});

	test('takes a column of councils for names by its values, whatever it is called', async () => {
		const text = 'X1,X2\nOldham,a.b@oldham.gov.uk\nWigan,c.d@wigan.gov.uk\nLeeds,e.f@leeds.gov.uk\n';
		const { out } = await captured(command.run, { 'list.csv': text }, 'list.csv', '--json');
		const { columns } = JSON.parse(out) as { columns: { role: string; reason: string }[] };
		expect(columns[0]!.role).toMatch(/^organisation\.(?:name|place)$/);
		expect(columns[0]!.reason).toContain('3 of 3 values');
		expect(columns[1]!.role).toBe('contact.email');
	});

	test('says the same in words', async () => {
		const { out } = await captured(command.run, { 'list.csv': LIST }, 'list.csv');
		expect(out).toContain('utf-8, parted by ";", line ends lf\nHeadings in row 3; 3 rows; 1 set aside\n');
		expect(out).toContain('A  Council  →  organisation.name');
	});

	test.each([
		[['none.csv'], 'The file none.csv cannot be read.\n'],
		[[], 'Name one file to read: read-table FILE.\n'],
		[['list.csv', '--tab'], "Unknown option '--tab'. Known options: --sheet, --json.\n"],
		[['list.csv', '--sheet', 'Members'], 'list.csv is a text file, which has no sheets.\n']
	])('answers %j with one sentence', async (words, sentence) => {
		const { code, out, error } = await captured(command.run, { 'list.csv': LIST }, ...words);
		expect({ code, out, error }).toEqual({ code: 2, out: '', error: sentence });
	});
});
