import { expect, test } from 'vitest';
import { intervalPlot } from './interval-plot.ts';

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
