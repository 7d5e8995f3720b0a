/** A smooth course over time: a natural cubic spline, straight before its first knot and level after `heldAt`. */
export interface TimeCourse {
	/** Knots in ascending order (periods counted from 0), at least two; empty: the course is level throughout. */
	knots: readonly number[];
	/** Last period with an event: from it on the course is held as it is. */
	heldAt: number;
}

/** Fewest and most knots of a time course. */
export const KNOTS = { fewest: 3, most: 5 } as const;

/**
 * Places knots at quantiles of the times at which something happened: 3 below 40 events, 4 below 80, else 5, and
 * never more than distinct times. With two distinct times the course is a straight line, with one it is level.
 *
 * @param times periods of events, one an event, in any order
 *
 * Source: Harrell, Regression Modeling Strategies (2015), section 2.4.6 for knots at quantiles.
 */
export function timeCourse(times: readonly number[]): TimeCourse {
	const sorted = [...times].sort((a, b) => a - b);
	const distinct = [...new Set(sorted)];
	const heldAt = sorted.at(-1) ?? 0;
	if (distinct.length < 2) return { knots: [], heldAt };
	const wanted = Math.min(sorted.length < 40 ? 3 : sorted.length < 80 ? 4 : KNOTS.most, distinct.length);
	const inner = Array.from({ length: wanted - 2 }, (_, k) => {
		const at = ((k + 1) / (wanted - 1)) * (sorted.length - 1);
		return sorted[Math.round(at)]!;
	});
	const knots = [...new Set([distinct[0]!, ...inner, heldAt])];
	return { knots, heldAt };
}

/** How many columns {@link courseColumns} writes. */
export function courseSize({ knots }: TimeCourse): number {
	return knots.length === 0 ? 0 : knots.length - 1;
}

/**
 * Values of a period in the spline's basis, without the intercept: time itself, then one cubic piece a knot but two.
 * Time is measured in the distance of the outer knots, so that the columns have no unit.
 *
 * Source: Hastie, Tibshirani & Friedman, The Elements of Statistical Learning (2009), section 5.2.1.
 */
export function courseColumns({ knots, heldAt }: TimeCourse, period: number): number[] {
	if (knots.length === 0) return [];
	const first = knots[0]!;
	const last = knots.at(-1)!;
	const scaled = (time: number): number => (time - first) / (last - first);
	const time = scaled(Math.min(period, heldAt));
	const at = knots.map(scaled);
	const final = at.at(-2)!;
	const cube = (value: number): number => Math.max(value, 0) ** 3;
	const piece = (knot: number): number => (cube(time - knot) - cube(time - 1)) / (1 - knot);
	return [time, ...at.slice(0, -2).map((knot) => piece(knot) - piece(final))];
}
