import { describe, expect, test } from 'vitest';
import { MOST_PINS } from '#lib/view/network-choice.ts';
import type { Pin } from '#lib/view/network-choice.ts';
import { FULL, Pinning } from './pinning.svelte.ts';

const LEEDS = { key: 'leeds', name: 'Leeds City Council' };
const PLACES = Float32Array.of(10, 20, 90, 100);

function pinningOf(pins: Pin[]) {
	const kept = { pins };
	const pinning = new Pinning(
		() => kept.pins,
		(next) => (kept.pins = next)
	);
	return { kept, pinning };
}

describe('pinning', () => {
	test('keeps a node where it lies, and lets it go the second time', () => {
		const { kept, pinning } = pinningOf([]);
		expect(pinning.toggle(LEEDS, PLACES, 0)).toBe('Leeds City Council is pinned here.');
		expect(kept.pins).toEqual([{ key: 'leeds', x: 10, y: 20 }]);
		expect(pinning.has('leeds')).toBe(true);
		expect(pinning.toggle(LEEDS, PLACES, 0)).toBe('Leeds City Council is let go.');
		expect(kept.pins).toEqual([]);
	});

	test('moves a node by a fortieth of the picture, and says each step anew', () => {
		const { kept, pinning } = pinningOf([]);
		expect(pinning.step(LEEDS, PLACES, 0, 'right')).toBe(
			'Leeds City Council is moved to the right and pinned, step 1.'
		);
		expect(kept.pins).toEqual([{ key: 'leeds', x: 12, y: 20 }]);
		expect(pinning.step(LEEDS, PLACES, 0, 'up')).toBe('Leeds City Council is moved up and pinned, step 2.');
	});

	test('says so where there is no room, changes nothing, and forgets it once there is', () => {
		const full = Array.from({ length: MOST_PINS }, (_, at) => ({ key: `body-${at}`, x: 0, y: 0 }));
		const { kept, pinning } = pinningOf(full);
		pinning.moved = { node: 0, x: 1, y: 2 };
		expect(pinning.toggle(LEEDS, PLACES, 0)).toBe(FULL);
		expect([pinning.isFull, pinning.moved, kept.pins]).toEqual([true, null, full]);
		kept.pins = full.slice(1);
		expect(pinning.put('leeds', 1.4, 2.6)).toBe(true);
		expect(pinning.isFull).toBe(false);
		expect(kept.pins.at(-1)).toEqual({ key: 'leeds', x: 1, y: 3 });
	});
});
