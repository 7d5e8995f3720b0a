import type { SurvivalPoint } from './kaplan-meier.ts';

/** A survival curve in a few numbers; times in the curve's own unit. */
export interface SurvivalSummary {
	/** Median time to adoption; `null` when fewer than half adopt within the curve. */
	median: number | null;
	/** 95% limits of the median, from the log-scale limits of the curve; `null` when not reached. */
	medianLower: number | null;
	medianUpper: number | null;
	/** Mean time to adoption up to `until`, and its standard error. */
	restrictedMean: number;
	restrictedMeanError: number;
	/** The time up to which the mean counts. */
	until: number;
}

/** Two survivals this close are the same: the tolerance of R's `survfit` (square root of its epsilon). */
const SAME = 1.4901161193847656e-8;

/**
 * Median and restricted mean of a Kaplan–Meier curve.
 *
 * The median is the first time with S(t) <= 0.5; where S(t) is exactly 0.5 for a while, the middle of that
 * while. Restricted mean = area under the curve up to `until`; variance
 * Σ_j (area after t_j)² d_j / (r_j (r_j - d_j)).
 *
 * @param points a curve of at least one point
 * @param until time up to which the mean counts: the longest time of all groups, so that they compare
 *
 * Source: Klein & Moeschberger, Survival Analysis (2003), sections 4.5 and 7.4; R survival `print.survfit`.
 */
export function survivalSummary(points: readonly SurvivalPoint[], until: number): SurvivalSummary {
	const areas = points.map((point, k) => {
		const next = Math.min(points[k + 1]?.time ?? until, until);
		return Math.max(0, next - point.time) * point.survival;
	});
	let after = areas.reduce((sum, area) => sum + area, 0);
	const mean = after + Math.min(points[0]?.time ?? until, until);
	let variance = 0;
	points.forEach(({ atRisk, events }, k) => {
		if (atRisk > events) variance += (after * after * events) / (atRisk * (atRisk - events));
		after -= areas[k]!;
	});
	return {
		median: firstAtHalf(points, (point) => point.survival),
		medianLower: firstAtHalf(points, (point) => point.lowerLog),
		medianUpper: firstAtHalf(points, (point) => point.upperLog),
		restrictedMean: mean,
		restrictedMeanError: Math.sqrt(variance),
		until
	};
}

function firstAtHalf(
	points: readonly SurvivalPoint[],
	height: (point: SurvivalPoint) => number | null
): number | null {
	const below = points
		.map((point) => ({ time: point.time, value: height(point) }))
		.filter(
			(point): point is { time: number; value: number } => point.value !== null && point.value < 0.5 + SAME
		);
	const first = below[0];
	if (first === undefined) return null;
	const lower = below.find((point) => point.value < first.value);
	const rests = Math.abs(first.value - 0.5) < SAME && lower !== undefined;
	return rests ? (first.time + lower.time) / 2 : first.time;
}
