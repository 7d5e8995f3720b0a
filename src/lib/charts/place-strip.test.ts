import { expect, test } from 'vitest';
import { placeStrip } from './place-strip.ts';

test('the least and the greatest stand at the ends, the others between in proportion', () => {
	const strip = placeStrip([10, 20, 30], false, 112, 8);
	expect([10, 20, 30].map(strip.place)).toEqual([6, 56, 106]);
	expect(strip.ticks).toBe('M6 0v8M56 0v8M106 0v8');
});

test('with a logarithm, equal steps are equal ratios', () => {
	const { place } = placeStrip([1, 10, 100], true, 112, 8);
	expect([1, 10, 100].map(place)).toEqual([6, 56, 106]);
});

test('a figure that is not published has no place, and one outside stands at the end', () => {
	const { place } = placeStrip([10, 30], false, 112, 8);
	expect(place(null)).toBeNull();
	expect(place(99)).toBe(106);
});

test('figures that are all the same stand in the middle; a zero rules the logarithm out', () => {
	expect(placeStrip([5, 5], true, 112, 8).place(5)).toBe(56);
	expect(placeStrip([0, 50, 100], true, 112, 8).place(50)).toBe(56);
	expect(placeStrip([], false, 112, 8).ticks).toBe('');
});
