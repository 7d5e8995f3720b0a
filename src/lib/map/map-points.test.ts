import { describe, expect, test } from 'vitest';
import { latitudeOf, longitudeOf } from '#lib/cluster/mercator.ts';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { dateWindow } from '#lib/view/date-window.ts';
import { DEFAULT_VIEW } from '#lib/view/view.ts';
import { day, wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { shortCount } from './cluster-overlay.ts';
import { hexOf } from './theme.ts';
import { isWithin } from './map-items.ts';
import { mapPoints } from './map-points.ts';
import { anchoredMatrix, parseHexColour } from './webgl-program.ts';
import { select } from '#lib/view/selection.ts';

const atlas = buildAtlas(
	wireFixture({
		organisations: [
			{ slug: 'a', at: [-2.15, 53.6] },
			{ slug: 'lost', at: [0, 0] },
			{ slug: 'unknown', at: null },
			{ slug: 'b', at: [-1.5, 54.9], founded: '2020-01-01' }
		],
		practices: [{ slug: 'p' }, { slug: 'q' }],
		adoptions: [
			{ organisation: 3, practice: 0, from: '2021-01-01', learnedFrom: 0 },
			{ organisation: 0, practice: 1, from: '2022-01-01' }
		],
		ties: [
			{ a: 3, b: 0, kind: 'learnt from', from: '2020-06-01' },
			{ a: 0, b: 3, kind: 'mentors', from: '2019-01-01', inferred: true },
			{ a: 0, b: 2, kind: 'works with' }
		]
	})
);

describe('points of the map', () => {
	const points = mapPoints(atlas, select(atlas, DEFAULT_VIEW).presences, 2, (row) => row % 2);

	test('stand where the organisation is', () => {
		expect(Array.from(points.organisation)).toEqual([0, 3]);
		expect(longitudeOf(points.x[0]!)).toBeCloseTo(-2.15, 9);
		expect(latitudeOf(points.y[0]!)).toBeCloseTo(53.6, 9);
	});

	test('never stand at 0,0: who has no place is listed', () => {
		expect(Array.from(points.unlocated)).toEqual([1, 2]);
	});

	test('carry their times', () => {
		expect(points.times.from[1]).toBe(day('2020-01-01'));
	});
});

test('a lasso holds what is inside it, whichever way it was drawn', () => {
	const square = [
		[0, 0],
		[10, 0],
		[10, 10],
		[0, 10]
	] as const;
	expect(isWithin(square, 5, 5)).toBe(true);
	expect(isWithin([...square].reverse(), 5, 5)).toBe(true);
	expect(isWithin(square, 15, 5)).toBe(false);
});

test('counts fit in a ring', () => {
	expect([7, 999, 1000, 1234, 9960, 123_456].map(shortCount)).toEqual([
		'7',
		'999',
		'1k',
		'1.2k',
		'10k',
		'123k'
	]);
});

test('colours of the theme are read whatever way the browser writes them', () => {
	expect(hexOf('rgb(11, 95, 89)')).toBe('#0b5f59');
	expect(hexOf('rgba(11 95 89 / 0.5)')).toBe('#0b5f59');
	expect(parseHexColour('#ff0080')).toEqual([1, 0, 128 / 255]);
	expect(() => parseHexColour('teal')).toThrow('#rrggbb');
});

test('the anchored matrix puts the anchor where the plain one would', () => {
	const plain = Array.from({ length: 16 }, (_, at) => at + 1);
	const moved = anchoredMatrix(plain, { x: 0.5, y: 0.25 });
	expect(Array.from(moved.slice(12))).toEqual(
		[0, 1, 2, 3].map((row) => plain[row]! * 0.5 + plain[4 + row]! * 0.25 + plain[12 + row]!)
	);
});

test('a date window without a date is the snapshot’s day', () => {
	expect(dateWindow(DEFAULT_VIEW, atlas.asOf).day).toBe(atlas.asOf);
});
