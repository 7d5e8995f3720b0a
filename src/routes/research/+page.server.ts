import { redirect } from '@sveltejs/kit';
import { loadAtlas } from '#lib/server/atlas.ts';
import { joinRepeated } from '#lib/view/form-search.ts';
import { knownView } from '#lib/view/known-view.ts';
import { listRecordsApart } from '#lib/view/records-apart.ts';
import { select } from '#lib/view/selection.ts';
import { parseView } from '#lib/view/view.ts';
import { computed } from '../answers.ts';
import { practiceChoices, studiedView, usualPractice } from './practice-choices.ts';
import { researchNetworks } from './research-networks.ts';
import { parseResearch, populationWords, studyChoice } from './research-address.ts';
import { listSavedPeers } from './saved-peers.ts';
import type { PageServerLoad } from './$types';

/** The choice, and the figures that take no time: those without scripts read curve, hazard and survival. */
export const load: PageServerLoad = async (event) => {
	const joined = joinRepeated(event.url.searchParams);
	if (joined !== null) redirect(303, event.url.pathname + joined);

	const atlas = await loadAtlas(event);
	const { view: asked, problems: unknown } = knownView(atlas, parseView(event.url.searchParams).view);
	const view = studiedView(atlas, asked);
	const { state, problems } = parseResearch(event.url.searchParams);
	const selection = select(atlas, view);
	const usual = usualPractice(atlas, view.network);
	const choice = studyChoice(view, state, usual);
	const network = atlas.networks.find(({ slug }) => slug === view.network);
	return {
		view,
		core: await computed(event, 'study-core', choice),
		practiceName: atlas.practices.find(({ slug }) => slug === choice.practice)?.name ?? choice.practice,
		population: populationWords(choice, network?.name ?? null),
		practices: practiceChoices(selection),
		usual,
		apart: listRecordsApart(selection),
		places: [...new Set(atlas.areas.flatMap(({ nation, region }) => [nation, region]))].sort(),
		research: researchNetworks(await event.locals.caller()),
		savedPeers: await listSavedPeers(event, atlas),
		problems: [...unknown, ...problems]
	};
};
