import { calendarEvents, monthTable } from '#lib/learning/calendar.ts';
import { listLibrary, NO_FILTER } from '#lib/learning/library.ts';
import { loadAtlas } from '#lib/server/atlas.ts';
import { knownView } from '#lib/view/known-view.ts';
import { parseView } from '#lib/view/view.ts';
import type { PageServerLoad } from './$types';

const MOST_PAST = 20;

/** Events of the library: what is to come by day, one month as a table, and what there was. */
export const load: PageServerLoad = async (event) => {
	const { searchParams } = event.url;
	const atlas = await loadAtlas(event);
	const { view, problems } = knownView(atlas, parseView(searchParams).view);
	const events = calendarEvents(atlas, listLibrary(atlas, { ...view, date: null }, NO_FILTER));
	const upcoming = events.filter(({ isOver }) => !isOver);
	const past = events.filter(({ isOver }) => isOver).reverse();
	const month = searchParams.get('month');
	return {
		view,
		problems:
			month === null || /^\d{4}-(0[1-9]|1[0-2])$/.test(month)
				? problems
				: [...problems, `There is no month “${month.slice(0, 40)}”; the usual one is shown.`],
		upcoming,
		past: past.slice(0, MOST_PAST),
		pastCount: past.length,
		table: monthTable(events, month, upcoming[0]?.first ?? atlas.asOf)
	};
};
