import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ClusterTimeline } from './cluster-timeline.ts';
import type { DateWindow } from '#lib/view/date-window.ts';
import type { PointTimes } from './cluster-timeline.ts';
import { buildClusterTree, levelAt } from './cluster-tree.ts';
import { latitudeOf, longitudeOf, mercatorX, mercatorY } from './mercator.ts';

const point = fc.record({
	// A coarse grid, so that many points share a place.
	lon: fc.integer({ min: -40, max: 40 }).map((n) => n / 10),
	lat: fc.integer({ min: 500, max: 560 }).map((n) => n / 10),
	kind: fc.integer({ min: 0, max: 3 }),
	spells: fc
		.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 10 })), { maxLength: 3 })
		.map((steps) => {
			const spells: [number, number][] = [];
			let day = 0;
			for (const [gap, length] of steps) {
				spells.push([day + gap, day + gap + length]);
				day += gap + length + 1;
			}
			return spells;
		})
});
const points = fc.array(point, { maxLength: 60 });
type Point = typeof point extends fc.Arbitrary<infer T> ? T : never;

function built(list: Point[]) {
	const x = Float64Array.from(list, ({ lon }) => mercatorX(lon));
	const y = Float64Array.from(list, ({ lat }) => mercatorY(lat));
	const tree = buildClusterTree(x, y, { maxZoom: 8 });
	const times: PointTimes = {
		point: Int32Array.from(list.flatMap(({ spells }, row) => spells.map(() => row))),
		from: Int32Array.from(list.flatMap(({ spells }) => spells.map(([from]) => from))),
		to: Int32Array.from(list.flatMap(({ spells }) => spells.map(([, to]) => to))),
		begun: new Uint8Array(list.reduce((count, { spells }) => count + spells.length, 0)),
		kind: Uint8Array.from(list, ({ kind }) => kind),
		kinds: 4
	};
	return { tree, timeline: new ClusterTimeline(tree, times) };
}

/** The same question answered by looking at every spell of every point. */
function recount({ spells }: Point, { mode, day, since }: DateWindow): boolean {
	return spells.some(([from, to]) => {
		if (mode === 'as-of') return from <= day && to > day;
		if (mode === 'cumulative') return from <= day;
		return (from >= since && from <= day) || (to >= since && to <= day);
	});
}

describe('the cluster tree', () => {
	test('holds every point once at every zoom, in one run a cluster', () => {
		fc.assert(
			fc.property(points, (list) => {
				const { tree } = built(list);
				expect(Array.from(tree.order).sort((a, b) => a - b)).toEqual(list.map((_, row) => row));
				for (const level of tree.levels) {
					const inClusters = new Set<number>();
					for (let at = 0; at < level.count; at += 1) {
						for (let step = 0; step < level.size[at]!; step += 1)
							inClusters.add(tree.order[level.first[at]! + step]!);
					}
					list.forEach((_, row) => expect(inClusters.has(row)).toBe(tree.aloneFrom[row]! > level.zoom));
				}
			})
		);
	});

	test('keeps points at one place together at any zoom', () => {
		const x = Float64Array.from([0.5, 0.5, 0.50001]);
		const tree = buildClusterTree(x, Float64Array.from([0.3, 0.3, 0.3]), { maxZoom: 14 });
		expect(Array.from(tree.aloneFrom)).toEqual([
			255,
			255,
			14 + 1 > tree.aloneFrom[2]! ? tree.aloneFrom[2]! : 15
		]);
		const last = levelAt(tree, 22);
		expect([last.count, last.size[0]]).toEqual([1, 2]);
	});

	test('joins all into one when the map is small, and none when there is none', () => {
		const tree = buildClusterTree(Float64Array.from([0.49, 0.5, 0.51]), Float64Array.from([0.3, 0.31, 0.32]));
		expect(levelAt(tree, 0).count).toBe(1);
		expect(levelAt(buildClusterTree(new Float64Array(0), new Float64Array(0)), 3).count).toBe(0);
	});
});

describe('counts over time', () => {
	const window = fc.record({
		mode: fc.constantFrom('as-of' as const, 'cumulative' as const, 'changed' as const),
		day: fc.integer({ min: -2, max: 70 }),
		since: fc.integer({ min: -2, max: 70 })
	});

	test('equal a recount of the points, for every cluster, date, mode and kind', () => {
		fc.assert(
			fc.property(points, window, (list, asked) => {
				const { tree, timeline } = built(list);
				const counts = new Uint32Array(4);
				for (const level of tree.levels) {
					for (let at = 0; at < level.count; at += 1) {
						const expected = [0, 0, 0, 0];
						const run = tree.order.slice(level.first[at]!, level.first[at]! + level.size[at]!);
						for (const row of run) if (recount(list[row]!, asked)) expected[list[row]!.kind]! += 1;
						const total = timeline.count(level, at, asked, counts);
						expect(Array.from(counts)).toEqual(expected);
						expect(total).toBe(expected.reduce((sum, n) => sum + n, 0));
						expect(timeline.members(level, at, asked)).toHaveLength(total);
					}
				}
			}),
			{ numRuns: 300 }
		);
	});
});

test('coordinates come back from the map’s square', () => {
	fc.assert(
		fc.property(
			fc.double({ min: -180, max: 180, noNaN: true }),
			fc.double({ min: -85, max: 85, noNaN: true }),
			(lon, lat) => {
				expect(longitudeOf(mercatorX(lon))).toBeCloseTo(lon, 9);
				expect(latitudeOf(mercatorY(lat))).toBeCloseTo(lat, 9);
			}
		)
	);
});
