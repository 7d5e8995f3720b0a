import { describe, expect, test } from 'vitest';
import { bandPath, brokenLine, periodAt, periodPlot, steps } from './period-plot.ts';

const months = Array.from(
	{ length: 30 },
	(_, at) => `${2018 + Math.floor((at + 9) / 12)}-${String(((at + 9) % 12) + 1).padStart(2, '0')}`
);
const plot = periodPlot({ periods: months, width: 658, height: 200, low: 0, high: 1, format: String });

describe('periodPlot', () => {
	test('gives every period the same width and puts it back from a position', () => {
		expect(plot.step).toBeCloseTo(20);
		expect(plot.edge(0)).toBe(plot.plot.left);
		expect(periodAt(plot, plot.middle(7), 30)).toBe(7);
		expect(periodAt(plot, plot.plot.left - 1, 30)).toBeNull();
		expect(periodAt(plot, plot.plot.right + 1, 30)).toBeNull();
	});

	test('names Januaries by their year where periods are months', () => {
		expect(plot.xTicks.map(({ label }) => label)).toEqual(['2019', '2020', '2021']);
	});

	test('a constant has an axis all the same', () => {
		const flat = periodPlot({ periods: ['2020'], width: 300, height: 100, low: 0, high: 0, format: String });
		expect(flat.y(0)).toBe(flat.plot.bottom);
		expect(flat.xTicks).toHaveLength(1);
	});
});

describe('paths', () => {
	test('a line breaks where nothing is known', () => {
		expect(
			brokenLine([
				{ x: 0, y: 1 },
				{ x: 1, y: null },
				{ x: 2, y: 3 },
				{ x: 3, y: 4 }
			])
		).toBe('M0 1M2 3L3 4');
	});

	test('a band is one closed piece a run', () => {
		expect(
			bandPath([
				{ x: 0, low: 2, high: 1 },
				{ x: 1, low: null, high: 1 },
				{ x: 2, low: 4, high: 3 }
			])
		).toBe('M0 1L0 2ZM2 3L2 4Z');
	});

	test('steps hold their value to the next one', () => {
		expect(
			steps(
				[
					{ x: 0, value: 5 },
					{ x: 2, value: 6 }
				],
				3
			)
		).toEqual([
			{ x: 0, value: 5 },
			{ x: 2, value: 5 },
			{ x: 2, value: 6 },
			{ x: 3, value: 6 }
		]);
	});
});
