import type { RequestEvent } from '@sveltejs/kit';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { assertRead } from './database-fault.ts';
import { keptBodies } from './kept-bodies.ts';
import type { Body } from './kept-bodies.ts';
import { VersionedCache } from './versioned-cache.ts';

const PAGE_ROWS = 100;
const KEPT_MS = 5000;

/** Imported boundaries as GeoJSON, with what tells one state of them from another. */
export interface Boundaries {
	/** The version of the boundaries. */
	state: string;
	body: Body;
	/** Shape of each area that has one, by its code. */
	shapes: ReadonlyMap<string, Polygon | MultiPolygon>;
}

const cache = new VersionedCache<Omit<Boundaries, 'state'>>();
let known: { version: string; readAt: number } | null = null;

/** Changes with every import; an empty text where no boundaries were imported. Read every few seconds at most. */
export async function boundariesVersion({ locals: { visitor } }: RequestEvent): Promise<string> {
	if (known !== null && performance.now() - known.readAt < KEPT_MS) return known.version;
	const { data, count, error } = await visitor
		.from('area_boundaries')
		.select('imported_at', { count: 'exact' })
		.order('imported_at', { ascending: false })
		.limit(1);
	assertRead(error, 'The state of the boundaries');
	const latest = data[0]?.imported_at;
	known = { version: latest === undefined ? '' : `${count ?? 0}-${latest}`, readAt: performance.now() };
	return known.version;
}

/** All imported boundaries; everyone may see them. Null where there are none. */
export async function loadBoundaries(event: RequestEvent): Promise<Boundaries | null> {
	const version = await boundariesVersion(event);
	if (version === '') return null;
	return {
		state: version,
		...(await cache.read('', version, () => readBoundaries(event)))
	};
}

async function readBoundaries({
	locals: { visitor }
}: RequestEvent): Promise<Pick<Boundaries, 'body' | 'shapes'>> {
	const features: Feature<Polygon | MultiPolygon, { code: string; source: string }>[] = [];
	for (;;) {
		const { data, error } = await visitor
			.from('area_boundaries')
			.select('area_code, geometry, source')
			.order('area_code')
			.range(features.length, features.length + PAGE_ROWS - 1);
		assertRead(error, 'The boundaries');
		for (const { area_code, geometry, source } of data) {
			features.push({
				type: 'Feature',
				properties: { code: area_code, source },
				geometry: geometry as unknown as Polygon | MultiPolygon
			});
		}
		if (data.length < PAGE_ROWS) {
			return {
				body: keptBodies({ type: 'FeatureCollection', features }),
				shapes: new Map(features.map(({ properties, geometry }) => [properties.code, geometry]))
			};
		}
	}
}
