import { describe, expect, test } from 'vitest';
import { agreement, modelAgreement } from './agreement.ts';
import { parsePastedList } from './pasted-list.ts';

describe('agreement of two lists', () => {
	test('counts what both hold out of the shorter', () => {
		expect(agreement(['A', 'B', 'C', 'D'], ['D', 'B', 'X'])).toEqual({
			shared: ['B', 'D'],
			of: 3,
			share: 2 / 3
		});
	});

	test('is unknown when a list is empty', () => {
		expect(agreement([], ['A'])).toEqual({ shared: [], of: 0, share: null });
	});
});

describe('agreement of models', () => {
	test('compares each pair once and says which lists name an area', () => {
		const { pairs, named } = modelAgreement(
			new Map([
				['zscore', ['A', 'B']],
				['robust', ['B', 'C']],
				['own list', ['B', 'A', 'D']]
			])
		);

		expect(pairs.map(({ first, second, agreement: { share } }) => [first, second, share])).toEqual([
			['zscore', 'robust', 0.5],
			['zscore', 'own list', 1],
			['robust', 'own list', 0.5]
		]);
		expect(named).toEqual([
			{ code: 'B', by: ['zscore', 'robust', 'own list'] },
			{ code: 'A', by: ['zscore', 'own list'] },
			{ code: 'C', by: ['robust'] },
			{ code: 'D', by: ['own list'] }
		]);
	});
});

describe('a pasted list', () => {
	const areas = [
		{ code: 'E06000023', names: ['Bristol, City of', 'Bristol City Council'] },
		{ code: 'E09000027', names: ['Richmond upon Thames', 'London Borough of Richmond upon Thames'] },
		{ code: 'E06000047', names: ['County Durham', 'Durham County Council'] },
		{ code: 'E09000001', names: ['City of London', 'City of London Corporation'] },
		{ code: 'E08000004', names: ['Oldham', 'Oldham Metropolitan Borough Council', 'OLD'] },
		{ code: 'W06000002', names: ['Gwynedd', 'Cyngor Gwynedd'] },
		{ code: 'E06000066', names: ['Somerset', 'Mendip', 'E07000187'] },
		{ code: 'N09000005', names: ['Derry City and Strabane'] },
		{ code: 'E1', names: ['Newport'] },
		{ code: 'E2', names: ['Newport'] }
	];

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
			form: 'a cell in quotation marks that holds commas',
			text: 'rank,council,score\n1,"Richmond upon Thames",0.9\n2,"Bristol, City of",0.88\n3,"Derry City and Strabane",0.7',
			codes: ['E09000027', 'E06000023', 'N09000005']
		},
		{
			form: 'a code before a name that stands earlier in its row',
			text: 'NAME,COUNTY,NUMBER,CODE\nOldham District (B),Somerset,5,E08000004',
			codes: ['E08000004']
		}
	])('reads $form', ({ text, codes }) => {
		expect(parsePastedList(text, areas)).toMatchObject({ codes, unknown: [] });
	});

	test('says what it could not place, what may mean several and what came twice', () => {
		expect(parsePastedList('Oldham\nAtlantis\nNewport\nE08000004', areas)).toEqual({
			codes: ['E08000004'],
			unknown: ['Atlantis'],
			ambiguous: [{ entry: 'Newport', codes: ['E1', 'E2'] }],
			repeated: ['E08000004']
		});
	});

	test('refuses a quotation mark that is never closed', () => {
		expect(() => parsePastedList('Oldham\n"Gwynedd\nDurham', areas)).toThrow(
			'The list row 2: the quotation mark before "Gwynedd" is never closed.'
		);
	});

	test('of nothing is empty', () => {
		expect(parsePastedList(' \n\n', areas)).toEqual({ codes: [], unknown: [], ambiguous: [], repeated: [] });
	});
});
