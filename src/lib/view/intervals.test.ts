import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ALWAYS, intersect, union } from './intervals.ts';
import type { Intervals } from './intervals.ts';

const pair = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }));
const pairs = fc.array(pair, { maxLength: 6 });
const holds = (set: Intervals, day: number) =>
	set.some((from, at) => at % 2 === 0 && from <= day && set[at + 1]! > day);

describe('sets of days', () => {
	test('a union holds exactly the days of its parts, in disjoint order', () => {
		fc.assert(
			fc.property(pairs, (parts) => {
				const set = union(parts);
				for (let day = -1; day <= 41; day += 1) {
					expect(holds(set, day)).toBe(parts.some(([from, to]) => from <= day && day < to));
				}
				for (let at = 1; at < set.length; at += 1) expect(set[at]!).toBeGreaterThan(set[at - 1]!);
			})
		);
	});

	test('an intersection holds exactly the days of both', () => {
		fc.assert(
			fc.property(pairs, pairs, (a, b) => {
				const [x, y] = [union(a), union(b)];
				const both = intersect(x, y);
				for (let day = -1; day <= 41; day += 1) expect(holds(both, day)).toBe(holds(x, day) && holds(y, day));
			})
		);
	});

	test('"always" changes nothing', () => {
		expect(intersect(ALWAYS, [1, 5])).toEqual([1, 5]);
		expect(intersect([1, 5], ALWAYS)).toEqual([1, 5]);
	});
});
