import { redirect } from '@sveltejs/kit';
import { EVIDENCE_LEVELS } from '#lib/domain/vocabulary.ts';
import { loadAtlas } from '#lib/server/atlas.ts';
import { joinRepeated } from '#lib/view/form-search.ts';
import { characteristicKey } from '#lib/view/spell-presence.ts';
import { parseView } from '#lib/view/view.ts';
import { parseList, printSort } from '../list-address.ts';
import { dateInWords, viewChips } from '../view-chips.ts';
import { CATALOGUE_SORTS, countOrganisations, listCatalogue, USUAL_ORDER } from './catalogue.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { url } = event;
	const joined = joinRepeated(url.searchParams);
	if (joined !== null) redirect(303, url.pathname + joined);

	const atlas = await loadAtlas(event);
	const { view } = parseView(url.searchParams);
	const { list, problems } = parseList(url.searchParams, CATALOGUE_SORTS, USUAL_ORDER);
	const chosen = EVIDENCE_LEVELS.filter((level) =>
		(url.searchParams.get('evidence') ?? '').split('~').includes(level)
	);
	const all = listCatalogue(atlas, view, list);
	const entries =
		chosen.length === 0
			? all
			: all.filter(({ evidenceLevel }) => evidenceLevel !== null && chosen.includes(evidenceLevel));
	const unfiltered = listCatalogue(atlas, { ...view, characteristics: [] }, list);
	const days = entries.flatMap(({ startDays }) => startDays);
	const own = { sort: printSort(list, USUAL_ORDER), evidence: chosen.join('~') };
	const { chips, clearHref } = viewChips(atlas, view, url.pathname, own);

	return {
		entries,
		list,
		problems,
		chips: [
			...chips,
			...chosen.map((level) => ({
				label: level,
				href: viewChips(atlas, view, url.pathname, {
					...own,
					evidence: chosen.filter((other) => other !== level).join('~')
				}).clearHref
			}))
		],
		clearHref: clearHref.replace(/[?&]evidence=[^&]*/, ''),
		organisations: countOrganisations(atlas, view),
		when: dateInWords(view, view.date ?? atlas.asOf),
		// Early outliers would squash the rest: the line starts where most of the record does.
		from: days.length === 0 ? atlas.asOf - 3650 : days.sort((a, b) => a - b)[Math.floor(days.length * 0.01)]!,
		until: view.date ?? atlas.asOf,
		evidence: EVIDENCE_LEVELS.map((level) => ({
			value: level,
			label: level,
			count: all.filter(({ evidenceLevel }) => evidenceLevel === level).length,
			checked: chosen.includes(level)
		})),
		characteristics: atlas.characteristics.map(({ label }, row) => {
			const value = characteristicKey(atlas, row);
			return {
				value,
				label,
				count: unfiltered.filter((entry) => atlas.practices[entry.row]!.characteristics.includes(row)).length,
				checked: view.characteristics.includes(value)
			};
		})
	};
};
