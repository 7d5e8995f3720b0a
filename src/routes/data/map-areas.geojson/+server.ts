import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { isoDay } from '#lib/domain/day.ts';
import { loadAreas } from '#lib/server/areas.ts';
import { loadAtlas } from '#lib/server/atlas.ts';
import { loadBoundaries } from '#lib/server/boundaries.ts';
import { areaFile } from '../../map/area-file.ts';
import type { RequestHandler } from './$types';

/**
 * The areas of a map with the values that shade them, in the boundaries that this site imported. An area
 * without one has no geometry, and always the column and row of its hexagon.
 */
export const GET: RequestHandler = async (event) => {
	const { url } = event;
	const [atlas, figures, boundaries] = await Promise.all([
		loadAtlas(event),
		loadAreas(event),
		loadBoundaries(event)
	]);
	const { rows, day, title, notes } = areaFile(atlas, figures, url);
	const features = rows.map((row): Feature<Polygon | MultiPolygon | null> => {
		const hex = atlas.areas[atlas.index.areaByCode.get(row.area_code)!]!.hex;
		return {
			type: 'Feature',
			id: row.area_code,
			geometry: boundaries?.shapes.get(row.area_code) ?? null,
			properties: { ...row, hexagon_column: hex?.q ?? null, hexagon_row: hex?.r ?? null }
		};
	});
	const collection = {
		type: 'FeatureCollection',
		as_of: isoDay(day),
		measure: title,
		notes,
		view: `${url.origin}/map${url.search}`,
		features
	};
	return new Response(JSON.stringify(collection), {
		headers: {
			'content-type': 'application/geo+json; charset=utf-8',
			'content-disposition': `attachment; filename="goodways-areas-${isoDay(day)}.geojson"`,
			'cache-control': 'private, no-cache',
			vary: 'Cookie'
		}
	});
};
