import { describe, expect, test } from 'vitest';
import { cellTowards, hexMap } from './hex-map.ts';

const flower = [
	{ q: 1, r: 1 },
	{ q: 2, r: 1 },
	{ q: 0, r: 1 },
	{ q: 1, r: 2 },
	{ q: 2, r: 2 },
	{ q: 1, r: 0 },
	{ q: 2, r: 0 }
];

describe('hexMap', () => {
	const map = hexMap(flower, 300);

	test('puts a greater r further north, which is up', () => {
		expect(map.centres[3]!.y).toBeLessThan(map.centres[0]!.y);
		expect(map.centres[5]!.y).toBeGreaterThan(map.centres[0]!.y);
	});

	test('shifts odd rows half a hexagon east', () => {
		const pitch = map.centres[1]!.x - map.centres[0]!.x;
		expect(map.centres[0]!.x - map.centres[3]!.x).toBeCloseTo(pitch / 2, 0);
	});

	test('keeps all neighbours at one distance', () => {
		const centre = map.centres[0]!;
		const distances = map.centres.slice(1).map(({ x, y }) => Math.hypot(x - centre.x, y - centre.y));
		for (const distance of distances) expect(distance).toBeCloseTo(distances[0]!, 0);
	});

	test('stays inside its width and height', () => {
		for (const { x, y } of map.centres) {
			expect(x).toBeGreaterThan(0);
			expect(x).toBeLessThan(map.width);
			expect(y).toBeGreaterThan(0);
			expect(y).toBeLessThan(map.height);
		}
	});

	test('draws nothing for no cells', () => {
		expect(hexMap([], 300)).toEqual({ width: 300, height: 0, hexagon: '', centres: [] });
	});

	test('draws one cell', () => {
		expect(hexMap([{ q: 4, r: 7 }], 100).centres).toEqual([{ x: 50, y: 57.7 }]);
	});
});

describe('cellTowards', () => {
	const { centres } = hexMap(flower, 300);

	test('goes to the neighbour ahead', () => {
		expect(cellTowards(centres, 0, 'east')).toBe(1);
		expect(cellTowards(centres, 0, 'west')).toBe(2);
		expect([3, 4]).toContain(cellTowards(centres, 0, 'north'));
		expect([5, 6]).toContain(cellTowards(centres, 0, 'south'));
	});

	test('stays where nothing lies ahead', () => {
		expect(cellTowards(centres, 1, 'east')).toBe(1);
	});

	test('reaches an island across a gap', () => {
		const islands = hexMap(
			[
				{ q: 0, r: 0 },
				{ q: 6, r: 0 }
			],
			300
		).centres;
		expect(cellTowards(islands, 0, 'east')).toBe(1);
	});
});
