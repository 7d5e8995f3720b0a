import type { Day } from '#lib/domain/day.ts';

/** One adoption, as far as its place on a curve goes. Times are days, or periods: whole numbers in either case. */
export interface AdoptionSpan {
	/** Null: it is in place, nobody recorded since when; it stands in no curve. */
	startedOn: Day | null;
	/** In place no later than `startedOn`: the true start is earlier. */
	isBy: boolean;
	endedOn: Day | null;
}

export interface AdoptionStep {
	day: Day;
	/** In place at the end of the day. */
	inPlace: number;
	/** Ever begun by the end of the day, ended or not. */
	everBegun: number;
	/** Begun on the day itself, and how many of these only by it. */
	begun: number;
	begunBy: number;
	ended: number;
}

/**
 * Adoption over time, wherever it is drawn or computed: one step a day (or period) on which something begins or
 * ends, oldest first.
 *
 * in place = begun − ended. Adoptions without a recorded start are in no step.
 *
 * @param spans adoptions of one practice, in any order
 */
export function adoptionSeries(spans: readonly AdoptionSpan[]): AdoptionStep[] {
	const dated = spans.filter((span) => span.startedOn !== null);
	const steps = new Map<Day, AdoptionStep>();
	const stepOn = (day: Day): AdoptionStep => {
		const step = steps.get(day) ?? { day, inPlace: 0, everBegun: 0, begun: 0, begunBy: 0, ended: 0 };
		steps.set(day, step);
		return step;
	};
	for (const { startedOn, isBy, endedOn } of dated) {
		const start = stepOn(startedOn!);
		start.begun += 1;
		if (isBy) start.begunBy += 1;
		if (endedOn !== null) stepOn(endedOn).ended += 1;
	}

	let inPlace = 0;
	let everBegun = 0;
	const series = [...steps.values()].sort((a, b) => a.day - b.day);
	for (const step of series) {
		inPlace += step.begun - step.ended;
		everBegun += step.begun;
		step.inPlace = inPlace;
		step.everBegun = everBegun;
	}
	return series;
}

/** The last step on or before a day; null before the first. */
export function stepAt(series: readonly AdoptionStep[], day: Day): AdoptionStep | null {
	return series.findLast((step) => step.day <= day) ?? null;
}

export interface AdoptionYear {
	year: number;
	begun: number;
	begunBy: number;
	ended: number;
	/** In place at the end of the year. */
	inPlace: number;
}

/** The series by calendar year, without gaps between the first and the last year of it. */
export function adoptionYears(series: readonly AdoptionStep[]): AdoptionYear[] {
	const years: AdoptionYear[] = [];
	for (const step of series) {
		const year = new Date(step.day * 86_400_000).getUTCFullYear();
		let last = years.at(-1);
		while (last === undefined || last.year < year) {
			last = {
				year: last === undefined ? year : last.year + 1,
				begun: 0,
				begunBy: 0,
				ended: 0,
				inPlace: last?.inPlace ?? 0
			};
			years.push(last);
		}
		last.begun += step.begun;
		last.begunBy += step.begunBy;
		last.ended += step.ended;
		last.inPlace = step.inPlace;
	}
	return years;
}
