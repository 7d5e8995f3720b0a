import { group, min } from 'd3';
import type { Feature, FeatureCollection, GeoJsonProperties, Geometry } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryObject, Topology } from 'topojson-specification';
import { kindSize } from './area-kinds.ts';
import { BoundaryError } from './boundary-error.ts';
import { cleanPolygons } from './boundary-rings.ts';
import type { Polygons } from './boundary-rings.ts';
import { dissolve, ringKey, shareEdges } from './boundary-union.ts';

/** One area's boundary as a file gives it. */
export interface BoundaryFeature {
	/** As it stands in the file; a current code or a former one. */
	code: string;
	polygons: Polygons;
	/** How many shapes of the file it was put together from. */
	shapes: number;
}

export interface BoundaryFile {
	/** Name of the property that holds the codes. */
	column: string;
	/** Each code once. */
	features: BoundaryFeature[];
	/** Codes whose shape encloses nothing, or that have none. */
	empty: string[];
	/** How many shapes have no code in that column. */
	uncoded: number;
}

type AnyObject = GeometryObject<GeoJsonProperties>;

/** Largest file that is read, bytes. */
export const MOST_BYTES = 60_000_000;

const CODE = /^[EWSNK][0-9]{8}$/;
/** Names that statistics offices give the column, before any other that holds codes. */
const COLUMN_NAMES =
	/^(lad|ltla|utla|la|ctyua|lgd|uau?|area|geo)?[_ ]?(\d{2})?_?(cd|code)$|^gss([_ ]?code)?$|^areacd$|^id$/i;
/** WGS 84, and ETRS89, which lies within a metre of it. */
const DEGREES = /CRS84|4326|4258|OGC:1\.3/;

/**
 * Areas of a GeoJSON or TopoJSON file with their codes. Several shapes of one code, such as a mainland and its
 * islands, are one area, and borders between the parts of one area are gone.
 *
 * @throws {BoundaryError} when the text is no such file, its coordinates are no degrees, no column holds
 *   codes of areas, one shape stands twice, or a ring is broken
 *
 * Source: RFC 7946; the TopoJSON format specification.
 */
export function parseBoundaries(text: string): BoundaryFile {
	const { features } = readCollection(text);
	const shaped = features.filter(({ geometry }) => polygonsIn(geometry).length > 0);
	if (shaped.length === 0) throw new BoundaryError('The file holds no polygons, so it holds no boundaries.');
	const column = codeColumn(shaped);
	const shapes = group(features, (item) => codeIn(item, column));
	const uncoded = shapes.get('')?.filter(({ geometry }) => polygonsIn(geometry).length > 0).length ?? 0;
	shapes.delete('');
	const areas = Array.from(shapes, ([code, items]) => areaOf(code, items));
	const empty = areas.filter(({ polygons }) => polygons.length === 0).map(({ code }) => code);
	if (empty.length === areas.length) throw new BoundaryError(`The boundary of ${empty[0]!} is empty.`);
	return { column, features: areas.filter(({ polygons }) => polygons.length > 0), empty, uncoded };
}

function areaOf(code: string, items: readonly Feature[]): BoundaryFeature {
	const shapes = items
		.map(({ geometry }) => cleanPolygons(polygonsIn(geometry), code))
		.filter((polygons) => polygons.length > 0);
	const distinct = new Set(
		shapes.map((polygons) =>
			polygons
				.map(([outer]) => ringKey(outer!))
				.sort()
				.join('|')
		)
	);
	if (distinct.size < shapes.length) throw new BoundaryError(`The file has two boundaries of ${code}.`);
	const parts = shapes.flat();
	const isWhole = shapes.length < 2 && !shareEdges(parts);
	return { code, polygons: isWhole ? parts : dissolve(parts, code), shapes: shapes.length };
}

function readCollection(text: string): FeatureCollection {
	let value: unknown;
	try {
		value = JSON.parse(text.replace(/^\uFEFF/, ''));
	} catch {
		throw new BoundaryError('The file is no JSON, so it is neither GeoJSON nor TopoJSON.');
	}
	const { type, crs } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
	if (crs !== undefined && crs !== null && !DEGREES.test(JSON.stringify(crs))) {
		throw new BoundaryError(
			'The file names a coordinate system other than WGS 84: export it again as WGS 84 (EPSG:4326).'
		);
	}
	if (type === 'FeatureCollection' && Array.isArray((value as FeatureCollection).features)) {
		const { features } = value as FeatureCollection;
		return { type, features: features.filter((item) => typeof item === 'object' && item !== null) };
	}
	if (type === 'Feature') return { type: 'FeatureCollection', features: [value as Feature] };
	if (type === 'Topology') return readTopology(value as Topology);
	throw new BoundaryError('The file is neither a GeoJSON FeatureCollection nor a TopoJSON Topology.');
}

