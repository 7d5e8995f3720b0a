import { describe, expect, test } from 'vitest';
import { DomainError } from '#lib/domain/errors.ts';
import { PRODUCT_COVERAGE, REFERENCE_COVERAGE } from './coverage-rule.ts';
import { pairDistance } from './distance.ts';
import { featureTable } from './feature-table.ts';
import { nearestIndex } from './nearest.ts';
import { peerSpace } from './peer-space.ts';
import { rankPeers } from './ranking.ts';
import { peersVersion } from './version.ts';
import { weighting } from './weighting.ts';

const OPTIONS = { model: 'zscore', log: [], winsorise: null } as const;

/** Five places on a line, so that every distance can be read off. */
const LINE = [[0], [1], [3], [6], [10]];

describe('ranking', () => {
	test('lists the nearest with the share of the other areas that are farther', () => {
		const { peers, ranked, refusal } = rankPeers(weigh(LINE), 1, 3, PRODUCT_COVERAGE);

		expect(peers.map(({ code, rank }) => [code, rank])).toEqual([
			['A0', 1],
			['A2', 2],
			['A3', 3]
		]);
		expect(peers.map(({ similarity }) => similarity)).toEqual([75, 50, 25]);
		expect({ ranked, refusal }).toEqual({ ranked: 4, refusal: null });
	});

	test('keeps the order of the table among areas equally far', () => {
		const { peers } = rankPeers(weigh([[5], [6], [4], [6], [9]]), 0, 3, PRODUCT_COVERAGE);

		expect(peers.map(({ code }) => code)).toEqual(['A1', 'A2', 'A3']);
		expect(peers.map(({ similarity }) => similarity)).toEqual([25, 25, 25]);
	});

	test.each([
		{ what: 'decimals', cells: [[0.2], [0.3], [0.1], [0.7], [-0.3]] },
		{ what: 'units', cells: [[1000.2], [1000.3], [1000.1], [1000.7], [999.7]] },
		{
			what: 'the order of the columns',
			cells: [
				[0, 0, 0],
				[0.1, 0.2, 0.3],
				[0.3, 0.1, 0.2],
				[0.9, 0.9, 0.9],
				[0.2, 0.3, 0.1]
			]
		}
	])('takes for equally far what is so by arithmetic, whatever rounding makes of $what', ({ cells }) => {
		const weighted = weigh(cells);
		const index = nearestIndex(weighted, PRODUCT_COVERAGE);
		const { peers } = rankPeers(weighted, 0, 2, PRODUCT_COVERAGE);

		expect(peers.map(({ code }) => code)).toEqual(['A1', 'A2']);
		expect(peers[0]!.similarity).toBe(peers[1]!.similarity);
		expect(index.nearest(0, 2).map(({ row }) => row)).toEqual([1, 2]);
		expect(rankPeers(weighted, 0, 2, PRODUCT_COVERAGE, index).peers).toEqual(peers);
	});

	test('cuts areas equally far where the table does', () => {
		const { peers } = rankPeers(weigh([[5], [6], [4], [6], [9]]), 0, 2, PRODUCT_COVERAGE);

		expect(peers.map(({ code }) => code)).toEqual(['A1', 'A2']);
	});

	test('refuses an area with figures for less than 60% of the indicators, in words', () => {
		const cells = [[1, null, null], ...Array.from({ length: 4 }, (_, at) => [at, at * at, 7 - at])];
		const { refusal, peers, coverage } = rankPeers(weigh(cells), 0, 3, PRODUCT_COVERAGE);

		expect(peers).toEqual([]);
		expect(coverage).toBeCloseTo(1 / 3, 12);
		expect(refusal).toBe('A0 has figures for only 1 of 3 indicators, which is too few to compare it.');
	});

	test('leaves out others with too many blanks, and pairs that share too little, and counts them', () => {
		const cells = [
			[1, 2, 3, null],
			[1, 2, 3, 4],
			[null, null, 3, 4],
			[2, null, 4, 5],
			[3, 1, 3, 2]
		];

		const product = rankPeers(weigh(cells), 0, 9, PRODUCT_COVERAGE);
		const reference = rankPeers(weigh(cells), 0, 9, REFERENCE_COVERAGE);

		expect(product).toMatchObject({ ranked: 2, leftOut: 2 });
		expect(product.peers.map(({ code }) => code).sort()).toEqual(['A1', 'A4']);
		expect(reference).toMatchObject({ ranked: 3, leftOut: 1 });
	});

	test('says that there is nobody to compare with when every other area is left out', () => {
		const cells = [
			[1, 2, 3],
			[2, null, null],
			[null, 5, null],
			[null, null, 6]
		];

		expect(rankPeers(weigh(cells), 0, 2, PRODUCT_COVERAGE).refusal).toBe(
			'There is no other area to compare A0 with.'
		);
	});

	test.each([0, -1, 1.5, Number.NaN])('rejects %d as a number of peers', (k) => {
		expect(() => rankPeers(weigh(LINE), 0, k, PRODUCT_COVERAGE)).toThrow(DomainError);
	});

	test('rejects a row outside the table', () => {
		expect(() => rankPeers(weigh(LINE), 5, 1, PRODUCT_COVERAGE)).toThrow('There is no row 5');
	});
});

