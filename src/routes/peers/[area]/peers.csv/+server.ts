import { isoDay } from '#lib/domain/day.ts';
import { printCsv } from '#lib/exchange/csv.ts';
import { csvResponse } from '../../../csv-response.ts';
import { loadDownload } from '../../download.ts';
import type { RequestHandler } from './$types';

const COLUMNS = [
	'code',
	'name',
	'type',
	'region',
	'rank',
	'similarity_percent',
	'distance',
	'indicators_shared',
	'indicators_counted',
	'alike_where_few_are',
	'least_alike',
	'peers_of',
	'model',
	'universe',
	'setting',
	'as_of'
];

/** The list of peers, one row a peer, as the page shows it. */
export const GET: RequestHandler = async (event) => {
	const { council, request, finding } = await loadDownload(event, event.params.area);
	const asOf = isoDay(council.atlas.asOf);
	const rows = finding.peers.map((peer) => [
		peer.code,
		peer.name,
		peer.type,
		peer.region,
		peer.rank,
		Math.round(peer.similarity * 10) / 10,
		peer.distance,
		peer.shared,
		finding.counted,
		peer.alike.map(({ sentence }) => sentence).join('; '),
		peer.unlike.map(({ sentence }) => sentence).join('; '),
		council.code,
		request.model,
		finding.version?.universe ?? null,
		finding.version?.model ?? null,
		asOf
	]);
	return csvResponse(
		printCsv(COLUMNS, rows, { byteOrderMark: true }),
		`goodways-peers-${council.code}-${asOf}`
	);
};
