import { describe, expect, test } from 'vitest';
import { sparseMatrix, type SparseMatrix } from '../sparse/sparse-matrix.ts';
import { rowStandardised } from '../sparse/sparse-operations.ts';
import { geary } from './geary.ts';
import { joinCounts } from './join-counts.ts';
import { localMoran } from './local-moran.ts';
import { moran } from './moran.ts';
import {
	adjacencyWeights,
	borderLengthWeights,
	distanceKm,
	distanceWeights,
	sameGroupWeights,
	similarityWeights
} from './weights.ts';

/** Five places in a row, each bordering the next. */
const border = (
	a: number,
	lengthKm: number | null = null
): { a: number; b: number; lengthKm: number | null } => ({ a, b: a + 1, lengthKm });
const row = adjacencyWeights(5, [border(0), border(1), border(2), border(3)]);

function entries({ size, rowStart, column, value }: SparseMatrix): [number, number, number][] {
	return Array.from({ length: size }, (_, from) => from).flatMap((from) =>
		[...column.subarray(rowStart[from], rowStart[from + 1])].map((to, at): [number, number, number] => [
			from,
			to,
			value[rowStart[from]! + at]!
		])
	);
}

describe("Moran's I", () => {
	test('of adoption times over the ties of adopters is the number on paper', () => {
		const pairs = [
			[0, 1],
			[0, 2],
			[1, 2],
			[2, 3],
			[3, 4]
		] as const;
		const ties = adjacencyWeights(
			5,
			pairs.map(([a, b]) => ({ a, b, lengthKm: null }))
		);
		const { I, randomisation } = moran([2020, 2021, 2021, 2022, 2024], rowStandardised(ties));
		expect(I).toBeCloseTo(0.3587, 4);
		expect(randomisation!.expectation).toBe(-0.25);
	});

	test('has the mean and variance of all orders of the values', () => {
		const values = [1, 2, 4, 8, 16];
		const all = orders(values).map((order) => moran(order, row).I!);
		const mean = all.reduce((sum, I) => sum + I, 0) / all.length;
		const variance = all.reduce((sum, I) => sum + (I - mean) ** 2, 0) / all.length;
		const { randomisation, permutation } = moran(values, row, { permutations: 4999, seed: 5 });
		expect(mean).toBeCloseTo(randomisation!.expectation, 12);
		expect(variance).toBeCloseTo(randomisation!.variance, 12);
		const exact = all.filter((I) => I >= moran(values, row).I! - 1e-12).length / all.length;
		expect(permutation!.pGreater).toBeCloseTo(exact, 1.7);
	});

	test('is null for a constant, without neighbours and for one place', () => {
		expect(moran([3, 3, 3, 3, 3], row)).toMatchObject({
			I: null,
			randomisation: null,
			normality: null,
			permutation: null
		});
		expect(moran([1, 2], adjacencyWeights(2, []))).toMatchObject({ I: null, withoutNeighbours: 2 });
		expect(moran([1], adjacencyWeights(1, [])).I).toBeNull();
	});

	test('says which value is not a number', () => {
		expect(() => moran([1, 2, Number.NaN, 4, 5], row)).toThrow('unit 3 is not a number');
		expect(() => moran([1], row)).toThrow('1 values for 5 units');
	});
});

describe("Geary's C", () => {
	test('has expectation one and the variance of all orders of the values', () => {
		const all = orders([1, 2, 4, 8, 16]).map((order) => geary(order, row).C!);
		const mean = all.reduce((sum, C) => sum + C, 0) / all.length;
		expect(mean).toBeCloseTo(1, 12);
		const variance = all.reduce((sum, C) => sum + (C - mean) ** 2, 0) / all.length;
		expect(geary([1, 2, 4, 8, 16], row).randomisation!.variance).toBeCloseTo(variance, 12);
		expect(geary([2, 2, 2, 2, 2], row).C).toBeNull();
	});
});

