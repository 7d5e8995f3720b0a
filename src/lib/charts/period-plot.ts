import { scaleLinear } from 'd3';

export interface PeriodPlotOptions {
	/** Names of the periods in order ("2019", "2019-07"). */
	periods: readonly string[];
	/** Drawing size in CSS pixels, margins included. */
	width: number;
	height: number;
	/** Ends of the vertical axis. */
	low: number;
	high: number;
	/** Words of a tick. */
	format: (value: number) => string;
}

/** Geometry that every figure over the same periods shares, so that one period stands at one place in all. */
export interface PeriodPlot {
	plot: { left: number; right: number; top: number; bottom: number };
	/** Width of one period. */
	step: number;
	/** Left edge of a period; its number of periods gives the right end. */
	edge: (period: number) => number;
	/** Middle of a period. */
	middle: (period: number) => number;
	y: (value: number) => number;
	xTicks: { x: number; label: string }[];
	yTicks: { y: number; label: string }[];
}

const MARGIN = { top: 10, right: 12, bottom: 24, left: 46 };
const LABEL_PX = 62;

/** Lays out axes over periods: pixels and labels, no DOM. */
export function periodPlot({ periods, width, height, low, high, format }: PeriodPlotOptions): PeriodPlot {
	const plot = {
		left: MARGIN.left,
		right: Math.max(MARGIN.left + 60, width - MARGIN.right),
		top: MARGIN.top,
		bottom: height - MARGIN.bottom
	};
	const step = (plot.right - plot.left) / Math.max(1, periods.length);
	const scale = scaleLinear([low, high === low ? low + 1 : high], [plot.bottom, plot.top]);
	const edge = (period: number): number => plot.left + period * step;
	return {
		plot,
		step,
		edge,
		middle: (period) => edge(period + 0.5),
		y: (value) => scale(value),
		xTicks: tickPeriods(periods, plot.right - plot.left).map((at) => ({
			x: edge(at + 0.5),
			label: periods[at]!.slice(0, periods[at]!.endsWith('-01') ? 4 : undefined)
		})),
		yTicks: scale.ticks(height < 180 ? 3 : 5).map((value) => ({ y: scale(value), label: format(value) }))
	};
}

/** Periods worth naming: Januaries where periods are months, else every nth. */
function tickPeriods(periods: readonly string[], widthPx: number): number[] {
	const most = Math.max(2, Math.floor(widthPx / LABEL_PX));
	const all = [...periods.keys()];
	const januaries = all.filter((at) => periods[at]!.endsWith('-01'));
	const wanted = januaries.length > 1 ? januaries : all;
	const every = Math.ceil(wanted.length / most);
	return wanted.filter((_, at) => at % every === 0);
}

/** The period at a horizontal position; `null` outside the plot. */
export function periodAt({ plot, step }: PeriodPlot, x: number, count: number): number | null {
	const period = Math.floor((x - plot.left) / step);
	return period >= 0 && period < count ? period : null;
}

/** Path of a line through known values; a gap where one is not known. */
export function brokenLine(points: readonly { x: number; y: number | null }[]): string {
	let path = '';
	let isDown = false;
	for (const { x, y } of points) {
		if (y !== null) path += `${isDown ? 'L' : 'M'}${round(x)} ${round(y)}`;
		isDown = y !== null;
	}
	return path;
}

/** Closed path between two lines, one piece for each run of known values. */
export function bandPath(points: readonly { x: number; low: number | null; high: number | null }[]): string {
	let path = '';
	let run: { x: number; low: number; high: number }[] = [];
	const close = (): void => {
		if (run.length > 0) {
			const up = run.map(({ x, high }) => `${round(x)} ${round(high)}`);
			const down = run.map(({ x, low }) => `${round(x)} ${round(low)}`).reverse();
			path += `M${[...up, ...down].join('L')}Z`;
		}
		run = [];
	};
	for (const { x, low, high } of points) {
		if (low === null || high === null) close();
		else run.push({ x, low, high });
	}
	close();
	return path;
}

/** Both with steps: each value holds to the next one. */
export function steps<Value>(
	values: readonly { x: number; value: Value }[],
	end: number
): { x: number; value: Value }[] {
	return values.flatMap(({ x, value }, at) => [
		{ x, value },
		{ x: values[at + 1]?.x ?? end, value }
	]);
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
