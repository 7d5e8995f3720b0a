import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ringArea } from './boundary-rings.ts';
import type { Polygons } from './boundary-rings.ts';
import { dissolve, shareEdges } from './boundary-union.ts';

function box(x: number, y: number, width = 1, height = 1): Polygons[number] {
	return [
		[
			[x, y],
			[x + width, y],
			[x + width, y + height],
			[x, y + height],
			[x, y]
		]
	];
}
const areaOf = (polygons: Polygons): number =>
	polygons.reduce(
		(sum, [outer, ...holes]) =>
			sum + ringArea(outer!) - holes.reduce((inner, hole) => inner + ringArea(hole), 0),
		0
	);

test('cells of a board, however they lie, make a shape of the same size in which no two parts share a border', () => {
	const cells = fc.uniqueArray(fc.tuple(fc.nat(4), fc.nat(4)), {
		minLength: 1,
		maxLength: 18,
		selector: String
	});
	fc.assert(
		fc.property(cells, (chosen) => {
			const whole = dissolve(
				chosen.map(([x, y]) => box(x, 50 + y)),
				'E06000001'
			);
			expect(areaOf(whole)).toBeCloseTo(chosen.length, 6);
			expect(shareEdges(whole)).toBe(false);
			const corners = whole.flat().flatMap((ring) => ring.slice(1).map(String));
			expect(corners.every((corner) => isOnEdge(corner, chosen))).toBe(true);
		}),
		{ numRuns: 60 }
	);
});

/** Whether a corner of the board lies on the edge of the chosen cells, and not within them. */
function isOnEdge(corner: string, chosen: readonly [number, number][]): boolean {
	const [x, y] = corner.split(',').map(Number) as [number, number];
	const round = [
		[x - 1, y - 51],
		[x, y - 51],
		[x - 1, y - 50],
		[x, y - 50]
	].map(String);
	return round.filter((cell) => chosen.map(String).includes(cell)).length < 4;
}

test('borders drawn twice and not quite alike leave no slivers, and holes stay', () => {
	const west: Polygons[number] = [
		[
			[0, 50],
			[1, 50],
			[1.0001, 50.5],
			[1, 51],
			[0, 51],
			[0, 50]
		],
		[
			[0.2, 50.2],
			[0.2, 50.4],
			[0.4, 50.4],
			[0.4, 50.2],
			[0.2, 50.2]
		]
	];
	const east: Polygons[number] = [
		[
			[1, 50],
			[2, 50],
			[2, 51],
			[1, 51],
			[1.0002, 50.6],
			[0.9998, 50.3],
			[1, 50]
		]
	];
	const [[, ...holes] = [], ...others] = dissolve([west, east], 'E06000001');
	expect(others).toEqual([]);
	expect(holes).toHaveLength(1);
	expect(ringArea(holes[0]!)).toBeCloseTo(0.04, 9);
});

test('a ring of areas keeps the hole that it goes round', () => {
	const ring = [box(0, 50, 3, 1), box(0, 52, 3, 1), box(0, 51, 1, 1), box(2, 51, 1, 1)];
	const [[outer, ...holes] = []] = dissolve(ring, 'E06000001');
	expect([ringArea(outer!), holes.map(ringArea)]).toEqual([9, [1]]);
});

test('edges are shared whichever way round they go, and corners alone are none', () => {
	expect(shareEdges([box(0, 50), box(1, 50)])).toBe(true);
	expect(shareEdges([box(0, 50), [box(1, 50)[0]!.toReversed()]])).toBe(true);
	expect(shareEdges([box(0, 50), box(1, 51)])).toBe(false);
	expect(shareEdges([box(0, 50)])).toBe(false);
});
