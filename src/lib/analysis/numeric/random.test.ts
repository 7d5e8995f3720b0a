import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from './random.ts';

describe('seeded random numbers', () => {
	test('repeat for the same seed and differ for another', () => {
		const draw = (seed: number): number[] => Array.from({ length: 5 }, seededRandom(seed).next);
		expect(draw(7)).toEqual(draw(7));
		expect(draw(7)).not.toEqual(draw(8));
	});

	test('never change: published permutation p-values stay repeatable', () => {
		const random = seededRandom(1);
		expect([random.below(1000), random.below(1000), random.below(1000)]).toEqual([148, 13, 91]);
	});

	test('a shuffle keeps every item', () => {
		fc.assert(
			fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
				const shuffled = [...items];
				seededRandom(seed).shuffle(shuffled);
				expect(shuffled.sort((a, b) => a - b)).toEqual([...items].sort((a, b) => a - b));
			})
		);
	});

	test('bounded numbers are evenly spread', () => {
		const random = seededRandom(3);
		const counts = new Array<number>(6).fill(0);
		for (let k = 0; k < 60_000; k++) counts[random.below(6)]!++;
		for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
	});
});
