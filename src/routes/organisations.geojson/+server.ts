import { isoDay } from '#lib/domain/day.ts';
import { pointCollection } from '#lib/exchange/geojson.ts';
import { loadAtlas } from '#lib/server/atlas.ts';
import { dateWindow } from '#lib/view/date-window.ts';
import { select } from '#lib/view/selection.ts';
import { downloadView } from '../download-view.ts';
import { USUAL_ORDER, listDirectory } from '#lib/organisation/directory.ts';
import type { RequestHandler } from './$types';

/** The organisations of a view as places; those without a place have no geometry. */
export const GET: RequestHandler = async (event) => {
	const { url } = event;
	const atlas = await loadAtlas(event);
	const view = downloadView(atlas, url.searchParams);
	const { organisations, areas } = atlas;
	const asOf = isoDay(dateWindow(view, atlas.asOf).day);

	const rows = listDirectory(select(atlas, view), USUAL_ORDER).map((entry) => {
		const area = areas[organisations.area[entry.row]!];
		const [longitude, latitude] = [organisations.lon[entry.row]!, organisations.lat[entry.row]!];
		return {
			id: entry.slug,
			at: Number.isNaN(longitude) || Number.isNaN(latitude) ? null : { longitude, latitude },
			properties: {
				name: entry.name,
				kind: entry.kind,
				area_code: area?.code ?? null,
				area: area?.name ?? null,
				region: entry.region,
				networks: entry.networks.join('; '),
				practices_in_view: entry.practices,
				is_sample: organisations.isSample[entry.row] === 1,
				page: `${url.origin}/organisations/${entry.slug}`
			}
		};
	});
	const about = {
		as_of: asOf,
		view: `${url.origin}/map${url.search}`,
		has_sample_data: rows.some(({ properties }) => properties.is_sample)
	};
	return new Response(JSON.stringify(pointCollection(rows, about)), {
		headers: {
			'content-type': 'application/geo+json; charset=utf-8',
			'content-disposition': `attachment; filename="goodways-organisations-${asOf}.geojson"`,
			'cache-control': 'private, no-cache',
			vary: 'Cookie'
		}
	});
};
