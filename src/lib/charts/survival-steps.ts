import { bandPath, brokenLine, steps, type PeriodPlot } from './period-plot.ts';

/** One step of a survival curve; times count periods from the start, 1 being the end of the first. */
export interface SurvivalStep {
	time: number;
	survival: number;
	/** Limits; null where there are none. */
	lower: number | null;
	upper: number | null;
	atRisk: number;
}

export interface SurvivalPaths {
	line: string;
	band: string;
	end: { x: number; y: number } | null;
}

/**
 * Paths of a survival curve that starts at 1 and holds each value until the next time. Limits of 1 stand
 * where nothing has happened yet; where the curve has reached 0 the band ends.
 */
export function survivalPaths(curve: readonly SurvivalStep[], geometry: PeriodPlot): SurvivalPaths {
	const { edge, y, plot } = geometry;
	const known = [{ time: 0, survival: 1, lower: 1, upper: 1, atRisk: 0 }, ...curve];
	const last = Math.min(plot.right, edge(known.at(-1)!.time));
	const stairs = steps(
		known.map((step) => ({ x: Math.min(plot.right, edge(step.time)), value: step })),
		last
	);
	return {
		line: brokenLine(stairs.map(({ x, value }) => ({ x, y: y(value.survival) }))),
		band: bandPath(
			stairs.map(({ x, value: { lower, upper, survival } }) => ({
				x,
				low: lower === null ? (survival === 1 ? y(1) : null) : y(lower),
				high: upper === null ? (survival === 1 ? y(1) : null) : y(upper)
			}))
		),
		end: curve.length === 0 ? null : { x: last, y: y(curve.at(-1)!.survival) }
	};
}

/** How many are at risk at some times: those of the last step on or after each, none left thereafter. */
export function atRiskAt(
	curve: readonly Pick<SurvivalStep, 'time' | 'atRisk'>[],
	times: readonly number[]
): number[] {
	return times.map((time) => curve.find((step) => step.time >= time)?.atRisk ?? 0);
}

/** Times for a row of numbers at risk: the first, the last, and some between. */
export function riskTimes(periods: number, count: number): number[] {
	const times = Array.from(
		{ length: count },
		(_, at) => 1 + Math.round((at * (periods - 1)) / Math.max(1, count - 1))
	);
	return [...new Set(times)];
}
