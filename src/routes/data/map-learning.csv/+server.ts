import { isoDay } from '#lib/domain/day.ts';
import { printCsv } from '#lib/exchange/csv.ts';
import { loadAtlas } from '#lib/server/atlas.ts';
import { dateWindow } from '#lib/view/date-window.ts';
import { select } from '#lib/view/selection.ts';
import { csvResponse } from '../../csv-response.ts';
import { downloadView } from '../../download-view.ts';
import { LEARNING_ORDER, listLearningRows } from '../../map/learning-rows.ts';
import type { RequestHandler } from './$types';

const COLUMNS = [
	'learner',
	'learner_name',
	'learnt_from',
	'learnt_from_name',
	'practice',
	'kind',
	'date',
	'date_precision',
	'confidence',
	'is_on_map',
	'source_url',
	'as_of'
];

/** How learning travelled in a view, on its date. */
export const GET: RequestHandler = async (event) => {
	const atlas = await loadAtlas(event);
	const view = downloadView(atlas, event.url.searchParams);
	const asOf = isoDay(dateWindow(view, atlas.asOf).day);
	const rows = listLearningRows(select(atlas, view), LEARNING_ORDER).map((row) => [
		row.learner.slug,
		row.learner.name,
		row.source.slug,
		row.source.name,
		row.practice?.name ?? null,
		row.kind,
		row.startsOn,
		row.startsOn === null ? null : row.precision,
		row.isInferred ? 'inferred' : 'stated',
		row.isDrawn,
		row.sourceUrl,
		asOf
	]);
	return csvResponse(printCsv(COLUMNS, rows, { byteOrderMark: true }), `goodways-learning-${asOf}`);
};
