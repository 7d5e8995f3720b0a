/**
 * Cuts the offline basemap: `npx tsx src/lib/map/basemap/cut.ts`.
 *
 * Land from Natural Earth (public domain), as packaged by `world-atlas`: the British Isles at 1:10m,
 * their neighbours at 1:50m so that nobody sees an edge, all clipped to one box.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

const BOX = { west: -45, south: 40, east: 36, north: 71 };
const ISLES = new Set(['United Kingdom', 'Ireland', 'Isle of Man', 'Jersey', 'Guernsey']);

const features = [
	...countriesOf('countries-10m.json', (name) => ISLES.has(name), 3),
	...countriesOf('countries-50m.json', (name) => !ISLES.has(name), 2)
];
writeFileSync(
	new URL('./british-isles.json', import.meta.url),
	`${JSON.stringify({ type: 'FeatureCollection', features })}\n`
);

/** Countries of one file within the box, their corners rounded to some digits of a degree. */
function countriesOf(
	file: string,
	isWanted: (name: string) => boolean,
	digits: number
): Feature<MultiPolygon>[] {
	const path = createRequire(import.meta.url).resolve(`world-atlas/${file}`);
	const world = JSON.parse(readFileSync(path, 'utf8')) as Topology<{
		countries: GeometryCollection<{ name: string }>;
	}>;
	const countries = feature(world, world.objects.countries).features as Feature<
		Polygon | MultiPolygon,
		{ name: string }
	>[];
	return countries
		.filter(({ properties }) => isWanted(properties.name))
		.flatMap(({ properties: { name }, geometry }) => {
			const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
			const coordinates = polygons
				.map((rings) => rings.map((ring) => clipRing(ring, digits)).filter((ring) => ring.length >= 4))
				.filter((rings) => rings.length > 0);
			if (coordinates.length === 0) return [];
			const properties = { name, home: name === 'United Kingdom' };
			return [
				{ type: 'Feature' as const, properties, geometry: { type: 'MultiPolygon' as const, coordinates } }
			];
		});
}

/** Sutherland–Hodgman against each side of the box; rounds and drops repeated corners. */
function clipRing(ring: Position[], digits: number): Position[] {
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
	const rounded = corners.map((corner) => corner.map((value) => Number(value.toFixed(digits))));
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
