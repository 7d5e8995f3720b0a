import type { Feature, FeatureCollection, Geometry, MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** One area's boundary as a file gives it. */
export interface BoundaryFeature {
	/** As it stands in the file; a current code or a former one. */
	code: string;
	geometry: Polygon | MultiPolygon;
}

export interface BoundaryFile {
	/** Name of the property that holds the codes. */
	column: string;
	features: BoundaryFeature[];
}

/** A boundary file that is not what it says; the message is the one sentence that its owner reads. */
export class BoundaryError extends Error {
	override name = 'BoundaryError';
}

/** Largest file that is read, bytes. */
export const MOST_BYTES = 60_000_000;

const CODE = /^[EWSNK][0-9]{8}$/;
/** Names that statistics offices give the column, before any other that holds codes. */
const COLUMN_NAMES =
	/^(lad|ltla|utla|la|ctyua|lgd|uau?|area|geo)?[_ ]?(\d{2})?_?(cd|code)$|^gss([_ ]?code)?$|^areacd$|^id$/i;
const DIGITS = 6;

/**
 * Areas of a GeoJSON or TopoJSON file, with their codes and rings as this app keeps them: degrees to
 * six decimals, rings closed.
 *
 * @throws {BoundaryError} when the text is no such file, its coordinates are no degrees, no column holds
 *   codes of areas, a code stands twice, or a ring is broken
 *
 * Source: RFC 7946; the TopoJSON format specification.
 */
export function parseBoundaries(text: string): BoundaryFile {
	const collection = readCollection(text);
	const polygons = collection.features.filter(
		(item): item is Feature<Polygon | MultiPolygon> =>
			item.geometry?.type === 'Polygon' || item.geometry?.type === 'MultiPolygon'
	);
	if (polygons.length === 0)
		throw new BoundaryError('The file holds no polygons, so it holds no boundaries.');
	const column = codeColumn(polygons);
	const seen = new Set<string>();
	const features = polygons
		.filter((item) => CODE.test(codeIn(item, column)))
		.map((item) => {
			const code = codeIn(item, column);
			if (seen.has(code)) throw new BoundaryError(`The file has two boundaries of ${code}.`);
			seen.add(code);
			return { code, geometry: cleanGeometry(item.geometry, code) };
		});
	return { column, features };
}

function readCollection(text: string): FeatureCollection {
	let value: unknown;
	try {
		value = JSON.parse(text.replace(/^\uFEFF/, ''));
	} catch {
		throw new BoundaryError('The file is no JSON, so it is neither GeoJSON nor TopoJSON.');
	}
	const { type, crs } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
	if (crs !== undefined && crs !== null && !/CRS84|4326|OGC:1\.3/.test(JSON.stringify(crs))) {
		throw new BoundaryError(
			'The file names a coordinate system other than WGS 84: export it again as WGS 84 (EPSG:4326).'
		);
	}
	if (type === 'FeatureCollection' && Array.isArray((value as FeatureCollection).features))
		return value as FeatureCollection;
	if (type === 'Topology') return readTopology(value as Topology);
	throw new BoundaryError('The file is neither a GeoJSON FeatureCollection nor a TopoJSON Topology.');
}

/** The object of a topology that has the most areas with codes, as one file often holds regions too. */
function readTopology(topology: Topology): FeatureCollection {
	try {
		const collections = Object.values(topology.objects ?? {})
			.filter((object): object is GeometryCollection => object.type === 'GeometryCollection')
			.map((object) => feature(topology, object) as FeatureCollection);
		const codes = ({ features }: FeatureCollection): number =>
			features.filter((item) => candidateColumns(item).length > 0).length;
		const [best] = collections.sort((a, b) => codes(b) - codes(a));
		if (best !== undefined) return best;
	} catch {
		throw new BoundaryError('The TopoJSON file is broken: its shapes name arcs that it does not hold.');
	}
	throw new BoundaryError('The TopoJSON file holds no collection of shapes.');
}

function codeColumn(features: readonly Feature[]): string {
	const tally = new Map<string, number>();
	for (const item of features)
		for (const name of candidateColumns(item)) tally.set(name, (tally.get(name) ?? 0) + 1);
	// The column with most codes; among equals the one that is named like a code, then the first.
	const [best] = [...tally].sort(
		(a, b) => b[1] - a[1] || Number(COLUMN_NAMES.test(b[0])) - Number(COLUMN_NAMES.test(a[0]))
	);
	if (best === undefined) {
		const names = Object.keys(features[0]?.properties ?? {}).slice(0, 8);
		throw new BoundaryError(
			`No column of the file holds codes of areas such as E06000001. Its columns are: ${names.join(', ') || 'none'}.`
		);
	}
	return best[0];
}

function candidateColumns(item: Feature): string[] {
	const named = Object.entries(item.properties ?? {})
		.filter(([, value]) => typeof value === 'string' && CODE.test(value.trim()))
		.map(([name]) => name);
	return typeof item.id === 'string' && CODE.test(item.id) ? [...named, 'id'] : named;
}

function codeIn(item: Feature, column: string): string {
	const value: unknown = item.properties?.[column] ?? (column === 'id' ? item.id : undefined);
	return typeof value === 'string' ? value.trim() : '';
}

function cleanGeometry(geometry: Geometry, code: string): Polygon | MultiPolygon {
	const rings = (polygon: unknown): Position[][] => {
		if (!Array.isArray(polygon) || polygon.length === 0)
			throw new BoundaryError(`The boundary of ${code} is empty.`);
		return polygon.map((ring) => cleanRing(ring, code));
	};
	return geometry.type === 'Polygon'
		? { type: 'Polygon', coordinates: rings(geometry.coordinates) }
		: { type: 'MultiPolygon', coordinates: (geometry as MultiPolygon).coordinates.map(rings) };
}

function cleanRing(ring: unknown, code: string): Position[] {
	if (!Array.isArray(ring) || ring.length < 4)
		throw new BoundaryError(`The boundary of ${code} has a ring of fewer than four corners.`);
	const corners = ring.map((corner: unknown): Position => {
		const [longitude, latitude] = Array.isArray(corner) ? (corner as unknown[]) : [];
		if (typeof longitude !== 'number' || typeof latitude !== 'number')
			throw new BoundaryError(`The boundary of ${code} has a corner that is no pair of numbers.`);
		if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90))
			throw new BoundaryError(
				`The coordinates are not in degrees (${code} has ${longitude}, ${latitude}): they look like a national grid. Export the file again as WGS 84 (EPSG:4326).`
			);
		if (longitude > 30 && latitude < 30)
			throw new BoundaryError(
				`The coordinates look swapped (${code} has ${longitude}, ${latitude}): longitude comes first in GeoJSON.`
			);
		return [round(longitude), round(latitude)];
	});
	const [first, last] = [corners[0]!, corners.at(-1)!];
	if (first[0] !== last[0] || first[1] !== last[1])
		throw new BoundaryError(`The boundary of ${code} has a ring that does not close.`);
	return corners;
}

function round(value: number): number {
	const factor = 10 ** DIGITS;
	return Math.round(value * factor) / factor;
}
