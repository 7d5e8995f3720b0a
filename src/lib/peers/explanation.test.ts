import { describe, expect, test } from 'vitest';
import { explainer } from './explanation.ts';
import { featureTable } from './feature-table.ts';
import { peerSpace } from './peer-space.ts';
import { weighting } from './weighting.ts';

const PLACES = 20;
/** Six figures of twenty places; the first two places are what the tests are about. */
const COLUMNS = {
	// Nearly everyone has none of it: no reason.
	common: (at: number) => (at > 15 ? at : 0),
	// Both are high where few are: the best reason.
	rare: (at: number) => (at < 2 ? 90 + at : at),
	// Both are highish, and four more come near.
	fair: (at: number) => (at < 6 ? 60 + at : 10 + at),
	// Far apart.
	far: (at: number) => (at === 0 ? 5 : at === 1 ? 95 : 40 + at),
	// Apart, though not as far.
	apart: (at: number) => (at === 0 ? 20 : at === 1 ? 70 : 40 + at),
	// In the crowded middle.
	middle: (at: number) => (at < 2 ? 51 : 50 + (at % 3))
};
const names = Object.keys(COLUMNS);
const cells = (blank: string | null = null) =>
	Array.from({ length: PLACES }, (_, at) =>
		Object.entries(COLUMNS).map(([name, of]) => (name === blank && at === 1 ? null : of(at)))
	);
const explain = (
	weights: number[] | null = null,
	figures = cells(),
	...more: [((column: string) => string)?, ((column: string) => boolean)?]
) => {
	const table = featureTable(
		figures.map((_, row) => `A${row}`),
		names.slice(0, figures[0]!.length),
		figures
	);
	const space = peerSpace(table, { model: 'zscore', log: [], winsorise: null });
	return explainer(weighting(space, weights), ...more)(0, 1);
};
const columnsOf = (list: readonly { column: string }[]) => list.map(({ column }) => column);

describe('the explanation of a pair', () => {
	test('names likenesses by how few others have them, and never what most share', () => {
		const { mostAlike } = explain();

		expect(columnsOf(mostAlike)).toEqual(['rare', 'fair']);
		expect(mostAlike[0]).toMatchObject({ mine: 90, theirs: 91, likeness: { near: 0 } });
		expect(mostAlike[1]).toMatchObject({ likeness: { near: 4 } });
	});

	test('names differences by what they add to the distance, and never as a likeness', () => {
		const { mostAlike, mostUnlike } = explain();

		expect(columnsOf(mostUnlike)).toEqual(['far', 'apart']);
		expect(columnsOf(mostAlike)).not.toContain('far');
		expect(mostUnlike[0]).toMatchObject({ mine: 5, theirs: 95 });
	});

	test('does not take a far pair for alike because its weight is small', () => {
		expect(columnsOf(explain([1, 1, 1, 0.0001, 1, 1]).mostAlike)).not.toContain('far');
	});

	test('names one figure an aspect', () => {
		const { mostAlike, mostUnlike } = explain(null, cells(), (column) =>
			column === 'fair' ? 'rare' : column === 'apart' ? 'far' : column
		);

		expect(columnsOf(mostAlike)).toEqual(['rare']);
		expect(columnsOf(mostUnlike)).toEqual(['far']);
	});

	test('never names a figure that is known too roughly, without weight, or missing on either side', () => {
		const rough = explain(
			null,
			cells(),
			(column) => column,
			(column) => column === 'rare' || column === 'far'
		);
		expect([...columnsOf(rough.mostAlike), ...columnsOf(rough.mostUnlike)]).toEqual(['fair', 'apart']);

		const { mostAlike, mostUnlike, features, shared, counted } = explain([1, 1, 0, 1, 1, 1], cells('rare'));
		expect(columnsOf(mostAlike)).toEqual([]);
		expect(columnsOf(mostUnlike)).toEqual(['far', 'apart']);
		expect(features[1]).toMatchObject({
			...{ mine: 90, theirs: null, likeness: null, contribution: null, share: null }
		});
		expect([shared, counted]).toEqual([4, 5]);
	});

	test('adds up to the whole', () => {
		const { features, squared } = explain([1, 2, 3, 1, 0, 1]);

		expect(features.reduce((sum, { share }) => sum + (share ?? 0), 0)).toBeCloseTo(1, 12);
		expect(features.reduce((sum, { contribution }) => sum + (contribution ?? 0), 0)).toBe(squared);
	});

	test('of two equal areas sets nothing apart', () => {
		const equal = [
			[1, 2],
			[1, 2],
			[5, 1]
		];
		const { mostUnlike, distance, features } = explain(null, equal);

		expect({ mostUnlike, distance }).toEqual({ mostUnlike: [], distance: 0 });
		expect(features[0]?.share).toBeNull();
	});

	test('of a pair with nothing in common is refused', () => {
		const nothing = [
			[1, null],
			[null, 2],
			[3, 4],
			[5, 7]
		];
		expect(() => explain(null, nothing as number[][])).toThrow('no indicator in common');
	});
});
