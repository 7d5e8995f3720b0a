import type { Atlas } from '#lib/domain/atlas.ts';
import { addMonths, dayOrNull } from '#lib/domain/day.ts';
import type { Day } from '#lib/domain/day.ts';
import { ORGANISATION_KINDS } from '#lib/domain/vocabulary.ts';
import { adoptionPresence, membershipPresence } from './spell-presence.ts';
import { ALWAYS, ALWAYS_AFTER, ALWAYS_BEFORE, intersect } from './intervals.ts';
import type { Intervals } from './intervals.ts';
import { matchesWords, searchWords } from './words.ts';
import type { DateMode, View } from './view.ts';

/**
 * When each organisation is part of a view: for every organisation that passes the view's filters,
 * the intervals `[from, to)` of days on which it does. The chosen date is not applied, so one set
 * of presences serves every position of the date slider: views count, colour and cluster from it.
 *
 * Rows are sorted by organisation, then by date; intervals of one organisation never overlap.
 */
export interface Presences {
	count: number;
	organisation: Int32Array;
	/** First day; `ALWAYS_BEFORE` where the start is not recorded. */
	from: Int32Array;
	/** First day no longer; `ALWAYS_AFTER` while it lasts. */
	to: Int32Array;
}

/** What the date part of a view asks of a presence. */
export interface DateWindow {
	mode: DateMode;
	day: Day;
	/** First day of the window of mode *changed*; unused by the others. */
	since: Day;
}

/** The date part of a view, with the snapshot's day where no date is chosen. */
export function dateWindow(view: Pick<View, 'date' | 'mode' | 'months'>, asOf: Day): DateWindow {
	const day = view.date ?? asOf;
	return { mode: view.mode, day, since: addMonths(day, -view.months) + 1 };
}

/**
 * Whether a presence is in the window: running on the day (*as of*), begun by it (*cumulative*), or
 * begun or ended within the window (*changed*).
 */
export function isInWindow(from: number, to: number, { mode, day, since }: DateWindow): boolean {
	switch (mode) {
		case 'as-of':
			return from <= day && to > day;
		case 'cumulative':
			return from <= day;
		case 'changed':
			return (from >= since && from <= day) || (to >= since && to <= day);
	}
}

/**
 * Applies every filter of a view but its date.
 *
 * Without a network, sample data are left out; with one, only its members count, while they are
 * members. With practices (or stages), only organisations that do them, from the stage the view
 * counts from. An organisation exists from its founding to its closing where these are recorded.
 */
export function listPresences(atlas: Atlas, view: View): Presences {
	const passes = staticFilter(atlas, view);
	const ofNetwork = membershipPresence(atlas, view);
	const ofPractice = adoptionPresence(atlas, view);

	const organisation: number[] = [];
	const from: number[] = [];
	const to: number[] = [];
	for (let row = 0; row < atlas.organisations.count; row += 1) {
		if (!passes(row)) continue;
		let days = lifetime(atlas, row);
		if (ofNetwork !== null) days = intersect(ofNetwork(row), days);
		if (ofPractice !== null && days.length > 0) days = intersect(ofPractice(row), days);
		for (let at = 0; at < days.length; at += 2) {
			organisation.push(row);
			from.push(days[at]!);
			to.push(days[at + 1]!);
		}
	}
	return {
		count: organisation.length,
		organisation: Int32Array.from(organisation),
		from: Int32Array.from(from),
		to: Int32Array.from(to)
	};
}

/** Rows of the organisations that are present in a window, ascending, each once. */
export function organisationsIn(presences: Presences, window: DateWindow): Int32Array {
	const rows = new Int32Array(presences.count);
	let count = 0;
	let last = -1;
	for (let at = 0; at < presences.count; at += 1) {
		const row = presences.organisation[at]!;
		if (row === last || !isInWindow(presences.from[at]!, presences.to[at]!, window)) continue;
		rows[count++] = row;
		last = row;
	}
	return rows.slice(0, count);
}

function lifetime(atlas: Atlas, row: number): Intervals {
	const founded = dayOrNull(atlas.organisations.foundedOn[row]);
	const closed = dayOrNull(atlas.organisations.closedOn[row]);
	return founded === null && closed === null ? ALWAYS : [founded ?? ALWAYS_BEFORE, closed ?? ALWAYS_AFTER];
}

function staticFilter(atlas: Atlas, view: View): (row: number) => boolean {
	const { organisations, areas, index } = atlas;
	const kinds = new Set(view.kinds.map((kind) => ORGANISATION_KINDS.indexOf(kind)));
	const regions = new Set(view.regions);
	const areaRows = new Set(view.areas.map((code) => index.areaByCode.get(code) ?? -1));
	const selected = new Set(view.selection.map((slug) => index.organisationBySlug.get(slug) ?? -1));
	const words = searchWords(view.query);

	return (row) => {
		if (view.network === null && organisations.isSample[row] === 1) return false;
		if (kinds.size > 0 && !kinds.has(organisations.kind[row]!)) return false;
		const area = organisations.area[row]!;
		if (regions.size > 0 && (area < 0 || !regions.has(areas[area]!.region))) return false;
		if (areaRows.size > 0 && (area < 0 || !areaRows.has(area))) return false;
		if (selected.size > 0 && !selected.has(row)) return false;
		if (words.length === 0) return true;
		const names = [organisations.name[row]!, ...(organisations.otherNames.get(row) ?? [])];
		return names.some((name) => matchesWords(name, words));
	};
}
