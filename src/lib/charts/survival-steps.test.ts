import { expect, test } from 'vitest';
import { periodPlot } from './period-plot.ts';
import { atRiskAt, riskTimes, survivalPaths } from './survival-steps.ts';

const plot = periodPlot({
	periods: ['1', '2', '3', '4'],
	width: 458,
	height: 134,
	low: 0,
	high: 1,
	format: String
});
const curve = [
	{ time: 1, survival: 0.5, lower: 0.2, upper: 0.9, atRisk: 4 },
	{ time: 3, survival: 0, lower: null, upper: null, atRisk: 2 }
];

test('starts at everyone, holds each value, and ends its band where there are no limits', () => {
	const { line, band, end } = survivalPaths(curve, plot);
	expect(line).toBe('M46 10L146 10L146 60L346 60L346 110L346 110');
	expect(band.match(/Z/g)).toHaveLength(1);
	expect(end).toEqual({ x: 346, y: 110 });
});

test('an empty curve draws everyone for no time', () => {
	expect(survivalPaths([], plot).end).toBeNull();
});

test('numbers at risk are those just before a time', () => {
	expect(atRiskAt(curve, [1, 2, 3, 4])).toEqual([4, 2, 2, 0]);
});

test('times for the table begin and end with the study, each once', () => {
	expect(riskTimes(63, 5)).toEqual([1, 17, 32, 48, 63]);
	expect(riskTimes(2, 5)).toEqual([1, 2]);
});
