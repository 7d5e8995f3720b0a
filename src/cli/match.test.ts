import { expect, test } from 'vitest';
import { captured } from '../../tests/fixtures/captured-command.ts';
import { command } from './match.ts';

const OURS =
	'Name,Website,Company number,Council,Key\nHarbour Trust Ltd,https://harbourtrust.org.uk,01234567,Leeds,a\nLantern Arts CIC,https://lantern.org,,Bolton,b\nIT Support,,,York,c\n';
const THEIRS =
	'Name,Website,Company number,Council,Key\nThe Harbour Trust,harbourtrust.org.uk,1234567,Leeds City Council,a\nIT Support,,,Leeds,d\nLantern Arts,lantern.org,,Bolton MBC,b\n';
const run = (...words: string[]) =>
	captured(command.run, { 'ours.csv': OURS, 'theirs.csv': THEIRS }, ...words);

test('prints pairs with score and parts, the rows of each without a partner, and how right it was by ids', async () => {
	const { code, out, error } = await run(
		'ours.csv',
		'theirs.csv',
		'--ids-a',
		'Key',
		'--ids-b',
		'Key',
		'--json'
	);
	expect([code, error]).toEqual([0, '']);
	const found = JSON.parse(out) as { pairs: { row: number; other_row: number; parts: { part: string }[] }[] };
	expect(found).toMatchObject({
		file: 'ours.csv',
		other: 'theirs.csv',
		without_partner: [4],
		other_without_partner: [3],
		judged: { true: 2, found: 2, right: 2, precision: 1, recall: 1 }
	});
	expect(found.pairs.map(({ row, other_row }) => [row, other_row]).sort()).toEqual([
		[2, 2],
		[3, 4]
	]);
	expect(found.pairs[0]!.parts.map(({ part }) => part)).toContain('name');
});

test('says so in words without --json, and judges nothing without ids', async () => {
	const { out } = await run('ours.csv', 'theirs.csv');
	expect(out).toContain('2 pairs; 1 row of ours.csv and 1 of theirs.csv have no partner.');
	expect(out).not.toContain('By their ids');
});

test.each([
	['one file', ['ours.csv'], 'Name two files to match: match FILE OTHER.'],
	['ids of one side', ['ours.csv', 'theirs.csv', '--ids-a', 'Key'], 'give --ids-a and --ids-b.'],
	[
		'a column that is not there',
		['ours.csv', 'theirs.csv', '--ids-a', 'Key', '--ids-b', 'Nope'],
		'has no column “Nope”.'
	],
	['a file that is not there', ['ours.csv', 'nowhere.csv'], 'cannot be read']
])('refuses %s in one sentence', async (_, words, sentence) => {
	const { code, out, error } = await run(...words);
	expect([code, out]).toEqual([2, '']);
	expect(error).toContain(sentence);
});
