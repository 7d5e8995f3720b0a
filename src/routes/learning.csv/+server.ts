import { isoDay } from '#lib/domain/day.ts';
import { linkDay } from '#lib/domain/link-day.ts';
import { LINK_KINDS } from '#lib/domain/vocabulary.ts';
import { printCsv } from '#lib/exchange/csv.ts';
import { loadAtlas } from '#lib/server/atlas.ts';
import { dateWindow } from '#lib/view/date-window.ts';
import { csvResponse } from '../csv-response.ts';
import { assertWords, downloadView } from '../download-view.ts';
import {
	compareLinks,
	LIBRARY_SORTS,
	listLibrary,
	parseLibraryFilter,
	USUAL_ORDER
} from '#lib/learning/library.ts';
import { parseList } from '#lib/view/list-address.ts';
import type { RequestHandler } from './$types';

const COLUMNS = [
	'slug',
	'title',
	'kind',
	'url',
	'publisher',
	'date',
	'date_precision',
	'language',
	'question',
	'practices',
	'rating_average',
	'rating_count',
	'is_sample',
	'as_of'
];

/** The links of a view as the library shows them, all pages at once. */
export const GET: RequestHandler = async (event) => {
	const { url } = event;
	const atlas = await loadAtlas(event);
	const view = downloadView(atlas, url.searchParams);
	assertWords(url.searchParams, 'type', LINK_KINDS);
	const { list } = parseList(url.searchParams, LIBRARY_SORTS, USUAL_ORDER);
	const asOf = isoDay(dateWindow(view, atlas.asOf).day);

	const rows = listLibrary(atlas, view, parseLibraryFilter(url.searchParams))
		.map((row) => atlas.links[row]!)
		.sort(compareLinks(list.sort, list.isDescending))
		.map((link) => {
			const day = linkDay(link);
			return [
				link.slug,
				link.title,
				link.kind,
				link.url,
				link.publisher,
				day === null ? null : isoDay(day),
				day === null ? null : link.startsAt === null ? link.publishedPrecision : 'day',
				link.language,
				link.question,
				link.practices.map((practice) => atlas.practices[practice]!.slug).join('; '),
				link.rating?.average ?? null,
				link.rating?.count ?? 0,
				link.isSample,
				asOf
			];
		});
	return csvResponse(printCsv(COLUMNS, rows, { byteOrderMark: true }), `goodways-learning-${asOf}`);
};
