import { redirect } from '@sveltejs/kit';
import { EVIDENCE_LEVELS } from '#lib/domain/vocabulary.ts';
import { loadAtlas } from '#lib/server/atlas.ts';
import { joinRepeated } from '#lib/view/form-search.ts';
import { characteristicKey } from '#lib/view/characteristic-key.ts';
import { networkIdentity } from '#lib/view/network-identity.ts';
import { knownView } from '#lib/view/known-view.ts';
import { lateDateProblems } from '#lib/view/late-date.ts';
import { dateWindow } from '#lib/view/date-window.ts';
import { listRecordsApart } from '#lib/view/records-apart.ts';
import { countReach } from '#lib/view/reach.ts';
import { select } from '#lib/view/selection.ts';
import { parseView, viewSearch } from '#lib/view/view.ts';
import { parseList, printSort } from '#lib/view/list-address.ts';
import { dateInWords, viewChips } from '../view-chips.ts';
import {
	CATALOGUE_SORTS,
	countOrganisations,
	earliestShown,
	hasEvidence,
	listCatalogue,
	parseEvidence,
	USUAL_ORDER
} from '#lib/practice/catalogue.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { url } = event;
	const joined = joinRepeated(url.searchParams);
	if (joined !== null) redirect(303, url.pathname + joined);

	const atlas = await loadAtlas(event);
	const { view, problems: unknown } = knownView(atlas, parseView(url.searchParams).view);
	const { list, problems } = parseList(url.searchParams, CATALOGUE_SORTS, USUAL_ORDER);
	const levels = parseEvidence(url.searchParams);
	const selection = select(atlas, view);
	const anyLevel = listCatalogue(selection, list);
	const entries = anyLevel.filter(hasEvidence(levels));
	const anyCharacteristic = listCatalogue(selection.with({ characteristics: [] }), list).filter(
		hasEvidence(levels)
	);

	const sort = printSort(list, USUAL_ORDER);
	const own = { sort, evidence: levels.join('~') };
	return {
		view,
		entries,
		list,
		problems: [...unknown, ...lateDateProblems(view, atlas.asOf), ...problems],
		chips: [
			...viewChips(atlas, view, url.pathname, own).chips,
			...levels.map((level) => ({
				label: level,
				href:
					url.pathname +
					viewSearch(view, { sort, evidence: levels.filter((other) => other !== level).join('~') })
			}))
		],
		clearHref: viewChips(atlas, view, url.pathname, { sort }).clearHref,
		organisations: countOrganisations(selection),
		apart: listRecordsApart(selection),
		reach: countReach(selection),
		identity: entries.length === 0 ? networkIdentity(atlas, view.network) : null,
		when: dateInWords(view, dateWindow(view, atlas.asOf).day),
		from: earliestShown(entries, atlas.asOf),
		until: dateWindow(view, atlas.asOf).day,
		evidence: EVIDENCE_LEVELS.map((level) => ({
			value: level,
			label: level,
			count: anyLevel.filter(hasEvidence([level])).length,
			checked: levels.includes(level)
		})),
		characteristics: atlas.characteristics.map(({ label }, row) => {
			const value = characteristicKey(atlas, row);
			return {
				value,
				label,
				count: anyCharacteristic.filter((entry) => atlas.practices[entry.row]!.characteristics.includes(row))
					.length,
				checked: view.characteristics.includes(value)
			};
		})
	};
};
