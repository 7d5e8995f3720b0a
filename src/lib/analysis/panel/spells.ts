import { AnalysisError } from '../analysis-error.ts';
import type { Random } from '../numeric/random.ts';
import { dayInterval, periodOf, type DayInterval, type PeriodUnit } from './date-interval.ts';
import { panelFromTimes, type Panel, type UnitTimes } from './panel.ts';

/** One body and its adoption of one practice. Dates are ISO 8601 years, months or days. */
export interface AdoptionSpell {
	id: string;
	/** `null`: not adopted (right-censored). */
	adoption: {
		/** `null`: an adopter whose start nobody knows. */
		startedOn: string | null;
		/** `by`: in place no later than `startedOn`, the true start unknown (left-censored). */
		bound: 'on' | 'by';
		/** `null`: it goes on. */
		endedOn: string | null;
	} | null;
	/** Founding and closing of the body; `null` where unknown or open. */
	foundedOn: string | null;
	closedOn: string | null;
}

/** The periods under study. */
export interface StudyWindow {
	/** First and last day, of any precision; the periods they lie in are included whole. */
	from: string;
	until: string;
	unit: PeriodUnit;
}

/** Which day of an imprecise date is taken; a `Random` draws one. */
export type DateChoice = 'earliest' | 'middle' | 'latest' | Random;

/**
 * Lays spells out over periods. A body counts in the period in which it adopts and no longer in the one
 * in which it stops or closes, save where both are the same period, which then counts.
 *
 * An adopter whose start is unknown counts from the last period, as adopted by then. Where dates of one
 * body overlap within their precision, the order founded, adopted, ended, closed is kept.
 *
 * @throws {AnalysisError} naming the body: a date that is none, adoption certainly before founding or
 *   after closing, an end certainly before the start, a missing or repeated id, a window that ends before it begins
 */
export function panelFromSpells(
	spells: readonly AdoptionSpell[],
	window: StudyWindow,
	choice: DateChoice = 'middle'
): Panel {
	const first = periodOf(dayInterval(window.from, 'the start of the window').first, window.unit);
	const lastDay = dayInterval(window.until, 'the end of the window').last;
	const last = periodOf(lastDay, window.unit);
	const units = spells.map((spell) => unitTimes(spell, window.unit, lastDay, choice));
	return panelFromTimes(units, first, last);
}

function unitTimes(spell: AdoptionSpell, unit: PeriodUnit, lastDay: number, choice: DateChoice): UnitTimes {
	const { id, adoption } = spell;
	const days = intervals(spell);
	assertOrder(id, days);
	const founded = pick(days.founded, choice, -Infinity);
	const started = pick(days.started, choice, founded ?? -Infinity);
	const ended = pick(days.ended, choice, started ?? -Infinity);
	const closed = pick(days.closed, choice, ended ?? started ?? founded ?? -Infinity);
	const period = (day: number | null): number | null => (day === null ? null : periodOf(day, unit));

	const adopted = adoption === null ? null : period(started ?? Math.min(lastDay, closed ?? lastDay));
	const notBefore = (time: number | null): number | null =>
		time === null || adopted === null ? time : Math.max(time, adopted + 1);
	return {
		id,
		adopted,
		adoptedBy: adoption !== null && (adoption.startedOn === null || adoption.bound === 'by'),
		stopped: notBefore(period(ended)),
		founded: period(founded),
		closed: notBefore(period(closed))
	};
}

interface SpellDays {
	founded: DayInterval | null;
	started: DayInterval | null;
	ended: DayInterval | null;
	closed: DayInterval | null;
}

function intervals({ id, adoption, foundedOn, closedOn }: AdoptionSpell): SpellDays {
	const read = (text: string | null | undefined, what: string): DayInterval | null =>
		text === null || text === undefined ? null : dayInterval(text, `${what} of "${id}"`);
	return {
		founded: read(foundedOn, 'the founding'),
		started: read(adoption?.startedOn, 'the adoption'),
		ended: read(adoption?.endedOn, 'the end of the adoption'),
		closed: read(closedOn, 'the closing')
	};
}

function assertOrder(id: string, { founded, started, ended, closed }: SpellDays): void {
	const before = (a: DayInterval | null, b: DayInterval | null): boolean =>
		a !== null && b !== null && a.last < b.first;
	if (before(started, founded)) throw new AnalysisError(`"${id}" adopted before it was founded`);
	if (before(closed, started)) throw new AnalysisError(`"${id}" adopted after it closed`);
	if (before(ended, started)) throw new AnalysisError(`the adoption of "${id}" ended before it started`);
	if (before(closed, founded)) throw new AnalysisError(`"${id}" closed before it was founded`);
}

/** A day of the interval, not before another day. */
function pick(interval: DayInterval | null, choice: DateChoice, notBefore: number): number | null {
	if (interval === null) return null;
	return Math.max(chosen(interval, choice), notBefore);
}

function chosen({ first, last }: DayInterval, choice: DateChoice): number {
	if (choice === 'earliest') return first;
	if (choice === 'latest') return last;
	if (choice === 'middle') return Math.floor((first + last) / 2);
	return first + choice.below(last - first + 1);
}

/** How many spells have an adoption date that may lie in more than one period of the window's unit. */
export function impreciseStarts(spells: readonly AdoptionSpell[], unit: PeriodUnit): number {
	return spells.filter((spell) => {
		const { started } = intervals(spell);
		return started !== null && periodOf(started.first, unit) !== periodOf(started.last, unit);
	}).length;
}

/** How many adoptions have no known start: no date, or one that they were there *by*. */
export function unknownStarts(spells: readonly AdoptionSpell[]): number {
	return spells.filter(
		({ adoption }) => adoption !== null && (adoption.startedOn === null || adoption.bound === 'by')
	).length;
}