describe('local Moran', () => {
	test('adds up to the whole and names the kind of place', () => {
		const weights = rowStandardised(row);
		const places = localMoran([1, 2, 4, 8, 16], weights);
		expect(places.reduce((sum, place) => sum + place.I!, 0) / 5).toBeCloseTo(
			moran([1, 2, 4, 8, 16], weights).I!,
			12
		);
		expect(places[0]!.kind).toBe('low among low');
		expect(places[4]!.kind).toBe('high among high');
	});

	test('is null without neighbours', () => {
		const lonely = localMoran([1, 2, 3], adjacencyWeights(3, [border(0)]));
		expect(lonely[2]).toEqual({ I: null, expectation: null, variance: null, z: null, p: null, kind: null });
	});
});

describe('join counts', () => {
	test('have the mean and variance of all ways to deal out the adopters', () => {
		const asymmetric = sparseMatrix(6, {
			row: [0, 0, 1, 2, 3, 4, 5],
			column: [1, 2, 2, 3, 4, 5, 0],
			value: [1, 2, 1, 1, 3, 1, 1]
		});
		const found = orders([1, 1, 1, 0, 0, 0]).map((order) => joinCounts(order, asymmetric));
		for (const kind of ['bothHave', 'neitherHas', 'oneHas'] as const) {
			const counts = found.map((result) => result[kind].count);
			const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
			const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / counts.length;
			expect(found[0]![kind].expectation).toBeCloseTo(mean, 10);
			expect(found[0]![kind].test!.variance).toBeCloseTo(variance, 10);
		}
	});

	test('count a row of places by hand', () => {
		const { bothHave, neitherHas, oneHas } = joinCounts([true, true, false, false, false], row);
		expect([bothHave.count, neitherHas.count, oneHas.count]).toEqual([1, 2, 1]);
		expect(joinCounts([1, 1, 1, 1, 1], row).oneHas.test).toBeNull();
	});
});

describe('weights', () => {
	test('of borders run both ways', () => {
		expect(entries(adjacencyWeights(3, [border(0)]))).toEqual([
			[0, 1, 1],
			[1, 0, 1]
		]);
		expect(entries(borderLengthWeights(3, [border(1, 2.5)]))).toEqual([
			[1, 2, 2.5],
			[2, 1, 2.5]
		]);
		expect(() => borderLengthWeights(3, [border(1)])).toThrow('units 2 and 3 has no length');
	});

	test('of distance fall with kilometres and leave out places without coordinates', () => {
		const london = { longitude: -0.1276, latitude: 51.5072 };
		const leeds = { longitude: -1.5491, latitude: 53.8008 };
		const unknown = { longitude: null, latitude: null };
		expect(distanceKm(london, leeds)).toBeCloseTo(272.7, 0);
		const weights = entries(distanceWeights([london, leeds, unknown], 300));
		expect(weights.map(([a, b]) => [a, b])).toEqual([
			[0, 1],
			[1, 0]
		]);
		expect(weights[0]![2]).toBeCloseTo(1 / 272.7, 4);
		expect(entries(distanceWeights([london, leeds], 100))).toEqual([]);
	});

	test('of the most alike need not be mutual', () => {
		const places = [0, 1, 3, 100];
		const apart = (a: number, b: number): number | null =>
			a === 3 || b === 3 ? null : Math.abs(places[a]! - places[b]!);
		expect(entries(similarityWeights(4, apart, 1))).toEqual([
			[0, 1, 1 / 2],
			[1, 0, 1 / 2],
			[2, 1, 1 / 3]
		]);
	});

	test('of the same group tie nobody without a group', () => {
		expect(entries(sameGroupWeights(['x', null, 'x', null]))).toEqual([
			[0, 2, 1],
			[2, 0, 1]
		]);
	});
});

/** Every order of the items. */
function orders(items: readonly number[]): number[][] {
	if (items.length <= 1) return [[...items]];
	return items.flatMap((item, at) =>
		orders(items.filter((_, other) => other !== at)).map((rest) => [item, ...rest])
	);
}
