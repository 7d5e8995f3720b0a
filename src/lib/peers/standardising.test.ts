import { describe, expect, test } from 'vitest';
import { DomainError } from '#lib/domain/errors.ts';
import { standardise, WINSOR_5_95 } from './column-scale.ts';
import { midRanks } from './mid-ranks.ts';
import { quantile } from '#lib/analysis/numeric/quantile.ts';

const PLAIN = { log: false, winsorise: null, ranks: false };
const NAN = Number.NaN;

describe('quantile', () => {
	test.each([
		{ p: 0, expected: 1 },
		{ p: 0.25, expected: 1.75 },
		{ p: 0.5, expected: 2.5 },
		{ p: 1, expected: 4 }
	])('of 1, 2, 3, 4 at $p is $expected', ({ p, expected }) => {
		expect(quantile([1, 2, 3, 4], p)).toBeCloseTo(expected, 12);
	});

	test('of nothing is unknown', () => {
		expect(quantile([], 0.5)).toBeNull();
	});
});

describe('mid-ranks', () => {
	test('share the mean rank among equal figures and skip blanks', () => {
		expect([...midRanks(Float64Array.of(30, 10, NAN, 30, 20))]).toEqual([3.5, 1, NAN, 3.5, 2]);
	});
});

describe('standardising a column', () => {
	test('subtracts the mean and divides by the sample standard deviation', () => {
		const { z, scale } = standardise('pay', Float64Array.of(2, 4, 6), ['A', 'B', 'C'], PLAIN);

		expect([...z]).toEqual([-1, 0, 1]);
		expect(scale).toMatchObject({ observed: 3, mean: 4, sd: 2, isConstant: false });
	});

	test('leaves blanks out of mean and deviation', () => {
		const { z, scale } = standardise('pay', Float64Array.of(2, NAN, 6), ['A', 'B', 'C'], PLAIN);

		expect(scale).toMatchObject({ observed: 2, mean: 4 });
		expect(z[1]).toBeNaN();
	});

	test('pulls figures beyond the 5th and 95th percentile in to them', () => {
		const values = Float64Array.from({ length: 21 }, (_, at) => (at === 20 ? 1000 : at));
		const { z } = standardise('pay', values, [], { ...PLAIN, winsorise: WINSOR_5_95 });

		expect(z[20]).toBe(z[19]);
		expect(z[0]).toBe(z[1]);
		expect(z[2]).toBeGreaterThan(z[1] ?? NAN);
	});

	test('takes logarithms before it winsorises, so that only proportions count', () => {
		const { z } = standardise('pay', Float64Array.of(1, 10, 100), ['A', 'B', 'C'], { ...PLAIN, log: true });

		expect([...z].map((value) => Math.round(value * 1e9) / 1e9)).toEqual([-1, 0, 1]);
	});

	test.each([0, -3])('refuses the logarithm of %d and names area and column', (value) => {
		const values = Float64Array.of(1, value);

		expect(() => standardise('pay', values, ['A', 'B'], { ...PLAIN, log: true })).toThrow(
			new DomainError(`"pay" of B is ${value}, and a logarithm needs a figure above 0.`)
		);
	});

	test.each([
		{ shape: 'equal figures that rounding would spread', values: [0.1, 0.1, 0.1, NAN] },
		{ shape: 'a single figure', values: [NAN, 7, NAN, NAN] },
		{ shape: 'no figure', values: [NAN, NAN, NAN, NAN] }
	])('calls $shape constant and places every known figure at 0', ({ values }) => {
		const { z, scale } = standardise('pay', Float64Array.from(values), [], PLAIN);

		expect(scale).toMatchObject({ isConstant: true, mean: null, sd: null });
		expect([...z]).toEqual(values.map((value) => (Number.isNaN(value) ? NAN : 0)));
	});

	test('refuses figures whose squares overflow instead of returning NaN', () => {
		expect(() => standardise('pay', Float64Array.of(1e300, -1e300), [], PLAIN)).toThrow(DomainError);
	});
});
