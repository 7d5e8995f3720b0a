import { describe, expect, test } from 'vitest';
import { featureTable } from './feature-table.ts';
import { likenessIn } from './likeness.ts';
import { peerSpace, subspace } from './peer-space.ts';

/** Twelve places: most without any of it, a few with a little, two with much. */
const SHARES = [0, 0, 0, 0, 0, 0, 0, 0, 2, 4, 30, 31];
const likeness = (values: (number | null)[], log = false, rows?: number[]) => {
	const table = featureTable(
		values.map((_, row) => `A${row}`),
		['share'],
		values.map((value) => [value])
	);
	const space = peerSpace(table, { model: 'zscore', log: log ? ['share'] : [], winsorise: null });
	return likenessIn(rows === undefined ? space : subspace(space, rows), 0);
};

describe('likeness in one figure', () => {
	test('is common where most share it, and rare where few do', () => {
		const of = likeness(SHARES);

		expect(of(0, 1)).toMatchObject({ apart: 0, near: 8 - 2, commonness: 7 / 11 });
		expect(of(10, 11)).toMatchObject({ near: 0, commonness: 1 / 11 });
	});

	test('says the place of both among all, counted from either end, equal figures alike', () => {
		const { mine, theirs } = likeness(SHARES)(0, 10)!;

		expect(mine).toEqual({ fromTop: 5, fromBottom: 1, of: 12 });
		expect(theirs).toEqual({ fromTop: 2, fromBottom: 11, of: 12 });
	});

	test('is measured by the usual spread, which two extremes do not widen', () => {
		const plain = [...Array.from({ length: 98 }, (_, at) => at), 188_289, 459_185];
		const { apart } = likeness(plain)(98, 99)!;

		// The middle two thirds of 0 to 97 and the two reach about 68, so that the spread is about 34.
		expect(apart).toBeGreaterThan(270_000 / 35);
		expect(likeness(plain)(10, 27)!.apart).toBeCloseTo(0.5, 1);
	});

	test('must hold in plain figures and in proportion where both count', () => {
		const shares = [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 75, 98];

		expect(likeness(shares, true)(11, 12)!.apart).toBeGreaterThan(2);
		expect(likeness(shares, true)(0, 1)!.apart).toBeGreaterThan(likeness(shares)(0, 1)!.apart);
	});

	test('is rare or not among those compared, while the spread is that of all', () => {
		const all = Array.from({ length: 40 }, (_, at) => at);
		const few = likeness(all, false, [0, 1, 2, 3, 4, 5])(0, 1)!;

		expect(few.mine.of).toBe(6);
		// A quarter of the spread of all reaches to the fourth: two others come as near.
		expect(few).toMatchObject({ near: 2, commonness: 3 / 5 });
		expect(few.apart).toBe(likeness(all)(0, 1)!.apart);
	});

	test('is unknown where a figure is, and where nothing differs', () => {
		expect(likeness([1, null, 3, 4])(0, 1)).toBeNull();
		expect(likeness([5, 5, 5, 5])(0, 1)).toBeNull();
	});
});
