import { addMonths, formatDay, isoDay, parseDay } from '#lib/domain/day.ts';
import type { Day } from '#lib/domain/day.ts';

export interface StripBin {
	/** First day, and the first day no longer in it. */
	from: Day;
	to: Day;
	/** Events in it; quarters of one where only the year is known. */
	count: number;
	label: string;
}

export interface EventStrip {
	/** First day of the first bin. */
	from: Day;
	/** Months that the slider spans; its last position is `until`. */
	months: number;
	until: Day;
	/** One bin a quarter; what began before the first bin is counted in it. */
	bins: StripBin[];
	/** Events before the first bin, told in the words under the strip. */
	earlier: number;
	/** How exactly the dates are known, in sentences; empty for nothing to say. */
	note: string;
	ticks: { at: number; label: string }[];
}

/** Share of the events that may lie before the strip, so that a lone early one does not squash the rest. */
const EARLY_SHARE = 0.02;
const MONTHS_PER_BIN = 3;

/**
 * Bins of a histogram of events over time, by quarter, up to a day.
 *
 * @param days days of the events, in any order
 * @param until last day of the strip, normally the day of the snapshot
 * @param less.years first days of the years of events whose year alone is known: each is spread evenly over
 *   the quarters of its year, since a bar for its first quarter would say that it happened then
 */
export function eventStrip(
	days: readonly Day[],
	until: Day,
	less: { years: readonly Day[]; note: string } = { years: [], note: '' }
): EventStrip {
	const shares = [
		...days.map((day) => ({ day, share: 1 })),
		...less.years.flatMap((year) => {
			const quarters = [0, 1, 2, 3].map((quarter) => addMonths(firstOfYear(year), quarter * MONTHS_PER_BIN));
			const gone = quarters.filter((day) => day <= until);
			return gone.map((day) => ({ day, share: 1 / gone.length }));
		})
	].filter(({ day }) => day <= until);
	const sorted = shares.sort((a, b) => a.day - b.day);
	const first = sorted[Math.floor(sorted.length * EARLY_SHARE)]?.day ?? addMonths(until, -12);
	const from = firstOfYear(Math.min(first, addMonths(until, -12)));

	const bins: StripBin[] = [];
	for (let start = from; start <= until; start = addMonths(start, MONTHS_PER_BIN)) {
		const to = addMonths(start, MONTHS_PER_BIN);
		bins.push({
			from: start,
			to,
			count: 0,
			label: `${formatDay(start, 'month')} to ${formatDay(to - 1, 'month')}`
		});
	}
	let at = 0;
	for (const { day, share } of sorted) {
		while (at < bins.length - 1 && day >= bins[at]!.to) at += 1;
		bins[at]!.count += share;
	}

	return {
		from,
		months: monthsBetween(from, until),
		until,
		bins,
		earlier: Math.round(sorted.reduce((sum, { day, share }) => (day < from ? sum + share : sum), 0)),
		note: less.note,
		ticks: yearTicks(from, until)
	};
}

/** Day of a position of the slider: the last day of that month of the strip, or the strip's last day. */
export function dayAt(strip: Pick<EventStrip, 'from' | 'until' | 'months'>, month: number): Day {
	return month >= strip.months ? strip.until : Math.min(addMonths(strip.from, month + 1) - 1, strip.until);
}

/** Position of the slider for a day, within the strip. */
export function monthAt(strip: Pick<EventStrip, 'from' | 'months'>, day: Day): number {
	return Math.min(strip.months, Math.max(0, monthsBetween(strip.from, day)));
}

function monthsBetween(from: Day, to: Day): number {
	const [a, b] = [isoDay(from), isoDay(to)];
	return (Number(b.slice(0, 4)) - Number(a.slice(0, 4))) * 12 + Number(b.slice(5, 7)) - Number(a.slice(5, 7));
}

function firstOfYear(day: Day): Day {
	return parseDay(`${isoDay(day).slice(0, 4)}-01-01`)!;
}

/** Years worth naming, at most seven, placed as shares of the strip. */
function yearTicks(from: Day, until: Day): EventStrip['ticks'] {
	const first = Number(isoDay(from).slice(0, 4));
	const last = Number(isoDay(until).slice(0, 4));
	const step = [1, 2, 5, 10, 20, 50].find((years) => (last - first) / years <= 6) ?? 100;
	const ticks: EventStrip['ticks'] = [];
	for (let year = Math.ceil(first / step) * step; year <= last; year += step) {
		const day = parseDay(`${year}-01-01`)!;
		if (day <= until) ticks.push({ at: (day - from) / (until - from), label: String(year) });
	}
	return ticks;
}
