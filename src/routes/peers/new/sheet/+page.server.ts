import { error } from '@sveltejs/kit';
import { formatDay } from '#lib/domain/day.ts';
import { madeStories } from '#lib/proposals/made-before.ts';
import { proposalSheet } from '#lib/proposals/sheet.ts';
import { askedAbout, loadProposals } from '../load-proposals.ts';
import type { PageServerLoad } from './$types';

/** Two pages about the proposal that is looked at, for a committee. */
export const load: PageServerLoad = async (event) => {
	const loaded = await loadProposals(event);
	const { drawn, shown, atlas, selection } = loaded;
	const reading = drawn[shown]?.reading;
	if (reading === undefined) {
		const [problem] = loaded.read.flatMap(({ problems }) => problems);
		error(400, problem ?? 'Choose two or more areas: no area was given.');
	}
	return {
		sheet: proposalSheet(reading, askedAbout(loaded, reading), madeStories(selection)),
		asOf: formatDay(atlas.asOf),
		back: `/peers/new${event.url.search}`,
		address: `${event.url.origin}/peers/new${event.url.search}`
	};
};
