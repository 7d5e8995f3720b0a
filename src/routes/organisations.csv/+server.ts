import { printCsv } from '#lib/exchange/csv.ts';
import { isoDay } from '#lib/domain/day.ts';
import { loadAtlas } from '#lib/server/atlas.ts';
import { dateWindow } from '#lib/view/date-window.ts';
import { BELONGING_WORDS } from '#lib/view/reach.ts';
import { select } from '#lib/view/selection.ts';
import { csvResponse } from '../csv-response.ts';
import { downloadView } from '../download-view.ts';
import { parseList } from '#lib/view/list-address.ts';
import { DIRECTORY_SORTS, listDirectory, USUAL_ORDER } from '#lib/organisation/directory.ts';
import type { RequestHandler } from './$types';

const COLUMNS = [
	'slug',
	'name',
	'kind',
	'area_code',
	'area',
	'region',
	'longitude',
	'latitude',
	'networks',
	'part_of_movement_as',
	'shows_characteristic_by',
	'practices_in_view',
	'is_sample',
	'as_of',
	'page'
];

/** The organisations of a view as the directory shows them, all pages at once. */
export const GET: RequestHandler = async (event) => {
	const { url } = event;
	const atlas = await loadAtlas(event);
	const view = downloadView(atlas, url.searchParams);
	const { list } = parseList(url.searchParams, DIRECTORY_SORTS, USUAL_ORDER);
	const { organisations, areas } = atlas;
	const asOf = isoDay(dateWindow(view, atlas.asOf).day);

	const rows = listDirectory(select(atlas, view), list).map((entry) => {
		const area = areas[organisations.area[entry.row]!];
		const [lon, lat] = [organisations.lon[entry.row]!, organisations.lat[entry.row]!];
		return [
			entry.slug,
			entry.name,
			entry.kind,
			area?.code ?? null,
			area?.name ?? null,
			entry.region,
			Number.isNaN(lon) ? null : lon,
			Number.isNaN(lat) ? null : lat,
			entry.networks.join('; '),
			entry.belongs === null ? null : BELONGING_WORDS[entry.belongs],
			entry.how.map(({ name, since }) => `${name}, since ${since}`).join('; '),
			entry.practices,
			organisations.isSample[entry.row] === 1,
			asOf,
			`${url.origin}/organisations/${entry.slug}`
		];
	});
	return csvResponse(printCsv(COLUMNS, rows, { byteOrderMark: true }), `goodways-organisations-${asOf}`);
};
