import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CLASS_METHODS, classBreaks, classOf } from './class-breaks.ts';

describe('class breaks', () => {
	test('quantiles hold equal numbers of areas', () => {
		expect(classBreaks([1, 2, 3, 4, 5, 6, 7, 8], 4, 'quantile')).toEqual([2, 4, 6, 8]);
	});

	test('equal steps divide the range', () => {
		expect(classBreaks([0, 1, 2, 10], 2, 'equal')).toEqual([5, 10]);
	});

	test('natural breaks fall in the gaps', () => {
		expect(classBreaks([1, 2, 3, 50, 51, 52, 90, 91], 3, 'natural')).toEqual([3, 52, 91]);
	});

	test('natural breaks are as good as the best of all ways to cut', () => {
		const cost = (groups: number[][]) =>
			groups.reduce((sum, group) => {
				const mean = group.reduce((a, b) => a + b, 0) / group.length;
				return sum + group.reduce((a, b) => a + (b - mean) ** 2, 0);
			}, 0);
		fc.assert(
			fc.property(
				fc.uniqueArray(fc.integer({ min: 0, max: 100 }), { minLength: 4, maxLength: 9 }),
				(values) => {
					const sorted = [...values].sort((a, b) => a - b);
					let best = Infinity;
					for (let i = 1; i < sorted.length - 1; i += 1) {
						for (let j = i + 1; j < sorted.length; j += 1) {
							best = Math.min(best, cost([sorted.slice(0, i), sorted.slice(i, j), sorted.slice(j)]));
						}
					}
					const bounds = classBreaks(values, 3, 'natural');
					const groups = bounds.map((_, at) => sorted.filter((value) => classOf(value, bounds) === at));
					expect(cost(groups)).toBeCloseTo(best, 6);
				}
			)
		);
	});

	test('every method gives ascending bounds that end at the largest value and leave no value out', () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 40 }),
				fc.integer({ min: 1, max: 7 }),
				fc.constantFrom(...CLASS_METHODS),
				(values, classes, method) => {
					const bounds = classBreaks(values, classes, method);
					expect(bounds.length).toBeLessThanOrEqual(classes);
					expect(bounds.at(-1)).toBe(Math.max(...values));
					for (let at = 1; at < bounds.length; at += 1) expect(bounds[at]!).toBeGreaterThan(bounds[at - 1]!);
				}
			)
		);
	});

	test('no values give no classes', () => {
		expect(classBreaks([], 5, 'natural')).toEqual([]);
	});
});
