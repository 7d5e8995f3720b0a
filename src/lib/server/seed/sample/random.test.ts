import { describe, expect, test } from 'vitest';
import { randomFrom } from './random.ts';

describe('randomFrom', () => {
	test('gives the same numbers for the same seed, and others for another', () => {
		const draw = (seed: number) => {
			const random = randomFrom(seed);
			return Array.from({ length: 5 }, () => random.next());
		};
		expect(draw(1)).toEqual(draw(1));
		expect(draw(1)).not.toEqual(draw(2));
	});

	test('draws whole numbers from the least to the most, both included', () => {
		const random = randomFrom(7);
		const drawn = new Set(Array.from({ length: 200 }, () => random.whole(2, 4)));
		expect([...drawn].sort()).toEqual([2, 3, 4]);
	});

	test('samples different things, no more than there are', () => {
		const taken = randomFrom(3).sample(['a', 'b', 'c'], 5);
		expect(taken.toSorted()).toEqual(['a', 'b', 'c']);
	});

	test('refuses to pick from nothing', () => {
		expect(() => randomFrom(1).pick([])).toThrow('nothing to pick from');
	});
});
