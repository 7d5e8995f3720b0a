import { isoDay } from '#lib/domain/day.ts';
import { EVIDENCE_LEVELS } from '#lib/domain/vocabulary.ts';
import { printCsv } from '#lib/exchange/csv.ts';
import { loadAtlas } from '#lib/server/atlas.ts';
import { dateWindow } from '#lib/view/date-window.ts';
import { select } from '#lib/view/selection.ts';
import { csvResponse } from '../csv-response.ts';
import { assertWords, downloadView } from '../download-view.ts';
import { parseList } from '#lib/view/list-address.ts';
import {
	CATALOGUE_SORTS,
	countOrganisations,
	hasEvidence,
	listCatalogue,
	parseEvidence,
	USUAL_ORDER
} from '#lib/practice/catalogue.ts';
import type { RequestHandler } from './$types';

const COLUMNS = [
	'slug',
	'name',
	'summary',
	'evidence_level',
	'originator',
	'characteristics',
	'in_place',
	'out_of',
	'as_of',
	'is_sample',
	'page'
];

/** The practices of a view as the catalogue shows them. */
export const GET: RequestHandler = async (event) => {
	const { url } = event;
	const atlas = await loadAtlas(event);
	const view = downloadView(atlas, url.searchParams);
	assertWords(url.searchParams, 'evidence', EVIDENCE_LEVELS);
	const { list } = parseList(url.searchParams, CATALOGUE_SORTS, USUAL_ORDER);
	const asOf = isoDay(dateWindow(view, atlas.asOf).day);
	const selection = select(atlas, view);
	const outOf = countOrganisations(selection);

	const rows = listCatalogue(selection, list)
		.filter(hasEvidence(parseEvidence(url.searchParams)))
		.map((entry) => [
			entry.slug,
			entry.name,
			entry.summary,
			entry.evidenceLevel,
			entry.originator,
			entry.characteristics.join('; '),
			entry.adopters,
			outOf,
			asOf,
			entry.isSample,
			`${url.origin}/practices/${entry.slug}`
		]);
	return csvResponse(printCsv(COLUMNS, rows, { byteOrderMark: true }), `goodways-practices-${asOf}`);
};
