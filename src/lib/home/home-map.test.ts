import { describe, expect, test } from 'vitest';
import { practicesByArea, shadeOf } from './home-map.ts';
import type { AreaSpan } from './home-map.ts';

const spans: AreaSpan[] = [
	[0, 7, 10, 100],
	[0, 7, 20, 100],
	[0, 8, 30, 40],
	[2, 7, 50, 100]
];

describe('practicesByArea', () => {
	test('counts a practice once an area, however many do it there', () => {
		expect(practicesByArea(3, spans, { mode: 'as-of', day: 35, since: 0 })).toEqual([2, 0, 0]);
	});

	test('drops what has ended, unless all ever begun is asked for', () => {
		expect(practicesByArea(3, spans, { mode: 'as-of', day: 60, since: 0 })).toEqual([1, 0, 1]);
		expect(practicesByArea(3, spans, { mode: 'cumulative', day: 60, since: 0 })).toEqual([2, 0, 1]);
	});
});

test('many practices share the strongest shade', () => {
	expect([0, 1, 5, 9].map(shadeOf)).toEqual([0, 1, 5, 5]);
});
