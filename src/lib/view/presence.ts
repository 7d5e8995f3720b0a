import { ORGANISATION_KINDS } from '#lib/domain/vocabulary.ts';
import { isInWindow } from './date-window.ts';
import type { DateWindow } from './date-window.ts';
import { lifetime } from './lifetime.ts';
import { inAll } from './span.ts';
import type { Span } from './span.ts';
import type { Selection } from './selection.ts';
import { adoptionPresence, membershipPresence } from './spell-presence.ts';
import type { Presence } from './spell-presence.ts';
import { matchesWords, searchWords } from './words.ts';

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
	/** How the two are known: see `Known`. */
	begun: Uint8Array;
	ended: Uint8Array;
}

/**
 * When one organisation is part of a view, all its filters but the date applied.
 *
 * Without a network, sample data are left out; with one, only its members count, while they are
 * members, or its movement, while they are part of it. With practices (or stages), only organisations that do them, from the stage the view
 * counts from. An organisation exists by the rules of counting.
 */
export function presenceIn(selection: Selection): Presence {
	const { atlas } = selection;
	const passes = staticFilter(selection);
	const conditions = [membershipPresence(selection), adoptionPresence(selection)].filter(
		(condition) => condition !== null
	);
	return (row) => {
		if (!passes(row)) return [];
		return inAll([[lifetime(atlas, row)], ...conditions.map((condition) => condition(row))]);
	};
}

/** The days of each of some organisations, as columns. */
export function listPresences(organisations: number, presence: (row: number) => readonly Span[]): Presences {
	const organisation: number[] = [];
	const spans: Span[] = [];
	for (let row = 0; row < organisations; row += 1) {
		for (const span of presence(row)) {
			organisation.push(row);
			spans.push(span);
		}
	}
	return {
		count: spans.length,
		organisation: Int32Array.from(organisation),
		from: Int32Array.from(spans, ({ from }) => from),
		to: Int32Array.from(spans, ({ to }) => to),
		begun: Uint8Array.from(spans, ({ begun }) => begun),
		ended: Uint8Array.from(spans, ({ ended }) => ended)
	};
}

/** Rows of the organisations that are present in a window, ascending, each once. */
export function organisationsIn(presences: Presences, window: DateWindow): Int32Array {
	const rows = new Int32Array(presences.count);
	let count = 0;
	let last = -1;
	for (let at = 0; at < presences.count; at += 1) {
		const row = presences.organisation[at]!;
		if (row === last) continue;
		if (!isInWindow(presences.from[at]!, presences.to[at]!, window, presences.begun[at])) continue;
		rows[count++] = row;
		last = row;
	}
	return rows.slice(0, count);
}

function staticFilter({ atlas, view }: Selection): (row: number) => boolean {
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
		if (regions.size > 0 && (area < 0 || !isInAny(areas[area]!, regions))) return false;
		if (areaRows.size > 0 && (area < 0 || !areaRows.has(area))) return false;
		if (selected.size > 0 && !selected.has(row)) return false;
		if (words.length === 0) return true;
		const names = [organisations.name[row]!, ...(organisations.otherNames.get(row) ?? [])];
		return names.some((name) => matchesWords(name, words));
	};
}

/** Whether an area lies in one of some regions and nations. */
function isInAny(
	{ region, nation }: { region: string; nation: string },
	places: ReadonlySet<string>
): boolean {
	return places.has(region) || places.has(nation);
}
