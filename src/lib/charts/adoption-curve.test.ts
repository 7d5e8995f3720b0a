import { describe, expect, test } from 'vitest';
import { parseDay } from '#lib/domain/day.ts';
import { adoptionCurve } from './adoption-curve.ts';
import { adoptionSeries } from '#lib/analysis/diffusion/adoption-series.ts';

const day = (text: string) => parseDay(text)!;
const options = {
	width: 700,
	height: 320,
	from: day('2015-01-01'),
	until: day('2021-01-01'),
	date: day('2018-01-01')
};
const open = (started: string, isBy = false) => ({ startedOn: day(started), endedOn: null, isBy });

describe('adoptionCurve', () => {
	const series = adoptionSeries([open('2016-03-01'), open('2017-05-01', true), open('2019-01-01')]);
	const curve = adoptionCurve(series, options);

	test('ends at the last number, on the right edge', () => {
		expect(curve.end).toMatchObject({ x: curve.plot.right, inPlace: 3 });
		expect(curve.end?.y).toBe(curve.plot.top);
	});

	test('reads the number in place at the handle', () => {
		expect(curve.handle.inPlace).toBe(2);
		expect(curve.handle.x).toBeGreaterThan(curve.plot.left);
		expect(curve.handle.x).toBeLessThan(curve.plot.right);
	});

	test('names whole numbers only', () => {
		expect(curve.yTicks.map((tick) => tick.label)).toEqual(['0', '1', '2', '3']);
	});

	test('has one bar a year in which something began, hatched as far as it is only "by"', () => {
		expect(curve.bars.map((bar) => bar.label)).toEqual(['1', '1', '1']);
		expect(curve.bars.map((bar) => bar.byHeight > 0)).toEqual([false, true, false]);
		expect(curve.hints).toHaveLength(1);
	});

	test('draws nothing, but keeps its axes, when nobody adopted', () => {
		const empty = adoptionCurve([], options);
		expect(empty).toMatchObject({ line: '', wash: '', end: null, bars: [], hints: [] });
		expect(empty.xTicks.length).toBeGreaterThan(1);
		expect(empty.handle.inPlace).toBe(0);
	});

	test('keeps the handle on the plot when the date is outside it', () => {
		const late = adoptionCurve(series, { ...options, date: day('2030-01-01') });
		expect(late.handle.x).toBe(late.plot.right);
	});

	test('has no number that is none', () => {
		expect(JSON.stringify([curve, adoptionCurve([], options)])).not.toMatch(/NaN|null,"y"|Infinity/);
	});
});
