import { describe, expect, test } from 'vitest';
import { councilFinder } from '#lib/councils/find-council.ts';
import { COUNCILS } from '#lib/councils/register.ts';
import { parseDay } from '#lib/domain/day.ts';
import { parsePastedList, type EntryMeaning } from './pasted-list.ts';

const findCouncil = councilFinder(COUNCILS);
const TODAY = parseDay('2026-11-22')!;

function find(entry: string): EntryMeaning {
	const found = findCouncil(entry, TODAY);
	if (found.answer === 'one') return { code: found.body.gss.at(-1)!, may: [] };
	return { code: null, may: found.answer === 'some' ? found.bodies.flatMap(({ gss }) => gss.slice(-1)) : [] };
}

describe('a pasted list', () => {
	test.each([
		{ form: 'codes in any case', text: 'e08000004\nW06000002', codes: ['E08000004', 'W06000002'] },
		{
			form: 'names with and without their style',
			text: 'Oldham Council\nBristol\nThe City of London',
			codes: ['E08000004', 'E06000023', 'E09000001']
		},
		{
			form: 'a comma inside a name, alone and within a list',
			text: 'Bristol, City of\nOldham, Bristol, City of, Gwynedd',
			codes: ['E06000023', 'E08000004', 'W06000002']
		},
		{
			form: 'numbered lines and bullets',
			text: '1. Oldham\n2) Gwynedd\n• Durham',
			codes: ['E08000004', 'W06000002', 'E06000047']
		},
		{
			form: 'rows of a spreadsheet with a heading',
			text: 'Rank,Code,Name,Distance\n1,E08000004,Oldham,0.12\n2,W06000002,Gwynedd,0.19',
			codes: ['E08000004', 'W06000002']
		},
		{
			form: 'quoted cells and tabs',
			text: '"Richmond upon Thames"\t0.4\r\n"Bristol, City of"\t0.5',
			codes: ['E09000027', 'E06000023']
		},
		{
			form: 'ampersands and former names or codes',
			text: 'Derry City & Strabane; Mendip',
			codes: ['N09000005', 'E06000066']
		},
		{ form: 'a name beside its region', text: '3,Oldham,North West', codes: ['E08000004'] },
		{
			form: 'a code in a row before names of other bodies in it',
			text: [
				'NAME,AREA_CODE,FILE_NAME,NUMBER,CODE',
				'Waverley District (B),DIS,SURREY_COUNTY,5,E07000216',
				'Burnley District (B),DIS,LANCASHIRE_COUNTY,75,E07000117'
			].join('\n'),
			codes: ['E07000216', 'E07000117']
		},
		{
			form: 'a cell in quotation marks that holds commas',
			text: 'rank,council,score\n1,"Richmond upon Thames",0.9\n2,"Bristol, City of",0.88\n3,"Derry City and Strabane",0.7',
			codes: ['E09000027', 'E06000023', 'N09000005']
		},
		{
			form: 'a code before a name that stands earlier in its row',
			text: 'NAME,COUNTY,NUMBER,CODE\nOldham District (B),Somerset,5,E08000004',
			codes: ['E08000004']
		},
		{
			form: 'several codes or names in one line',
			text: 'E08000004, W06000002\nBolton, Bury',
			codes: ['E08000004', 'W06000002', 'E08000001', 'E08000002']
		}
	])('reads $form', ({ text, codes }) => {
		expect(parsePastedList(text, find)).toMatchObject({ codes, unknown: [] });
	});

	test('says what it could not place, what may mean several and what came twice', () => {
		expect(parsePastedList('Oldham\nAtlantis\nNewcastle\nE08000004', find)).toEqual({
			codes: ['E08000004'],
			unknown: ['Atlantis'],
			ambiguous: [{ entry: 'Newcastle', codes: ['E07000195', 'E08000021'] }],
			repeated: ['E08000004']
		});
	});

	test('refuses a quotation mark that is never closed', () => {
		expect(() => parsePastedList('Oldham\n"Gwynedd\nDurham', find)).toThrow(
			'The list row 2: the quotation mark before "Gwynedd" is never closed.'
		);
	});

	test('of nothing is empty', () => {
		expect(parsePastedList(' \n\n', find)).toEqual({ codes: [], unknown: [], ambiguous: [], repeated: [] });
	});
});
