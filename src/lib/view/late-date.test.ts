import { expect, test } from 'vitest';
import { day } from '../../../tests/fixtures/atlas-fixture.ts';
import { lateDateProblems } from './late-date.ts';

test('a date after the snapshot is told of, no other', () => {
	const asOf = day('2026-11-22');
	expect(lateDateProblems({ date: day('2027-01-01') }, asOf)).toEqual([
		'The address asks for 1 Jan 2027, which is after the last day on record; 22 Nov 2026 is shown.'
	]);
	for (const date of [null, asOf, day('2019-05-01')]) expect(lateDateProblems({ date }, asOf)).toEqual([]);
});
