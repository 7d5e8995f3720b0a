import { error } from '@sveltejs/kit';
import { isoDay } from '#lib/domain/day.ts';
import { printCsv } from '#lib/exchange/csv.ts';
import { loadAtlas } from '#lib/server/atlas.ts';
import { NODE_FIGURES, parseChoice } from '#lib/view/network-choice.ts';
import { computed } from '../../../answers.ts';
import { downloadView } from '../../../download-view.ts';
import { parseList } from '#lib/view/list-address.ts';
import { FIGURE_WORDS } from '../../../network/figure-words.ts';
import { askedOfServer } from '../../../network/network-address.ts';
import { NODE_ORDER, NODE_SORTS } from '../../../network/network-table.ts';
import type { NodeRow } from '../../../network/network-table.ts';
import { downloadChoice, downloadDirection } from '../download-choice.ts';
import { CSV, NETWORK_FILES } from '../network-prints.ts';
import type { RequestHandler } from './$types';

const TABLE = 'table.csv';

/** The network of a view as a file; `table.csv` is its table on the view's date. */
export const GET: RequestHandler = async (event) => {
	const { params, url } = event;
	const { file } = params;
	const format = Object.hasOwn(NETWORK_FILES, file) ? NETWORK_FILES[file] : undefined;
	if (format === undefined && file !== TABLE) error(404, 'There is no such file of a network.');
	const atlas = await loadAtlas(event);
	const view = downloadView(atlas, url.searchParams);
	const whole = downloadChoice(url.searchParams);
	const direction = downloadDirection(url.searchParams);
	if (format === undefined) {
		// Only what the page's own table rests on, so that both are one question.
		const { choice } = parseChoice(askedOfServer(url.searchParams));
		const { sort, isDescending } = parseList(url.searchParams, NODE_SORTS, NODE_ORDER).list;
		const rows = await computed(event, 'network-rows', { view, choice, list: { sort, isDescending } });
		return answer(tableCsv(rows), CSV, `goodways-network-table-${isoDay(view.date ?? atlas.asOf)}.csv`);
	}
	const address = `${url.origin}/network${url.search}`;
	const asked = { file, direction, view, choice: whole, origin: url.origin, address };
	const text = await computed(event, 'network-file', asked);
	return answer(text, format.type, `goodways-${isoDay(atlas.asOf)}-${file}`);
};

function tableCsv(rows: readonly NodeRow[]): string {
	const header = [
		'id',
		'name',
		'kind',
		'region',
		'community',
		...NODE_FIGURES.map((figure) => FIGURE_WORDS[figure].label),
		'connected to'
	];
	return printCsv(
		header,
		rows.map((row) => [
			row.key,
			row.label,
			row.kind,
			row.region,
			row.community,
			...NODE_FIGURES.map((figure) => {
				const value = row.figures[figure] ?? null;
				return value !== null && figure === 'since' ? isoDay(value) : value;
			}),
			row.neighbours.map(({ label }) => label).join('; ')
		]),
		{ byteOrderMark: true }
	);
}

function answer(text: string, type: string, name: string): Response {
	return new Response(text, {
		headers: {
			'content-type': type,
			'content-disposition': `attachment; filename="${name}"`,
			'cache-control': 'private, no-cache',
			vary: 'Cookie',
			// Another site's page asks without cookies and gets what every visitor sees.
			'access-control-allow-origin': '*'
		}
	});
}
