import { expect, test } from 'vitest';
import { MOST_PINS } from '#lib/view/network-choice.ts';
import { gathered, placesOf, stepped, withPin, withoutPin } from './network-places.ts';

const nodeOf = new Map([
	['a', 0],
	['b', 1],
	['c', 2]
]);
const laid = Float32Array.of(0, 0, 10, 0, 20, 0);

test('pins and the node under the pointer lie where they were put', () => {
	const pins = [
		{ key: 'b', x: 5, y: 7 },
		{ key: 'gone', x: 1, y: 1 }
	];
	expect([...placesOf(laid, nodeOf, pins, { node: 2, x: -1, y: -2 })!]).toEqual([0, 0, 5, 7, -1, -2]);
	expect([...laid]).toEqual([0, 0, 10, 0, 20, 0]);
});

test('places of another picture are no places', () => {
	expect(placesOf(Float32Array.of(1, 1), nodeOf, [], null)).toBeNull();
	expect(placesOf(null, nodeOf, [], null)).toBeNull();
});

test('what a filter leaves out goes to the middle of what stays', () => {
	expect([...gathered(laid, Uint8Array.of(1, 1, 1), Uint8Array.of(1, 0, 1))]).toEqual([0, 0, 10, 0, 20, 0]);
	expect([...gathered(laid, Uint8Array.of(1, 1, 1), Uint8Array.of(0, 0, 1))]).toEqual([20, 0, 20, 0, 20, 0]);
	expect(gathered(laid, Uint8Array.of(1, 1, 1), new Uint8Array(3))).toBe(laid);
});

test('a node has one pin, in whole units', () => {
	expect(withPin([{ key: 'a', x: 1, y: 1 }], 'a', 2.6, -3.4)).toEqual([{ key: 'a', x: 3, y: -3 }]);
});

test('no more pins are kept than an address holds, and one that is there can still be moved', () => {
	const full = Array.from({ length: MOST_PINS }, (_, at) => ({ key: `n${at}`, x: 0, y: 0 }));
	expect(withPin(full, 'another', 1, 1)).toBeNull();
	expect(withPin(full, 'n3', 1, 1)).toHaveLength(MOST_PINS);
	expect(withoutPin(full, 'n3')).toHaveLength(MOST_PINS - 1);
});

test('a step is a fortieth of the width of the picture, and never too small to be kept', () => {
	const wide = Float32Array.of(0, 0, 400, 8);
	expect(stepped(wide, 1, 'left')).toEqual([390, 8]);
	expect(stepped(wide, 0, 'down')).toEqual([0, 10]);
	expect(stepped(Float32Array.of(3, 3), 0, 'up')).toEqual([3, 2]);
});
