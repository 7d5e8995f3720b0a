import { expect, test } from 'vitest';
import { dotStrip } from './dot-strip.ts';

test('places events along the line, oldest first', () => {
	expect(dotStrip([75, 50, 0], 0, 100)).toEqual([0, 0.5, 0.75]);
});

test('keeps events outside the line at its ends', () => {
	expect(dotStrip([-20, 300], 0, 100)).toEqual([0, 1]);
});

test('draws one dot for events on one day', () => {
	expect(dotStrip([10, 10], 0, 100)).toEqual([0.1]);
});

test('has no dots for no events, and none that is no number on a line of no length', () => {
	expect(dotStrip([], 0, 0)).toEqual([]);
	expect(dotStrip([5], 5, 5)).toEqual([0]);
});
