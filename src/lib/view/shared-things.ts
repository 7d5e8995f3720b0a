import { ALWAYS, ALWAYS_AFTER, ALWAYS_BEFORE, intersect, union } from './intervals.ts';
import type { Intervals } from './intervals.ts';
import { isInWindow } from './date-window.ts';
import type { DateWindow } from './date-window.ts';
import { NO_EVENT, ON_THE_DAY } from './known-event.ts';
import type { Known } from './known-event.ts';

/**
 * Held by more than this at once, a thing ties nobody: three hundred councils that declared the same
 * thing are 45,000 pairs, and none of them has met for it.
 */
export const MOST_HOLDERS = 60;

/**
 * Who holds what is shared, and when, as columns: one row a spell, by thing and holder; the spells of one
 * holder and thing never overlap.
 */
export interface Holdings {
	thing: Int32Array;
	holder: Int32Array;
	from: Int32Array;
	to: Int32Array;
}

export const NO_HOLDINGS: Holdings = {
	thing: new Int32Array(),
	holder: new Int32Array(),
	from: new Int32Array(),
	to: new Int32Array()
};

/** One organisation's hold on one thing. */
export interface Holding {
	holder: number;
	/** Days on which it holds it, in whatever role. */
	days: Intervals;
	/** First days that are recorded events. */
	begins: ReadonlySet<number>;
	/** Whether nothing but inference says so. */
	inferred: boolean;
}

/** Two who hold the same thing at once, once for each unbroken run of days. */
export interface SharingPair {
	a: number;
	b: number;
	from: number;
	to: number;
	/** How the first day is known: no event where it is none for either. */
	begun: Known;
	/** 1 / (n − 1), where n is the most that held the thing at once while both did. */
	weight: number;
	inferred: boolean;
}

/**
 * The pairs that a thing ties, while no more hold it at once than `MOST_HOLDERS`.
 *
 * Source of the weight: Newman, Scientific collaboration networks II, Physical Review E 64 (2001).
 */
export function sharingPairs(holdings: readonly Holding[]): SharingPair[] {
	const counts = holderCounts(holdings);
	const uncrowded = daysOf(counts, (held) => held <= MOST_HOLDERS);
	const usable = holdings
		.map((holding) => ({ ...holding, days: intersect(holding.days, uncrowded) }))
		.filter(({ days }) => days.length > 0);
	const pairs: SharingPair[] = [];
	usable.forEach((one, at) => {
		for (const other of usable.slice(at + 1)) {
			const days = intersect(one.days, other.days);
			for (let span = 0; span < days.length; span += 2) {
				const [from, to] = [days[span]!, days[span + 1]!];
				pairs.push({
					a: Math.min(one.holder, other.holder),
					b: Math.max(one.holder, other.holder),
					from,
					to,
					begun: one.begins.has(from) || other.begins.has(from) ? ON_THE_DAY : NO_EVENT,
					weight: 1 / (mostBetween(counts, from, to) - 1),
					inferred: one.inferred || other.inferred
				});
			}
		}
	});
	return pairs;
}

/** One record that says that an organisation holds a thing. */
export interface HoldingRecord {
	from: number;
	to: number;
	begun: Known;
	inferred: boolean;
}

/** All days on which an organisation holds a thing, however many records say so. */
export function joinedHolding(holder: number, records: readonly HoldingRecord[]): Holding {
	return {
		holder,
		days: union(records.map(({ from, to }) => [from, to])),
		begins: new Set(records.flatMap(({ from, begun }) => (begun === NO_EVENT ? [] : [from]))),
		inferred: records.every(({ inferred }) => inferred)
	};
}

/**
 * How many hold each thing in a window: on its day, or up to it where the window is cumulative.
 *
 * @param things number of things
 */
export function holdersIn(
	{ thing, holder, from, to }: Holdings,
	things: number,
	window: DateWindow
): Int32Array {
	const counts = new Int32Array(things);
	// A change is of the links; who holds the thing is a question of the day.
	const asked: DateWindow = window.mode === 'changed' ? { ...window, mode: 'as-of' } : window;
	let last = -1;
	for (let row = 0; row < thing.length; row += 1) {
		const isSame = last >= 0 && thing[last] === thing[row] && holder[last] === holder[row];
		if (isSame || !isInWindow(from[row]!, to[row]!, asked)) continue;
		counts[thing[row]!]! += 1;
		last = row;
	}
	return counts;
}

/** How many hold a thing from each day on, the days ascending. */
interface Counts {
	days: number[];
	held: number[];
}

function holderCounts(holdings: readonly Holding[]): Counts {
	const steps = new Map<number, number>([[ALWAYS_BEFORE, 0]]);
	for (const { days } of holdings) {
		days.forEach((day, at) => steps.set(day, (steps.get(day) ?? 0) + (at % 2 === 0 ? 1 : -1)));
	}
	const days = [...steps.keys()].sort((a, b) => a - b);
	let held = 0;
	return { days, held: days.map((day) => (held += steps.get(day)!)) };
}

function daysOf({ days, held }: Counts, isWanted: (held: number) => boolean): Intervals {
	if (held.every(isWanted)) return ALWAYS;
	return union(days.flatMap((day, at) => (isWanted(held[at]!) ? [[day, days[at + 1] ?? ALWAYS_AFTER]] : [])));
}

function mostBetween({ days, held }: Counts, from: number, to: number): number {
	let most = 0;
	for (let at = 0; at < days.length && days[at]! < to; at += 1) {
		if ((days[at + 1] ?? ALWAYS_AFTER) > from) most = Math.max(most, held[at]!);
	}
	return most;
}
