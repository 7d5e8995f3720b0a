import { describe, expect, test } from 'vitest';
import { featureTable } from './feature-table.ts';
import { nationOfCode, unpublished } from './published.ts';

const NATIONS = [
	...Array.from({ length: 20 }, () => 'England'),
	...Array.from({ length: 10 }, () => 'Wales')
];
/** Of thirty areas: known everywhere, blank in Wales, blank in one area of each, blank in three of England. */
const table = featureTable(
	NATIONS.map((_, at) => `A${at}`),
	['everywhere', 'not in Wales', 'single blanks', 'patchy'],
	NATIONS.map((nation, at) => [
		at,
		nation === 'Wales' ? null : at,
		at === 0 || at === 20 ? null : at,
		at < 3 ? null : at
	])
);
const of = (rows: number[]) => unpublished(table, rows, (row) => NATIONS[row]!);
const rows = [...NATIONS.keys()];

describe('what a nation does not publish', () => {
	test('is left out where that nation is compared, single blanks not', () => {
		expect(of(rows)).toEqual([
			{ column: 'not in Wales', nations: ['Wales'] },
			{ column: 'patchy', nations: ['England'] }
		]);
		expect(of(rows.slice(3, 20))).toEqual([]);
		expect(of(rows.slice(20)).map(({ column }) => column)).toEqual(['not in Wales']);
	});

	test('of a nation with a single area is what that one lacks', () => {
		expect(of([1, 2, 20]).map(({ column }) => column)).toEqual(['not in Wales', 'single blanks', 'patchy']);
	});

	test.each([
		['E06000001', 'England'],
		['W06000015', 'Wales'],
		['S12000049', 'Scotland'],
		['N09000003', 'Northern Ireland'],
		['Alabama', null],
		['E1', null]
	])('is known of the code %s as %s', (code, nation) => {
		expect(nationOfCode(code)).toBe(nation);
	});
});
