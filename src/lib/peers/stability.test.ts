import { describe, expect, test } from 'vitest';
import { PRODUCT_COVERAGE } from './coverage-rule.ts';
import { featureTable } from './feature-table.ts';
import { peerSpace } from './peer-space.ts';
import { leaveOneOut, redrawWeights } from './stability.ts';
import { weighting } from './weighting.ts';

const weigh = (cells: number[][], weights: number[] | null = null) => {
	const table = featureTable(
		cells.map((_, row) => `A${row}`),
		(cells[0] ?? []).map((_, at) => `column ${at + 1}`),
		cells
	);
	return weighting(peerSpace(table, { model: 'zscore', log: [], winsorise: null }), weights);
};
/** A0 has a twin; A2 is like it in the first figure, A3 in the second. */
const CORNERS = [
	[0, 0],
	[0.1, 0.1],
	[0.2, 9],
	[9, 0.2],
	[9, 9],
	[5, 5]
];

describe('leaving a part of the figures out', () => {
	test('shows which peers hang on it', () => {
		expect(leaveOneOut(weigh(CORNERS), 0, 2, PRODUCT_COVERAGE)).toMatchObject([
			{ part: 'column 1', dropped: ['A5'], entered: ['A3'], agreement: { share: 0.5 } },
			{ part: 'column 2', dropped: ['A5'], entered: ['A2'], agreement: { share: 0.5 } }
		]);
	});

	test('takes the columns of a part together, and passes over what has no weight', () => {
		const cells = CORNERS.map(([a = 0, b = 0]) => [a, a, b, 7 * a + b]);
		const without = leaveOneOut(weigh(cells, [1, 1, 1, 0]), 0, 2, PRODUCT_COVERAGE, ['x', 'x', 'y', 'z']);

		expect(without.map(({ part }) => part)).toEqual(['x', 'y']);
		expect(without[0]!.entered).toEqual(['A3']);
	});

	test('has no answer with a single part', () => {
		expect(leaveOneOut(weigh(CORNERS), 0, 2, PRODUCT_COVERAGE, ['all', 'all'])).toEqual([]);
	});
});

describe('drawing other weights', () => {
	const redraw = (k: number, parts?: string[]) =>
		redrawWeights(weigh(CORNERS), 0, k, PRODUCT_COVERAGE, CORNERS.length - 1, parts);

	test('holds a twin always and others now and then', () => {
		const { draws, peers, kept, byLot } = redraw(2)!;

		expect(draws).toBe(200);
		expect(peers[0]).toEqual({ code: 'A1', share: 1 });
		expect(peers[1]!.code).toBe('A5');
		expect(peers[1]!.share).toBeGreaterThan(0.2);
		expect(peers[1]!.share).toBeLessThan(0.9);
		expect(kept).toBeCloseTo((1 + peers[1]!.share) / 2, 12);
		expect(byLot).toBe(2 / 5);
	});

	test('says that a list of everyone holds by lot too', () => {
		expect(redraw(5)).toMatchObject({ kept: 1, byLot: 1 });
	});

	test('is the same each time, and moves the columns of a part together', () => {
		expect(redraw(2)).toEqual(redraw(2));
		expect(redraw(2, ['all', 'all'])).toBeNull();
	});

	test('changes nothing where every part says the same', () => {
		const cells = CORNERS.map(([a = 0]) => [a, a, a]);
		const { peers } = redrawWeights(weigh(cells), 0, 2, PRODUCT_COVERAGE, 5)!;
		expect(peers.every(({ share }) => share === 1)).toBe(true);
	});
});
