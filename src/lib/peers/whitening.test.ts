import { describe, expect, test } from 'vitest';
import { inverse, Matrix } from 'ml-matrix';
import { featureTable } from './feature-table.ts';
import { squaredDistance } from './distance.ts';
import { peerSpace } from './peer-space.ts';
import { weighting } from './weighting.ts';
import { whiten } from './whitening.ts';

const OPTIONS = { model: 'mahalanobis', log: [], winsorise: null } as const;

describe('the correlation-aware model', () => {
	test('gives the Mahalanobis distance under the shrunken correlation, d² = δ′ R*⁻¹ δ', () => {
		const cells = [
			[1, 2.5, 7],
			[2, 3.5, 1],
			[4, 7, 3],
			[5, 11, 8],
			[9, 16.5, 2]
		];
		const plain = peerSpace(table(cells), { ...OPTIONS, model: 'zscore' }).coordinates;
		const space = peerSpace(table(cells), OPTIONS);
		const z = new Matrix(cells.map((_, row) => [...plain.subarray(row * 3, row * 3 + 3)]));
		const shrinkage = space.shrinkage ?? Number.NaN;
		const correlation = z
			.transpose()
			.mmul(z)
			.div(cells.length - 1);
		const shrunken = correlation.mul(1 - shrinkage).add(Matrix.eye(3).mul(shrinkage));
		const gap = Matrix.sub(z.getRowVector(0), z.getRowVector(4));

		const expected = gap.mmul(inverse(shrunken)).mmul(gap.transpose()).get(0, 0);

		expect(shrinkage).toBeGreaterThanOrEqual(0.1);
		expect(squaredDistance(weighting(space, null), 0, 4)).toBeCloseTo(expected, 10);
	});

	test('counts a repeated column hardly more than once, where the plain model counts it twice', () => {
		const once = Array.from({ length: 40 }, (_, at) => [at % 7, (at * 11) % 13]);
		const twice = once.map(([first = 0, second = 0]) => [first, first, second]);
		const gain = (model: 'zscore' | 'mahalanobis') => {
			const [single, double] = [once, twice].map((cells) =>
				squaredDistance(weighting(peerSpace(table(cells), { ...OPTIONS, model }), null), 0, 6)
			);
			return (double ?? 0) / (single ?? 1);
		};

		expect(gain('zscore')).toBeGreaterThan(1.4);
		expect(gain('mahalanobis')).toBeLessThan(1.15);
	});

	test('stays finite with shares that add up to 100, with blanks and with a constant column', () => {
		const cells = Array.from({ length: 30 }, (_, at) => {
			const first = (at * 7) % 50;
			const second = (at * 13) % 40;
			return [first, second, 100 - first - second, at % 5 === 0 ? null : at, 3];
		});
		const weighted = weighting(peerSpace(table(cells), OPTIONS), null);

		cells.forEach((_, row) => expect(squaredDistance(weighted, 1, row)).toBeLessThan(200));
		expect(weighted.weights[4]).toBe(0);
	});

	test('keeps a blank blank and turns the rest by what the other figures lead one to expect', () => {
		const z = Float64Array.of(-1, -1, 0, 0, 1, 1, 1, Number.NaN);

		const { coordinates } = whiten(z, 2);

		expect(coordinates[7]).toBeNaN();
		// The last row's second figure is expected near 1, as in the row above it.
		expect(coordinates[6]).toBeCloseTo(coordinates[4] ?? Number.NaN, 0);
	});
});

function table(cells: (number | null)[][]) {
	return featureTable(
		cells.map((_, row) => `A${row}`),
		(cells[0] ?? []).map((_, at) => `column ${at + 1}`),
		cells
	);
}
