import type { Feature, FeatureCollection, Point } from 'geojson';

export interface PlacedRow {
	id: string;
	/** Degrees, WGS 84; null where the place is not known. */
	at: { longitude: number; latitude: number } | null;
	properties: Record<string, string | number | boolean | null>;
}

/**
 * Rows as GeoJSON points. A row without a place keeps its properties and has no geometry, as the
 * standard provides, so that nothing is lost and nothing lies at 0, 0.
 *
 * @param about members of the collection beside its features, such as the date and the licence
 *
 * Source: RFC 7946, 3.2 (unlocated features) and 11.2 (seven decimals are enough).
 */
export function pointCollection(
	rows: Iterable<PlacedRow>,
	about: Record<string, string | number | boolean | null>
): FeatureCollection<Point | null> & Record<string, unknown> {
	const features: Feature<Point | null>[] = [];
	for (const { id, at, properties } of rows) {
		features.push({
			type: 'Feature',
			id,
			geometry:
				at === null ? null : { type: 'Point', coordinates: [degrees(at.longitude), degrees(at.latitude)] },
			properties
		});
	}
	return { type: 'FeatureCollection', ...about, features };
}

function degrees(value: number): number {
	return Math.round(value * 1e7) / 1e7;
}
