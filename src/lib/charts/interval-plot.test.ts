import { expect, test } from 'vitest';
import { axisLines, intervalPlot } from './interval-plot.ts';

const rows = [
	{ name: 'border', value: 0.6, lower: 0.1, upper: 1.2 },
	{ name: 'region', value: null, lower: null, upper: null }
];

test('puts zero on the scale whatever the estimates', () => {
	const plot = intervalPlot(rows, 500);
	expect(plot.ticks.map(({ label }) => label)).toContain('0');
	expect(plot.rows[0]!.from).toBeGreaterThan(plot.zero);
	expect(plot.rows[0]!.from!).toBeLessThan(plot.rows[0]!.x!);
});

test('a row without an estimate keeps its place and has no mark', () => {
	const plot = intervalPlot(rows, 500);
	expect(plot.rows[1]).toMatchObject({ x: null, from: null, to: null });
	expect(plot.rows[1]!.y).toBeGreaterThan(plot.rows[0]!.y);
});

test('an axis longer than the plot goes on in another line, and loses no word', () => {
	const axis = 'Log odds ratio of adopting: all contacts adopted against none, with 95% interval';
	expect(axisLines(axis, 720)).toEqual([axis]);
	const narrow = axisLines(axis, 280);
	expect(narrow.length).toBeGreaterThan(1);
	expect(Math.max(...narrow.map((line) => line.length))).toBeLessThanOrEqual(40);
	expect(narrow.join(' ')).toBe(axis);
});
