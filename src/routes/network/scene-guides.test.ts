import { expect, test } from 'vitest';
import { guidesOf } from './scene-guides.ts';

test('years are read by their first days, and those without a date by a line of their own', () => {
	expect(guidesOf({ ticks: [{ x: 90, label: '2020' }], undatedX: -40 }, [])).toEqual({
		lines: [
			{ x: -40, text: 'no date' },
			{ x: 90, text: '2020' }
		],
		rings: []
	});
});

test('rings are read by their distance', () => {
	expect(guidesOf(null, [70, 140])!.rings.map(({ text }) => text)).toEqual(['1 step', '2 steps']);
	expect(guidesOf(null, [])).toBeUndefined();
});