describe('weights', () => {
	test.each([
		{ weights: [1], message: 'There are 1 weights for 2 columns.' },
		{ weights: [1, -2], message: 'The weight of "column 2" is -2' },
		{ weights: [1, Number.NaN], message: 'The weight of "column 2" is NaN' },
		{ weights: [1, 1e300], message: 'The weight of "column 2" is 1e+300' },
		{ weights: [0, 0], message: 'All weights are 0' }
	])('$weights are refused', ({ weights, message }) => {
		expect(() =>
			weigh(
				[
					[1, 2],
					[3, 5]
				],
				weights
			)
		).toThrow(message);
	});

	test('only on constant columns are refused, since they tell nothing apart', () => {
		expect(() =>
			weigh(
				[
					[1, 2],
					[1, 5]
				],
				[1, 0]
			)
		).toThrow('the same everywhere');
	});

	test('a constant column contributes nothing and changes neither distance nor coverage', () => {
		const without = weigh([[1], [3], [9]]);
		const withConstant = weigh([
			[1, 4],
			[3, null],
			[9, 4]
		]);

		expect(pairDistance(withConstant, 0, 1)).toMatchObject({
			counted: 1,
			contributions: [expect.any(Number), null]
		});
		expect(pairDistance(withConstant, 0, 2)?.contributions[1]).toBe(0);
		expect(pairDistance(withConstant, 0, 1)?.squared).toBe(pairDistance(without, 0, 1)?.squared);
		expect([...withConstant.coverage]).toEqual([1, 1, 1]);
	});
});

describe('search', () => {
	test('keeps rows exactly at the limit apart from rows beyond it in a large table', () => {
		const cells = Array.from({ length: 3000 }, (_, at) => [at % 10, at % 7, at % 3, at % 11, at % 5, at % 2]);
		const weighted = weigh(cells, [1, 2, 3, 0.5, 0, 1]);
		const index = nearestIndex(weighted, PRODUCT_COVERAGE);

		for (const row of [0, 17, 2999]) {
			const plain = rankPeers(weighted, row, 25, PRODUCT_COVERAGE).peers;
			expect(index.nearest(row, 25).map((neighbour) => neighbour.row)).toEqual(plain.map((peer) => peer.row));
		}
	});

	test('finds nothing for an area that is not covered', () => {
		const weighted = weigh([
			[1, null, null],
			[1, 2, 3],
			[2, 3, 4]
		]);

		expect(nearestIndex(weighted, PRODUCT_COVERAGE).nearest(0, 2)).toEqual([]);
	});
});

describe('version', () => {
	test('is the same for the same figures and differs for any other figure, model or weight', () => {
		const base = peersVersion(weigh(LINE));

		expect(peersVersion(weigh(LINE.map((row) => [...row])))).toEqual(base);
		expect(peersVersion(weigh([...LINE.slice(0, 4), [10.5]])).universe).not.toBe(base.universe);
		expect(peersVersion(weigh(LINE, [2])).model).not.toBe(base.model);
		expect(peersVersion(weigh(LINE, null, 'robust')).model).not.toBe(base.model);
	});
});

function weigh(
	cells: (number | null)[][],
	weights: number[] | null = null,
	model: 'zscore' | 'robust' = 'zscore'
) {
	const table = featureTable(
		cells.map((_, row) => `A${row}`),
		(cells[0] ?? []).map((_, at) => `column ${at + 1}`),
		cells
	);
	return weighting(peerSpace(table, { ...OPTIONS, model }), weights);
}
