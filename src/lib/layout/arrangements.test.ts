import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { communityLayout } from './community.ts';
import { concentricLayout } from './concentric.ts';
import { hullOf, widenedHull } from './hulls.ts';
import { packRows } from './pack.ts';
import { regionLayout } from './region.ts';
import { timelineLayout } from './timeline.ts';

/** Least distance between the edges of any two discs. */
function leastGap(positions: Float32Array, radii: ArrayLike<number>): number {
	let least = Infinity;
	for (let i = 0; i < radii.length; i++) {
		for (let j = 0; j < i; j++) {
			const distance = Math.hypot(
				positions[2 * i]! - positions[2 * j]!,
				positions[2 * i + 1]! - positions[2 * j + 1]!
			);
			least = Math.min(least, distance - radii[i]! - radii[j]!);
		}
	}
	return least;
}

const place = fc.tuple(
	fc.float({ min: -10, max: 10, noNaN: true }),
	fc.float({ min: -10, max: 10, noNaN: true })
);

describe('by region', () => {
	test('never lays one disc over another, even when all share a place', () => {
		const radii = Array.from({ length: 60 }, (_, i) => 3 + (i % 4));
		expect(leastGap(regionLayout(new Float32Array(120), radii, 2), radii)).toBeGreaterThanOrEqual(2 - 1e-3);
		fc.assert(
			fc.property(fc.array(place, { maxLength: 30 }), (places) => {
				const some = places.map((_, i) => 1 + (i % 3));
				expect(leastGap(regionLayout(places.flat(), some, 1), some)).toBeGreaterThanOrEqual(1 - 1e-3);
			})
		);
	});

	test('keeps left of right and above of below', () => {
		const positions = regionLayout([0, 0, 10, 0, 0, 10], [1, 1, 1], 1);
		expect(positions[0]).toBeLessThan(positions[2]!);
		expect(positions[1]).toBeLessThan(positions[5]!);
	});

	test('puts nodes without a place into a block below the others', () => {
		const positions = regionLayout([0, 0, 10, 5, NaN, NaN, NaN, 1], [1, 1, 1, 1], 1);
		expect(positions[5]).toBeGreaterThan(Math.max(positions[1]!, positions[3]!));
		expect(positions[5]).toBe(positions[7]);
		expect(leastGap(positions, [1, 1, 1, 1])).toBeGreaterThanOrEqual(1);
	});
});

describe('by community', () => {
	test('keeps groups apart and their members together', () => {
		const graph = { nodeCount: 9, source: [0, 1, 3, 4, 0, 6], target: [1, 2, 4, 5, 3, 7] };
		const positions = communityLayout(graph, [0, 0, 0, 1, 1, 1, 2, 2, -1], { gap: 10, margin: 5 });
		const circles = [[0, 1, 2], [3, 4, 5], [6, 7], [8]].map((nodes) => {
			const x = nodes.map((i) => positions[2 * i]!);
			const y = nodes.map((i) => positions[2 * i + 1]!);
			return {
				left: Math.min(...x),
				right: Math.max(...x),
				top: Math.min(...y),
				bottom: Math.max(...y)
			};
		});
		circles.forEach((a, i) => {
			for (const b of circles.slice(i + 1)) {
				const apart = a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top;
				expect(apart).toBe(true);
			}
		});
	});

	test('copes with no nodes at all', () => {
		const empty = { nodeCount: 0, source: [], target: [] };
		expect(communityLayout(empty, [], { gap: 1, margin: 1 })).toHaveLength(0);
	});
});

describe('concentric', () => {
	test('puts each node on the ring of its distance', () => {
		const graph = { nodeCount: 6, source: [0, 0, 1, 3], target: [1, 2, 3, 4] };
		const { positions, rings } = concentricLayout(graph, 0, 50, 10);
		const radius = (i: number): number => Math.hypot(positions[2 * i]!, positions[2 * i + 1]!);
		expect([0, 1, 2, 3, 4].map((i) => Math.round(radius(i)))).toEqual([0, 50, 50, 100, 150]);
		expect(rings).toEqual([50, 100, 150]);
		expect(positions[11]).toBeGreaterThan(Math.max(...[0, 1, 2, 3, 4].map((i) => positions[2 * i + 1]!)));
	});

	test('refuses a centre that is not there', () => {
		expect(() => concentricLayout({ nodeCount: 2, source: [], target: [] }, 2, 1, 1)).toThrow(RangeError);
		expect(concentricLayout({ nodeCount: 0, source: [], target: [] }, 0, 1, 1).positions).toHaveLength(0);
	});
});

