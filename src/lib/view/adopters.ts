import { rowsOf } from '#lib/domain/row-index.ts';
import { anyInWindow } from './date-window.ts';
import type { DateWindow } from './date-window.ts';
import type { Selection } from './selection.ts';
import { inAll } from './span.ts';
import type { Span } from './span.ts';

/** An adoption of a practice by an organisation that passes a view's other conditions. */
export interface CountedAdoption {
	/** Row of the adoption. */
	row: number;
	organisation: number;
	/** The days on which it counts: at the stage the view counts from, while the organisation is in view. */
	days: Span[];
}

/**
 * *Who*: the adoptions of one practice, by whatever kind of organisation, that a selection counts at some time.
 * Those that never reached the stage it counts from, and those of organisations never in view, are none.
 *
 * @param practice row of the practice, whether the selection asks for it or not
 */
export function countedAdoptions(selection: Selection, practice: number): CountedAdoption[] {
	const { atlas, anyone } = selection;
	return Array.from(rowsOf(atlas.index.adoptionsOfPractice, practice)).flatMap((row) => {
		if (!selection.isFact(atlas.adoptions, row)) return [];
		const organisation = atlas.adoptions.organisation[row]!;
		const days = inAll([anyone.presence(organisation), selection.spans(row)]);
		return days.length === 0 ? [] : [{ row, organisation, days }];
	});
}

/** Rows of the organisations that have a practice in a window: in place on its day, or ever by it. */
export function adoptersIn(
	selection: Selection,
	practice: number,
	window: DateWindow = selection.window
): Set<number> {
	return new Set(
		countedAdoptions(selection, practice)
			.filter(({ days }) => anyInWindow(days, window))
			.map(({ organisation }) => organisation)
	);
}

/** How many organisations have a practice in place on a selection's day, and how many ever had by then. */
export function countAdopters(selection: Selection, practice: number): { inPlace: number; ever: number } {
	const on = (mode: DateWindow['mode']): number =>
		adoptersIn(selection, practice, { ...selection.window, mode }).size;
	return { inPlace: on('as-of'), ever: on('cumulative') };
}
