import { redirect } from '@sveltejs/kit';
import { areaFinder } from '#lib/councils/find-area.ts';
import { loadAreas } from '#lib/server/areas.ts';
import { loadAtlas } from '#lib/server/atlas.ts';
import { joinRepeated } from '#lib/view/form-search.ts';
import { knownView } from '#lib/view/known-view.ts';
import { listRecordsApart } from '#lib/view/records-apart.ts';
import { select } from '#lib/view/selection.ts';
import { parseView } from '#lib/view/view.ts';
import { compareCouncils } from '#lib/council-peers/comparison.ts';
import type { PageServerLoad } from './$types';

const MOST = 6;

/** Two to six councils side by side; one that is typed in joins them. */
export const load: PageServerLoad = async (event) => {
	const { url } = event;
	const joined = joinRepeated(url.searchParams);
	if (joined !== null) redirect(303, url.pathname + joined);

	const [atlas, areas] = await Promise.all([loadAtlas(event), loadAreas(event)]);
	const find = areaFinder(areas, atlas, atlas.asOf);
	const asked = (url.searchParams.get('areas') ?? '').split('~').filter((word) => word !== '');
	const problems: string[] = [];
	const notes: string[] = [];
	const codes: string[] = [];
	for (const word of asked) {
		const found = find(word);
		if (!found.ok) problems.push(found.message);
		else {
			if (found.note !== null) notes.push(found.note);
			if (!codes.includes(found.code)) codes.push(found.code);
		}
	}
	const add = url.searchParams.get('add');
	const found = add === null ? null : find(add);
	if (found?.ok === true && codes.length < MOST && !codes.includes(found.code)) {
		redirect(303, `/peers/compare?areas=${[...codes, found.code].join('~')}`);
	}
	if (codes.length > MOST || (found?.ok === true && codes.length === MOST)) {
		problems.push(`Up to ${MOST} councils fit side by side; the others are left out.`);
	} else if (found?.ok === true) problems.push('This council is already among them.');

	const selection = select(atlas, knownView(atlas, parseView(url.searchParams).view).view);
	return {
		apart: listRecordsApart(selection),
		comparison: compareCouncils(selection, areas, codes.slice(0, MOST)),
		added: add ?? '',
		message: found?.ok === false ? found.message : null,
		choices: found?.ok === false ? found.choices : [],
		canAdd: codes.length < MOST,
		problems,
		notes
	};
};
