import { area, curveStepAfter, line, scaleLinear, scaleUtc, utcFormat } from 'd3';
import type { Day } from '#lib/domain/day.ts';
import type { AdoptionStep } from '#lib/analysis/diffusion/adoption-series.ts';
import { adoptionYears, stepAt } from '#lib/analysis/diffusion/adoption-series.ts';

export interface CurveOptions {
	/** Drawing size in CSS pixels, margins included. */
	width: number;
	height: number;
	/** First and last day of the time axis. */
	from: Day;
	until: Day;
	/** Day of the handle. */
	date: Day;
}

export interface AdoptionCurve {
	/** SVG path data; empty when nobody has adopted on a recorded date. */
	line: string;
	wash: string;
	xTicks: { x: number; label: string }[];
	yTicks: { y: number; label: string }[];
	/** New in each year; the lower part of a bar is known only as "by" a date. */
	bars: { x: number; width: number; y: number; height: number; byHeight: number; label: string }[];
	/** Short strokes on the line where a start is only known as "by" that day. */
	hints: { x: number; y: number }[];
	/** Where the line ends, and what stands there. */
	end: { x: number; y: number; inPlace: number } | null;
	handle: { x: number; y: number; inPlace: number };
	plot: { left: number; right: number; top: number; bottom: number };
	barPlot: { top: number; bottom: number; most: number };
}

const MARGIN = { top: 20, right: 84, bottom: 26, left: 40 };
const BAR_PLOT_PX = 54;
const GAP_PX = 22;
const MS_PER_DAY = 86_400_000;
const yearLabel = utcFormat('%Y');
const monthLabel = utcFormat('%b %Y');

/**
 * Geometry of an adoption curve over bars of what was new each year: pixels and labels, no DOM.
 *
 * The last number is carried to `until`, so that a flat end reads as "no new adopters", not as
 * missing data. Both axes start at zero, so that one adopter is seen as one.
 */
export function adoptionCurve(
	series: readonly AdoptionStep[],
	{ width, height, from, until, date }: CurveOptions
): AdoptionCurve {
	const barPlot = { bottom: height - MARGIN.bottom, top: height - MARGIN.bottom - BAR_PLOT_PX };
	const plot = {
		left: MARGIN.left,
		right: Math.max(MARGIN.left + 80, width - MARGIN.right),
		top: MARGIN.top,
		bottom: barPlot.top - GAP_PX
	};

	const x = scaleUtc([from * MS_PER_DAY, until * MS_PER_DAY], [plot.left, plot.right]);
	const most = Math.max(1, ...series.map((step) => step.inPlace));
	const y = scaleLinear([0, most], [plot.bottom, plot.top]).nice(4);
	const at = (day: Day): number => x(day * MS_PER_DAY);

	const last = series.findLast((step) => step.day <= until);
	const shown = series.filter((step) => step.day >= from && step.day <= until);
	const before = stepAt(series, from - 1);
	const steps = [
		{ day: from, inPlace: before?.inPlace ?? 0 },
		...shown,
		...(last === undefined ? [] : [{ day: until, inPlace: last.inPlace }])
	];
	const isEmpty = last === undefined;

	const years = adoptionYears(series.filter((step) => step.day <= until));
	const mostNew = Math.max(1, ...years.map((year) => year.begun));
	const barY = scaleLinear([0, mostNew], [barPlot.bottom, barPlot.top]);

	return {
		line: isEmpty
			? ''
			: (line<{ day: Day; inPlace: number }>()
					.x((step) => at(step.day))
					.y((step) => y(step.inPlace))
					.curve(curveStepAfter)
					.digits(1)(steps) ?? ''),
		wash: isEmpty
			? ''
			: (area<{ day: Day; inPlace: number }>()
					.x((step) => at(step.day))
					.y0(plot.bottom)
					.y1((step) => y(step.inPlace))
					.curve(curveStepAfter)
					.digits(1)(steps) ?? ''),
		xTicks: x
			.ticks(Math.max(2, Math.floor((plot.right - plot.left) / 90)))
			.map((tick) => ({ x: x(tick), label: tick.getUTCMonth() === 0 ? yearLabel(tick) : monthLabel(tick) })),
		yTicks: y
			.ticks(4)
			.filter(Number.isInteger)
			.map((count) => ({ y: y(count), label: count.toLocaleString('en-GB') })),
		bars: years
			.filter((year) => year.begun > 0)
			.map((year) => {
				const start = Math.max(plot.left, x(Date.UTC(year.year, 0, 1)) + 1);
				const end = Math.min(plot.right, x(Date.UTC(year.year + 1, 0, 1)) - 1);
				return {
					x: start,
					width: Math.max(2, end - start),
					y: barY(year.begun),
					height: barPlot.bottom - barY(year.begun),
					byHeight: barPlot.bottom - barY(year.begunBy),
					label: String(year.begun)
				};
			}),
		hints: shown.filter((step) => step.begunBy > 0).map((step) => ({ x: at(step.day), y: y(step.inPlace) })),
		end: last === undefined ? null : { x: plot.right, y: y(last.inPlace), inPlace: last.inPlace },
		handle: handleAt(stepAt(series, date)?.inPlace ?? 0),
		plot,
		barPlot: { ...barPlot, most: mostNew }
	};

	function handleAt(inPlace: number): AdoptionCurve['handle'] {
		return { x: Math.min(plot.right, Math.max(plot.left, at(date))), y: y(inPlace), inPlace };
	}
}