/** The collection of a topology that has the most areas with codes, as one file often holds regions too. */
function readTopology(topology: Topology): FeatureCollection {
	const objects = Object.entries(topology.objects ?? {});
	const single: Feature[] = [];
	const collections: FeatureCollection[] = [{ type: 'FeatureCollection', features: single }];
	try {
		for (const [name, object] of objects) {
			const features = leavesOf(object).map((leaf) => feature(topology, leaf) as Feature);
			if (object.type === 'GeometryCollection') collections.push({ type: 'FeatureCollection', features });
			// An area that is an object of its own has its code as its name, unless it says otherwise.
			else single.push(...features.map((item) => ({ ...item, id: item.id ?? name })));
		}
	} catch {
		throw new BoundaryError('The TopoJSON file is broken: its shapes name arcs that it does not hold.');
	}
	const codes = ({ features }: FeatureCollection): number =>
		features.filter((item) => candidateColumns(item).length > 0).length;
	const [best] = collections
		.filter(({ features }) => features.length > 0)
		.sort((a, b) => codes(b) - codes(a));
	if (best === undefined) throw new BoundaryError('The TopoJSON file holds no collection of shapes.');
	return best;
}

/** The shapes of a topology's object; a collection with properties of its own is one shape. */
function leavesOf(object: AnyObject): AnyObject[] {
	const isShape = object.properties !== undefined || object.id !== undefined;
	return object.type === 'GeometryCollection' && !isShape ? object.geometries.flatMap(leavesOf) : [object];
}

/** The polygons of a geometry, those within collections included; points and lines are none. */
function polygonsIn(geometry: Geometry | null | undefined): readonly unknown[] {
	switch (geometry?.type) {
		case 'Polygon':
			return [geometry.coordinates];
		case 'MultiPolygon':
			return Array.isArray(geometry.coordinates) ? geometry.coordinates : [];
		case 'GeometryCollection':
			return geometry.geometries.flatMap(polygonsIn);
		default:
			return [];
	}
}

/**
 * The column that says what each shape is. A ward stands beside its council, a council beside its region: it is the
 * one that tells most shapes apart, then the one of the smallest areas, then of the earliest year, then the one that
 * is named like a code.
 */
function codeColumn(features: readonly Feature[]): string {
	const codes = new Map<string, Set<string>>();
	for (const item of features)
		for (const name of candidateColumns(item))
			codes.set(name, (codes.get(name) ?? new Set()).add(codeIn(item, name)));
	const columns = Array.from(codes, ([name, own]) => ({
		name,
		distinct: own.size,
		size: min(own, kindSize)!,
		year: Number(/\d\d(?=_?(cd|code)$)/i.exec(name)?.[0] ?? NaN),
		isNamed: COLUMN_NAMES.test(name)
	}));
	const [best] = columns.sort(
		(a, b) =>
			b.distinct - a.distinct || a.size - b.size || a.year - b.year || Number(b.isNamed) - Number(a.isNamed)
	);
	if (best === undefined) {
		const names = Object.keys(features[0]?.properties ?? {}).slice(0, 8);
		throw new BoundaryError(
			`No column of the file holds codes of areas such as E06000001. Its columns are: ${names.join(', ') || 'none'}.`
		);
	}
	return best.name;
}

function candidateColumns(item: Feature): string[] {
	const named = Object.entries(item.properties ?? {})
		.filter(([, value]) => typeof value === 'string' && CODE.test(value.trim()))
		.map(([name]) => name);
	return typeof item.id === 'string' && CODE.test(item.id) ? [...named, 'id'] : named;
}

/** The code of a shape; empty where the column holds none. */
function codeIn(item: Feature, column: string): string {
	const value: unknown = item.properties?.[column] ?? (column === 'id' ? item.id : undefined);
	const text = typeof value === 'string' ? value.trim() : '';
	return CODE.test(text) ? text : '';
}
