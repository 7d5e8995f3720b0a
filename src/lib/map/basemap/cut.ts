/**
 * Cuts the offline basemap to the British Isles: `npx tsx src/lib/map/basemap/cut.ts`.
 *
 * Land from Natural Earth 1:10m (public domain), as packaged by `world-atlas`; polygons are clipped
 * to a box round the isles, so that neighbours' coasts show and nothing else is carried along.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

const BOX = { west: -13, south: 48.6, east: 4.5, north: 61.5 };
const DIGITS = 3;
const SHOWN = new Set([
	'United Kingdom',
	'Ireland',
	'Isle of Man',
	'Jersey',
	'Guernsey',
	'France',
	'Belgium',
	'Netherlands'
]);

const path = createRequire(import.meta.url).resolve('world-atlas/countries-10m.json');
const world = JSON.parse(readFileSync(path, 'utf8')) as Topology<{
	countries: GeometryCollection<{ name: string }>;
}>;
const countries = feature(world, world.objects.countries).features as Feature<
	Polygon | MultiPolygon,
	{ name: string }
>[];

const features = countries
	.filter(({ properties }) => SHOWN.has(properties.name))
	.flatMap(({ properties, geometry }) => {
		const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
		const clipped = polygons
			.map((rings) => rings.map(clipRing).filter((ring) => ring.length >= 4))
			.filter((rings) => rings.length > 0);
		if (clipped.length === 0) return [];
		const isHome = properties.name === 'United Kingdom';
		return [
			{
				type: 'Feature',
				properties: { name: properties.name, home: isHome },
				geometry: { type: 'MultiPolygon', coordinates: clipped }
			}
		];
	});
writeFileSync(
	new URL('./british-isles.json', import.meta.url),
	`${JSON.stringify({ type: 'FeatureCollection', features })}\n`
);

/** Sutherland–Hodgman against each side of the box; rounds and drops repeated corners. */
function clipRing(ring: Position[]): Position[] {
	const sides: [inside: (p: Position) => boolean, cut: (a: Position, b: Position) => Position][] = [
		[([x]) => x! >= BOX.west, (a, b) => atLongitude(a, b, BOX.west)],
		[([x]) => x! <= BOX.east, (a, b) => atLongitude(a, b, BOX.east)],
		[([, y]) => y! >= BOX.south, (a, b) => atLatitude(a, b, BOX.south)],
		[([, y]) => y! <= BOX.north, (a, b) => atLatitude(a, b, BOX.north)]
	];
	let corners = ring.slice(0, -1);
	for (const [inside, cut] of sides) {
		const kept: Position[] = [];
		corners.forEach((corner, at) => {
			const before = corners.at(at - 1)!;
			if (inside(corner) !== inside(before)) kept.push(cut(before, corner));
			if (inside(corner)) kept.push(corner);
		});
		corners = kept;
	}
	const rounded = corners.map((corner) => corner.map((value) => Number(value.toFixed(DIGITS))));
	const distinct = rounded.filter((corner, at) => {
		const before = rounded.at(at - 1)!;
		return corner[0] !== before[0] || corner[1] !== before[1];
	});
	return distinct.length < 3 ? [] : [...distinct, distinct[0]!];
}

function atLongitude(a: Position, b: Position, x: number): Position {
	return [x, a[1]! + ((x - a[0]!) / (b[0]! - a[0]!)) * (b[1]! - a[1]!)];
}

function atLatitude(a: Position, b: Position, y: number): Position {
	return [a[0]! + ((y - a[1]!) / (b[1]! - a[1]!)) * (b[0]! - a[0]!), y];
}
