import { describe, expect, test } from 'vitest';
import { leastSquares } from './least-squares.ts';

const decay = ([height, rate]: readonly number[]): number[] =>
	[0, 1, 2, 3, 4].map((t) => height! * Math.exp(-rate! * t));

describe('nonlinear least squares', () => {
	test('finds the parameters of an exact curve from far away', () => {
		const fit = leastSquares(decay, decay([5, 0.3]), [0.1, 3]);
		expect(fit.settled).toBe(true);
		expect(fit.parameters[0]).toBeCloseTo(5, 8);
		expect(fit.parameters[1]).toBeCloseTo(0.3, 8);
		expect(fit.rss).toBeLessThan(1e-18);
	});

	test('says that parameters cannot be told apart', () => {
		const product = ([a, b]: readonly number[]): number[] => [1, 2, 3].map((t) => a! * b! * t);
		expect(leastSquares(product, [2, 4, 6], [1, 1]).inverse).toBeNull();
	});
});
