import { error, redirect } from '@sveltejs/kit';
import { formatDay } from '#lib/domain/day.ts';
import { loadAreas } from '#lib/server/areas.ts';
import { loadAtlas } from '#lib/server/atlas.ts';
import { assertRead } from '#lib/server/database-fault.ts';
import { joinRepeated } from '#lib/view/form-search.ts';
import { knownView } from '#lib/view/known-view.ts';
import { lateDateProblems } from '#lib/view/late-date.ts';
import { select } from '#lib/view/selection.ts';
import { parseView, viewSearch } from '#lib/view/view.ts';
import { pageOf, parseList } from '#lib/view/list-address.ts';
import { viewChips } from '../../view-chips.ts';
import { listNextAdopters } from '#lib/practice/next-adopters.ts';
import { spreadMap } from '#lib/practice/spread-map.ts';
import { learningPaths, practiceAdoption, practiceView } from '#lib/practice/adoption-record.ts';
import type { PageServerLoad } from './$types';

const PAGE_SIZE = 30;
const MOST_NEXT = { councils: 8, peers: 3 };

export const load: PageServerLoad = async (event) => {
	const { params, url, locals } = event;
	const joined = joinRepeated(url.searchParams);
	if (joined !== null) redirect(303, url.pathname + joined);

	const atlas = await loadAtlas(event);
	const row = atlas.index.practiceBySlug.get(params.slug);
	if (row === undefined) error(404, 'There is no practice at this address, or you cannot see it.');

	const [areas, { data: details, error: unread }] = await Promise.all([
		loadAreas(event),
		locals.supabase
			.from('practices')
			.select('evidence_note, url, source_url, note')
			.eq('slug', params.slug)
			.maybeSingle()
	]);
	assertRead(unread, 'The practice');
	const practice = atlas.practices[row]!;
	const { view, problems: unknown } = knownView(atlas, parseView(url.searchParams).view);
	const { list, problems } = parseList(url.searchParams, ['since'], { sort: 'since', isDescending: false });
	const obeyed = practiceView(view, practice.slug);
	const selection = select(atlas, obeyed);
	const { adopters, ...spread } = practiceAdoption(selection, row);
	return {
		view,
		...spread,
		listed: pageOf(adopters, list.page, PAGE_SIZE),
		total: adopters.length,
		paths: learningPaths(adopters),
		map: spreadMap(selection),
		mapHref: `/map${viewSearch({ ...view, practices: [practice.slug] }, { show: 'hexagons', measure: 'adopted' })}`,
		next: listNextAdopters(selection, areas, row, MOST_NEXT),
		peersSearch: viewSearch(obeyed),
		...viewChips(atlas, view, url.pathname, {}, { ...obeyed, practices: [] }),
		problems: [...unknown, ...lateDateProblems(view, atlas.asOf), ...problems],
		practice: {
			slug: practice.slug,
			name: practice.name,
			summary: practice.summary,
			originator: practice.originator,
			evidenceLevel: practice.evidenceLevel,
			since: practice.startedOn === null ? null : formatDay(practice.startedOn, practice.startedPrecision)
		},
		isSample: practice.isSample,
		characteristics: practice.characteristics.map((at) => {
			const { label, position, network } = atlas.characteristics[at]!;
			const { slug, name } = atlas.networks[network]!;
			return { label, key: `${slug}.${position}`, network: name };
		}),
		evidenceNote: details?.evidence_note ?? null,
		url: details?.url ?? null,
		sourceUrl: details?.source_url ?? null,
		note: details?.note ?? null,
		links: (atlas.index.linksOfPractice.get(row) ?? []).map((at) => {
			const { slug, title, kind, publisher } = atlas.links[at]!;
			return { slug, title, kind, publisher };
		})
	};
};
