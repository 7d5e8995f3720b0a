import { describe, expect, test } from 'vitest';
import { mapMoments } from './study-map.ts';

/** A study of ten years in which so many adopted each year, one area each. */
function study(...adopting: number[]) {
	const core = {
		curve: adopting.map((count) => ({ adopting: count })),
		periods: adopting.map((_, at) => String(2010 + at)),
		unit: 'year'
	} as unknown as Parameters<typeof mapMoments>[0];
	const hexagons = adopting.flatMap((count, at) => Array.from({ length: count }, () => ({ period: at })));
	return (focus: number | null) => mapMoments(core, hexagons, focus).map(({ period }) => period);
}

describe('moments worth a map', () => {
	test('are those at which a tenth, a quarter, half and nine tenths had adopted, and the end', () => {
		expect(study(1, 2, 2, 4, 1)(null)).toEqual([0, 1, 2, 3, 4]);
	});

	test('each show other areas: one adopter is one map', () => {
		expect(study(0, 1, 0, 0)(null)).toEqual([3]);
		expect(study(5, 0, 5, 0)(null)).toEqual([0, 3]);
	});

	test('end at the period in focus, and are as many whatever that is', () => {
		const moments = study(1, 2, 2, 4, 1);
		expect(moments(1)).toEqual([0, 1, 2, 3, 1]);
		expect([0, 1, 2, 3, 4].map((focus) => moments(focus).length)).toEqual([5, 5, 5, 5, 5]);
	});

	test('of areas that are not studied are those of nobody', () => {
		const core = { curve: [{ adopting: 3 }, { adopting: 1 }], periods: ['a', 'b'], unit: 'year' };
		expect(
			mapMoments(core as never, [{ period: undefined }, { period: null }], null).map(({ note }) => note)
		).toEqual(['0 areas']);
	});
});
