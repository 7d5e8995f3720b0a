import { sinceWhen } from '#lib/domain/counting.ts';
import type { Day } from '#lib/domain/day.ts';
import { DATE_PRECISIONS } from '#lib/domain/vocabulary.ts';
import { ALWAYS_AFTER, ALWAYS_BEFORE } from './intervals.ts';
import type { LinkDays } from './network-data.ts';
import type { Presences } from './presence.ts';
import { NO_EVENT } from './known-event.ts';
import type { Known } from './known-event.ts';
import type { Selection } from './selection.ts';

/** What is known to have happened, for a histogram over time. */
export interface DatedEvents {
	/** Days of events that are known to their day or month. */
	days: Day[];
	/** First days of the years of events that are known to their year only. */
	years: Day[];
	/** How exactly the dates are known, in sentences; empty where each is known to its day. */
	note: string;
}

const MONTH = DATE_PRECISIONS.indexOf('month');
const YEAR = DATE_PRECISIONS.indexOf('year');

/** Events in which something in a view begins or ends, up to a day. */
export function presenceEvents(presences: Presences, until: Day): DatedEvents {
	const found = new EventList(until);
	for (let at = 0; at < presences.count; at += 1) {
		found.add(presences.from[at]!, presences.begun[at]!);
		if (presences.to[at] !== ALWAYS_AFTER) found.add(presences.to[at]!, presences.ended[at]!);
	}
	return found.events();
}

/**
 * Events of adoption behind a view, up to a day: the first day at the stage the view counts from, for
 * organisations that are ever in it. What counts where a view filters by nothing that has dates.
 */
export function adoptionEvents(selection: Selection, until: Day): DatedEvents {
	const found = new EventList(until);
	const { atlas, view, ever } = selection;
	for (let row = 0; row < atlas.adoptions.count; row += 1) {
		if (!ever.has(atlas.adoptions.organisation[row]!) || !selection.isMeant(row)) continue;
		const since = sinceWhen(atlas.adoptions, row, view.countFrom);
		if (since === null) continue;
		const known = since.bound === 'by' ? NO_EVENT : DATE_PRECISIONS.indexOf(since.precision);
		found.add(since.day ?? ALWAYS_BEFORE, known);
	}
	return found.events();
}

/** Events in which a link begins, up to a day. */
export function linkEvents({ from, begun }: Pick<LinkDays, 'from' | 'begun'>, until: Day): DatedEvents {
	const found = new EventList(until);
	for (let link = 0; link < from.length; link += 1) found.add(from[link]!, begun[link]!);
	return found.events();
}

class EventList {
	readonly #until: Day;
	readonly #days: Day[] = [];
	readonly #years: Day[] = [];
	#months = 0;
	#bounds = 0;

	constructor(until: Day) {
		this.#until = until;
	}

	add(day: Day, known: Known): void {
		if (day > this.#until) return;
		if (day === ALWAYS_BEFORE || known === NO_EVENT) this.#bounds += 1;
		else if (known === YEAR) this.#years.push(day);
		else {
			this.#days.push(day);
			if (known === MONTH) this.#months += 1;
		}
	}

	events(): DatedEvents {
		const sentences = [
			this.#months === 0 ? '' : `${count(this.#months)} known to ${their(this.#months)} month only.`,
			this.#years.length === 0
				? ''
				: `${count(this.#years.length)} known to ${their(this.#years.length)} year only, and spread over its quarters.`,
			this.#bounds === 0
				? ''
				: `Left out: ${this.#bounds.toLocaleString('en-GB')} begun on a day that is not recorded.`
		];
		return {
			days: this.#days,
			years: this.#years,
			note: sentences.filter((sentence) => sentence !== '').join(' ')
		};
	}
}

function count(events: number): string {
	return `${events.toLocaleString('en-GB')} ${events === 1 ? 'is' : 'are'}`;
}

function their(events: number): string {
	return events === 1 ? 'its' : 'their';
}
