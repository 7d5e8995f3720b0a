import { describe, expect, test } from 'vitest';
import { checkPlaces, placeFault } from './boundary-place.ts';
import type { AreaFacts, Border } from './boundary-place.ts';
import type { Polygons } from './boundary-rings.ts';

const STEP = 0.3;
/** A board of square areas, five by five, with their middles and borders as they are on record. */
const BOARD = Array.from({ length: 25 }, (_, at) => ({
	code: `E0${at}`,
	column: at % 5,
	row: Math.floor(at / 5)
}));
const facts: AreaFacts[] = BOARD.map(({ code, column, row }) => ({
	code,
	name: code,
	centres: [[-2 + STEP * (column + 0.5), 53 + STEP * (row + 0.5)]]
}));
const borders: Border[] = BOARD.flatMap(({ code, column, row }, at) => [
	...(column < 4 ? [{ a: code, b: BOARD[at + 1]!.code, km: 20 }] : []),
	...(row < 4 ? [{ a: code, b: BOARD[at + 5]!.code, km: 33 }] : [])
]);

function square(x: number, y: number, size = STEP): Polygons {
	return [
		[
			[
				[x, y],
				[x + size, y],
				[x + size, y + size],
				[x, y + size],
				[x, y]
			]
		]
	];
}
const shapes = BOARD.map(({ code, column, row }) => ({
	code,
	polygons: square(-2 + STEP * column, 53 + STEP * row)
}));
const check = (drawn: { code: string; polygons: Polygons }[]) => checkPlaces(drawn, facts, borders);
const judge = (drawn: { code: string; polygons: Polygons }[]) =>
	placeFault(check(drawn), drawn.length, (code) => `area ${code}`);

describe('boundaries', () => {
	test('in their place, beside their neighbours, are taken', () => {
		expect(check(shapes)).toEqual({ far: [], apart: [], borders: 40 });
		expect(judge(shapes)).toBeNull();
	});

	test('of one area far away are named, with how far', () => {
		const drawn = shapes.map((shape, at) => (at === 7 ? { ...shape, polygons: square(-8, 58) } : shape));
		const { far, apart } = check(drawn);
		expect(far.map(({ code }) => code)).toEqual(['E07']);
		expect(far[0]!.km).toBeGreaterThan(500);
		expect(apart).toHaveLength(4);
		expect(judge(drawn)).toBeNull();
	});

	test('of a diagram elsewhere are refused, naming what lies farthest', () => {
		const drawn = shapes.map(({ code }, at) => ({
			code,
			polygons: square(0.1 * (at % 5), 51 + 0.1 * Math.floor(at / 5), 0.1)
		}));
		expect(judge(drawn)).toMatch(/25 of 25 lie far from their place \(area E0\d+ \d+ km, .* …\)/);
	});

	test('of one area alone are held to its place', () => {
		expect(judge([shapes[3]!])).toBeNull();
		expect(judge([{ ...shapes[3]!, polygons: square(-8, 58) }])).toContain('1 of 1 lie far');
	});

	test('that each lie near enough, but beside others than their neighbours, are refused', () => {
		// Small ones, each within its own place: no two of them touch.
		const drawn = BOARD.map(({ code, column, row }) => ({
			code,
			polygons: square(-2 + STEP * column + 0.1, 53 + STEP * row + 0.1, 0.1)
		}));
		expect(check(drawn).far).toEqual([]);
		expect(judge(drawn)).toMatch(/40 of 40 pairs of neighbours do not touch \(area E00 and area E01, /);
	});

	test('that are too few to judge by their neighbours are taken', () => {
		const drawn = shapes
			.slice(0, 2)
			.map(({ code }, at) => ({ code, polygons: square(-1.9 + STEP * at, 53.1, 0.1) }));
		expect(check(drawn).apart).toHaveLength(1);
		expect(judge(drawn)).toBeNull();
	});

	test('of codes beside the shape of the next row are refused', () => {
		const drawn = shapes.map(({ code }, at) => ({ code, polygons: shapes[(at + 7) % 25]!.polygons }));
		expect(judge(drawn)).toContain('lie far from their place');
	});

	test('are near where the middle lies in the sea between islands', () => {
		const islands: Polygons = [...square(-2, 53, 0.1), ...square(-1.75, 53.2, 0.1)];
		expect(check([{ code: 'E00', polygons: islands }]).far).toEqual([]);
	});

	test('of an area without a recorded middle are not judged by it', () => {
		const unknown = facts.map((area) => ({ ...area, centres: [] }));
		expect(checkPlaces([{ code: 'E00', polygons: square(40, 40) }], unknown, []).far).toEqual([]);
	});
});
