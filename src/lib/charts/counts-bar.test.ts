import { expect, test } from 'vitest';
import { countsBar } from './counts-bar.ts';

test('cuts the whole into parts, largest first, end to end', () => {
	expect(
		countsBar([
			{ key: 'a', count: 1 },
			{ key: 'b', count: 3 }
		])
	).toEqual([
		{ key: 'b', count: 3, start: 0, share: 0.75 },
		{ key: 'a', count: 1, start: 0.75, share: 0.25 }
	]);
});

test('leaves out parts of nothing', () => {
	expect(
		countsBar([
			{ key: 'a', count: 0 },
			{ key: 'b', count: 2 }
		])
	).toHaveLength(1);
});

test('is empty when the whole is nothing', () => {
	expect(countsBar([{ key: 'a', count: 0 }])).toEqual([]);
});
