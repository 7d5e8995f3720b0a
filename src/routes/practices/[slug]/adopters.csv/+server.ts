import { error } from '@sveltejs/kit';
import { isoDay } from '#lib/domain/day.ts';
import { printCsv } from '#lib/exchange/csv.ts';
import { loadAtlas } from '#lib/server/atlas.ts';
import { select } from '#lib/view/selection.ts';
import { csvResponse } from '../../../csv-response.ts';
import { downloadView } from '../../../download-view.ts';
import { practiceAdoption, practiceView } from '#lib/practice/adoption-record.ts';
import type { RequestHandler } from './$types';

const COLUMNS = [
	'organisation',
	'name',
	'kind',
	'region',
	'stage',
	'started_on',
	'since',
	'before',
	'until',
	'end_kind',
	'closed',
	'confidence',
	'learnt_from',
	'learnt_from_confidence',
	'evidence_url',
	'source_url',
	'is_sample',
	'as_of'
];

/** Everyone on record for a practice, as its page shows them, with dates in words as exact as they are known. */
export const GET: RequestHandler = async (event) => {
	const { params, url } = event;
	const atlas = await loadAtlas(event);
	const practice = atlas.index.practiceBySlug.get(params.slug);
	if (practice === undefined) error(404, 'There is no practice at this address, or you cannot see it.');

	const asOf = isoDay(atlas.asOf);
	const view = practiceView(downloadView(atlas, url.searchParams), params.slug);
	const { adopters } = practiceAdoption(select(atlas, view), practice);
	const rows = adopters.map((adopter) => [
		adopter.slug,
		adopter.name,
		adopter.kind,
		adopter.region,
		adopter.stage,
		adopter.startedOn === null ? null : isoDay(adopter.startedOn),
		adopter.since,
		adopter.before,
		adopter.until,
		adopter.endKind,
		adopter.closing,
		adopter.isInferred ? 'inferred' : 'stated',
		adopter.learntFrom?.slug ?? null,
		adopter.learntFrom === null ? null : adopter.learntFrom.isInferred ? 'inferred' : 'stated',
		adopter.evidenceUrl,
		adopter.sourceUrl,
		adopter.isSample,
		asOf
	]);
	return csvResponse(printCsv(COLUMNS, rows, { byteOrderMark: true }), `goodways-${params.slug}-${asOf}`);
};