describe('timeline', () => {
	test('keeps the dates across and lets no disc overlap', () => {
		const dates = Array.from({ length: 80 }, (_, i) => (i % 9) * 4);
		const radii = dates.map((_, i) => 2 + (i % 3));
		const graph = {
			nodeCount: 80,
			source: dates.map((_, i) => i),
			target: dates.map((_, i) => (i * 7) % 80)
		};
		const { positions, axis } = timelineLayout(graph, dates, { radii, gap: 1, yearWidth: 365.25 });
		dates.forEach((date, i) => expect(positions[2 * i]).toBe(date));
		expect(axis.undatedX).toBeNull();
		expect(leastGap(positions, radii)).toBeGreaterThanOrEqual(1 - 1e-3);
	});

	const alone = { nodeCount: 3, source: [], target: [] };
	const options = { radii: [1, 1, 1], gap: 1, yearWidth: 90 };

	test('puts nodes without a date into a column left of the first', () => {
		const { positions, axis } = timelineLayout(alone, [5, NaN, 9], options);
		expect(positions[2]).toBeLessThan(positions[0]!);
		expect(axis.undatedX).toBeCloseTo(positions[2]!, 4);
	});

	test('marks the first day of each year where the dates of that day stand', () => {
		// 1 July 2019, 1 January 2020 and 1 March 2021.
		const { positions, axis } = timelineLayout(alone, [18_078, 18_262, 18_687], options);
		expect(axis.ticks.map(({ label }) => label)).toEqual(['2019', '2020', '2021', '2022']);
		expect(axis.ticks[1]!.x).toBeCloseTo(positions[2]!, 2);
		expect(axis.ticks[2]!.x - axis.ticks[1]!.x).toBeCloseTo((90 * 366) / 365.25, 6);
	});

	test('marks fewer years where there are many, and none without a date', () => {
		const { axis } = timelineLayout(alone, [-36_524, 0, 18_262], options);
		expect(axis.ticks.map(({ label }) => label).slice(0, 3)).toEqual(['1870', '1880', '1890']);
		expect(timelineLayout(alone, [NaN, NaN, NaN], options).axis).toEqual({ ticks: [], undatedX: 0 });
	});
});

describe('packing', () => {
	test('never overlaps boxes', () => {
		const size = fc.record({
			width: fc.integer({ min: 1, max: 50 }),
			height: fc.integer({ min: 1, max: 50 })
		});
		fc.assert(
			fc.property(fc.array(size, { maxLength: 40 }), (boxes) => {
				const centres = packRows(boxes, 3);
				boxes.forEach((a, i) => {
					for (let j = 0; j < i; j++) {
						const b = boxes[j]!;
						const across = Math.abs(centres[2 * i]! - centres[2 * j]!) - (a.width + b.width) / 2;
						const down = Math.abs(centres[2 * i + 1]! - centres[2 * j + 1]!) - (a.height + b.height) / 2;
						expect(Math.max(across, down)).toBeGreaterThanOrEqual(3 - 1e-9);
					}
				});
			})
		);
	});
});

describe('hulls', () => {
	test('contain every point with its padding', () => {
		fc.assert(
			fc.property(fc.array(place, { minLength: 1, maxLength: 30 }), (places) => {
				const positions = places.flat();
				const hull = widenedHull(hullOf(positions, Array.from(places.keys())), 2);
				for (const [x, y] of places) expect(distanceInside(hull, x, y)).toBeGreaterThanOrEqual(2 - 1e-3);
			})
		);
	});

	test('of nothing are empty', () => {
		expect(widenedHull(hullOf([], []), 5)).toHaveLength(0);
	});
});

/** Distance from a point to the nearest side of a convex polygon, negative outside. */
function distanceInside(hull: Float32Array, x: number, y: number): number {
	let least = Infinity;
	for (let i = 0; i < hull.length; i += 2) {
		const [ax, ay] = [hull[i]!, hull[i + 1]!];
		const [bx, by] = [hull[(i + 2) % hull.length]!, hull[(i + 3) % hull.length]!];
		const length = Math.hypot(bx - ax, by - ay);
		if (length > 0) least = Math.min(least, ((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / length);
	}
	return least;
}
