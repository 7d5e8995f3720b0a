import { describe, expect, test } from 'vitest';
import { isServing, snapshotBox, widened } from './snapshot.ts';

const SIZE = { width: 400, height: 200 };
const SEEN = { view: { k: 2, x: 10, y: 20 }, size: SIZE };
/** Far larger than the picture. */
const DRAWING = { left: -1000, top: -1000, right: 1000, bottom: 1000 };
const TAKEN = widened(SEEN, 0.25);

describe('a snapshot of the picture', () => {
	test('has room on every side, and shows the same where the picture was', () => {
		expect(TAKEN).toEqual({ view: { k: 2, x: 110, y: 70 }, size: { width: 600, height: 300 } });
		expect(snapshotBox(TAKEN, SEEN.view)).toEqual({ left: -100, top: -50, right: 500, bottom: 250 });
	});

	test('moves and grows with the viewpoint', () => {
		// The unit at the snapshot's corner, (-55, -35), is at this place of the new picture.
		const now = { k: 3, x: 60, y: 5 };
		expect(snapshotBox(TAKEN, now)).toEqual({ left: -105, top: -100, right: 795, bottom: 350 });
	});

	test('serves until a movement leaves its room', () => {
		const moved = (x: number, y: number) => ({ view: { k: 2, x: 10 + x, y: 20 + y }, size: SIZE });
		expect(isServing(TAKEN, SEEN, DRAWING)).toBe(true);
		expect(isServing(TAKEN, moved(100, -50), DRAWING)).toBe(true);
		expect(isServing(TAKEN, moved(101, 0), DRAWING)).toBe(false);
		expect(isServing(TAKEN, moved(0, -51), DRAWING)).toBe(false);
	});

	test('serves beyond its room where there is nothing to see', () => {
		const all = { left: 0, top: 0, right: 100, bottom: 50 };
		expect(isServing(TAKEN, { view: { k: 1.5, x: 300, y: 20 }, size: SIZE }, all)).toBe(true);
		expect(isServing(TAKEN, { view: { k: 1.5, x: 300, y: 20 }, size: SIZE }, null)).toBe(true);
	});

	test('does not serve when it would be stretched until it is coarse or bold', () => {
		const zoomed = (k: number) => ({ view: { k, x: 200 - 95 * k, y: 100 - 40 * k }, size: SIZE });
		expect([2, 3, 3.5].map((k) => isServing(TAKEN, zoomed(k), DRAWING))).toEqual([true, true, true]);
		expect(isServing(TAKEN, zoomed(3.7), DRAWING)).toBe(false);
		expect(isServing(TAKEN, zoomed(1), null)).toBe(false);
	});
});
