import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { exposure } from '#lib/analysis/diffusion/exposure.ts';
import { parseNetwork } from '#lib/analysis/input/network-files.ts';
import { numbersOf, panelOf } from '#lib/analysis/input/node-table.ts';
import { seededRandom } from '#lib/analysis/numeric/random.ts';
import { mapNetwork } from '#lib/analysis/sparse/sparse-matrix.ts';
import { binary } from '#lib/analysis/sparse/sparse-operations.ts';
import { eventHistory } from '#lib/analysis/survival/event-history.ts';
import { courseColumns, courseSize, timeCourse } from './natural-spline.ts';
import { ridgeLogit, type Design } from './ridge-logit.ts';

const folder = new URL('../../../tests/reference/forecast/', import.meta.url);
const text = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

/** The doctors, laid out by the library: exposure a period before, period, and two traits. */
function doctors(): { design: (columns: number) => Design; outcome: Uint8Array } {
	const { nodes, edges } = parseNetwork(
		{ file: 'doctors.csv', content: text('doctors.csv') },
		{ file: 'doctors_edges.csv', content: text('doctors_edges.csv') }
	);
	const range = { first: 1, last: 18 };
	const panel = panelOf(nodes, 'toa', range);
	const { rows } = eventHistory(panel, exposure(panel, mapNetwork(edges.network, binary)), 'zero');
	const [length, journals] = [numbersOf(nodes, 'length'), numbersOf(nodes, 'journ2')];
	const values = rows.map((row) => [1, row.exposure, row.period, length[row.unit]!, journals[row.unit]!]);
	return {
		design: (columns) => ({
			rows: rows.length,
			columns,
			x: Float64Array.from(values.flatMap((row) => row.slice(0, columns)))
		}),
		outcome: Uint8Array.from(rows, (row) => (row.adopted ? 1 : 0))
	};
}

describe('ridge logit', () => {
	const { design, outcome } = doctors();

	test('without penalty it is R’s glm on the doctors', () => {
		const expected = JSON.parse(text('hazard_logit.json')).linear_per;
		const fit = ridgeLogit(design(3), outcome, [0, 0, 0]);
		expect(design(3).rows).toBe(expected.n);
		expect(fit.loglik).toBeCloseTo(expected.loglik, 8);
		expected.coef.forEach((value: number, k: number) => {
			expect(Math.abs(fit.coefficients[k]! - value)).toBeLessThan(1e-6);
			// R’s are those of the fit before the last.
			expect(Math.sqrt(fit.covariance[k * 3 + k]!) / expected.se[k]).toBeCloseTo(1, 4);
		});
	});

	test('with penalties it is what scipy finds', () => {
		const { n, fits } = JSON.parse(text('ridge_logit.json'));
		expect(design(5).rows).toBe(n);
		for (const expected of fits) {
			const fit = ridgeLogit(design(5), outcome, expected.penalty);
			expect(fit.isSettled).toBe(true);
			expect(fit.loglik).toBeCloseTo(expected.loglik, 7);
			expected.coef.forEach((value: number, k: number) => {
				expect(Math.abs(fit.coefficients[k]! - value)).toBeLessThan(1e-6);
				expect(Math.abs(Math.sqrt(fit.covariance[k * 5 + k]!) - expected.se[k])).toBeLessThan(1e-6);
			});
		}
	});

	test('a weight of two is the row twice, of nought no row', () => {
		const whole = design(3);
		const random = seededRandom(3);
		const weights = Float64Array.from({ length: whole.rows }, () => random.below(3));
		const rows = [...weights].flatMap((weight, row) => new Array<number>(weight).fill(row));
		const repeated = {
			rows: rows.length,
			columns: 3,
			x: Float64Array.from(rows.flatMap((row) => [...whole.x.subarray(row * 3, row * 3 + 3)]))
		};
		const weighted = ridgeLogit(whole, outcome, [0, 3, 0], { weights });
		const plain = ridgeLogit(
			repeated,
			rows.map((row) => outcome[row]!),
			[0, 3, 0]
		);
		plain.coefficients.forEach((value, k) => expect(weighted.coefficients[k]).toBeCloseTo(value, 8));
	});

	test('separated rows have a finite fit with a penalty, and an end without one', () => {
		const separated = { rows: 6, columns: 2, x: Float64Array.from([1, 1, 1, 2, 1, 3, 1, 4, 1, 5, 1, 6]) };
		const shrunk = ridgeLogit(separated, [0, 0, 0, 1, 1, 1], [0, 1]);
		expect(shrunk.isSettled).toBe(true);
		expect(shrunk.coefficients[1]).toBeGreaterThan(0.3);
		expect(shrunk.coefficients[1]).toBeLessThan(3);
		const free = (): boolean =>
			Number.isFinite(ridgeLogit(separated, [0, 0, 0, 1, 1, 1], [0, 1e-9]).coefficients[1]);
		expect(free()).toBe(true);
	});

	test('refuses columns that say the same without penalty', () => {
		const twice = { rows: 4, columns: 3, x: Float64Array.from([1, 1, 1, 1, 2, 2, 1, 3, 3, 1, 5, 5]) };
		expect(() => ridgeLogit(twice, [0, 1, 0, 1], [0, 0, 0])).toThrow('cannot be told apart');
	});
});

describe('course of time', () => {
	test('has 3 to 5 knots by the number of events, fewer where events share their times', () => {
		const spread = (count: number): number[] => Array.from({ length: count }, (_, k) => k);
		expect(timeCourse(spread(30)).knots).toHaveLength(3);
		expect(timeCourse(spread(60)).knots).toHaveLength(4);
		expect(timeCourse(spread(300)).knots).toHaveLength(5);
		expect(timeCourse([3, 3, 9]).knots).toEqual([3, 9]);
		expect(courseSize(timeCourse([4, 4]))).toBe(0);
	});

	test('is straight before its first knot, smooth inside, and held after the last event', () => {
		const course = timeCourse([0, 3, 7, 11, 20]);
		const at = (period: number): number[] => courseColumns(course, period);
		expect(at(25)).toEqual(at(20));
		const bend = (period: number, column: number): number =>
			at(period + 1)[column]! - 2 * at(period)[column]! + at(period - 1)[column]!;
		expect(bend(-3, 1)).toBeCloseTo(0, 12);
		expect(bend(7, 1)).not.toBe(0);
		// A natural spline is straight where it ends.
		const slope = (period: number): number => (at(period + 1e-4)[1]! - at(period - 1e-4)[1]!) / 2e-4;
		expect(slope(19.99) - slope(19.98)).toBeLessThan(2e-3 * Math.abs(slope(19.9)) + 1e-4);
	});
});
