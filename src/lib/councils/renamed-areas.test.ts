import { describe, expect, test } from 'vitest';
import { parseDay } from '#lib/domain/day.ts';
import { councilFinder } from './find-council.ts';
import { COUNCILS } from './register.ts';
import { formerSentences, renamedAreas } from './renamed-areas.ts';

const find = councilFinder(COUNCILS);
const TODAY = parseDay('2026-11-22')!;

describe('areas of an address', () => {
	test('under the codes of today stay as they are', () => {
		expect(renamedAreas(['E08000035', 'E08000038', 'W06000015'], find, TODAY)).toBeNull();
	});

	test.each([
		[['E07000026'], ['E06000063'], ['E07000026']],
		[['E10000006', 'E08000035'], ['E06000063', 'E06000064', 'E08000035'], ['E10000006']],
		[['E08000016'], ['E08000038'], []],
		[['Caerdydd'], ['W06000015'], []],
		[['Allerdale'], ['E06000063'], ['E07000026']],
		[['E07000026', 'E07000028'], ['E06000063'], ['E07000026', 'E07000028']]
	])('%s lead to %s', (asked, areas, former) => {
		expect(renamedAreas(asked, find, TODAY)).toEqual({ areas, former });
	});

	test('that nobody knows, or that may mean several, are left for the page to tell', () => {
		expect(renamedAreas(['E09999999', 'Atlantis', 'Newcastle'], find, TODAY)).toBeNull();
	});

	test('that were former ones are told of', () => {
		expect(formerSentences(['E07000026', 'E10000006', 'E08000035', '<b>'], find, TODAY)).toEqual([
			'Allerdale Borough Council no longer exists; Cumberland Council took its place.',
			'Cumbria County Council was divided between Cumberland Council and Westmorland and Furness Council; both are shown.'
		]);
	});
});
