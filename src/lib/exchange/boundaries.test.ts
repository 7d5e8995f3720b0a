import { describe, expect, test } from 'vitest';
import { BoundaryError } from './boundary-error.ts';
import { parseBoundaries } from './boundaries.ts';

const ring = [
	[-2, 53],
	[-1, 53],
	[-1, 54],
	[-2, 53]
];
const square = (
	code: string,
	coordinates: unknown = [ring],
	properties: Record<string, unknown> = { LAD25CD: code, NAME: 'A' }
) => ({
	type: 'Feature',
	properties,
	geometry: { type: 'Polygon', coordinates }
});
const file = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });

const topology = JSON.stringify({
	type: 'Topology',
	transform: { scale: [0.001, 0.001], translate: [-2, 53] },
	arcs: [
		[
			[0, 0],
			[1000, 0],
			[0, 1000],
			[-1000, -1000]
		]
	],
	objects: {
		regions: {
			type: 'GeometryCollection',
			geometries: [{ type: 'Polygon', arcs: [[0]], properties: { name: 'North' } }]
		},
		lad: {
			type: 'GeometryCollection',
			geometries: [{ type: 'Polygon', arcs: [[0]], properties: { gss: 'E06000001', region: 'E12000001' } }]
		}
	}
});

const areaIn = (properties: Record<string, string>) => ({ type: 'Polygon', arcs: [[0]], properties });
const inCollection = (...geometries: unknown[]) => ({ type: 'GeometryCollection', geometries });
const topologyOf = (objects: object) => JSON.stringify({ type: 'Topology', arcs: [ring], objects });

/** Polygons whose rings begin at their first corner in order, as where a ring begins says nothing. */
function sorted(polygons: number[][][][]): string[] {
	const from = (corners: number[][]) => {
		const open = corners.slice(1);
		const first = open.map(String).sort()[0]!;
		const at = open.map(String).indexOf(first);
		return [...open.slice(at), ...open.slice(0, at)].join(' ');
	};
	return polygons.map((rings) => rings.map(from).join(' | ')).sort();
}

describe('a boundary file', () => {
	test('is read as GeoJSON, whatever its code column is called', () => {
		expect(parseBoundaries(file(square('E06000001')))).toEqual({
			column: 'LAD25CD',
			features: [{ code: 'E06000001', polygons: [[ring]], shapes: 1 }],
			empty: [],
			uncoded: 0
		});
		expect(parseBoundaries(file(square('', [ring], { areacd: 'W06000001' }))).column).toBe('areacd');
	});

	test('is read as TopoJSON, from the collection whose shapes have codes', () => {
		const { column, features } = parseBoundaries(topology);
		expect(column).toBe('gss');
		expect(features).toEqual([{ code: 'E06000001', polygons: [[ring]], shapes: 1 }]);
	});

	test.each([
		['as one object of a topology', { lad: areaIn({ areacd: 'E06000001' }) }, 'areacd'],
		[
			'under its code as the name of an object',
			{ E06000001: areaIn({ name: 'A' }), region: areaIn({}) },
			'id'
		],
		[
			'in a collection within a collection',
			{ all: inCollection(inCollection(areaIn({ areacd: 'E06000001' }))) },
			'areacd'
		]
	])('is read as TopoJSON with the area %s', (_, objects, column) => {
		const read = parseBoundaries(topologyOf(objects));
		expect([read.column, read.features.map(({ code }) => code)]).toEqual([column, ['E06000001']]);
	});

	test('is read as one feature alone, and from a geometry within a collection', () => {
		const alone = square('E06000001');
		expect(parseBoundaries(JSON.stringify(alone)).features).toHaveLength(1);
		const nested = {
			...alone,
			geometry: {
				type: 'GeometryCollection',
				geometries: [{ type: 'Point', coordinates: [0, 50] }, alone.geometry]
			}
		};
		expect(parseBoundaries(file(nested)).features[0]!.polygons).toEqual([[ring]]);
	});

	test.each([
		[
			'a ward beside its council',
			{ WD24CD: 'E05008941', LAD24CD: 'E06000001' },
			{ WD24CD: 'E05008942', LAD24CD: 'E06000001' },
			'WD24CD'
		],
		['one ward beside its council', { LAD24CD: 'E06000001', WD24CD: 'E05008941' }, null, 'WD24CD'],
		[
			'a council beside its county',
			{ CTY: 'E10000003', code: 'E07000008' },
			{ CTY: 'E10000003', code: 'E07000009' },
			'code'
		],
		[
			'a council by its code of now and of then',
			{ LAD23CD: 'E06000063', LAD21CD: 'E07000026' },
			null,
			'LAD21CD'
		],
		[
			'a council that stands twice',
			{ LAD23CD: 'E06000063', RGN: 'E12000002' },
			{ LAD23CD: 'E06000063', RGN: 'E12000002' },
			'LAD23CD'
		]
	])('is read by what its shapes are: %s', (_, first, second, column) => {
		const far = ring.map(([x, y]) => [x! + 3, y!]);
		const shapes = [square('', [ring], first), ...(second === null ? [] : [square('', [far], second)])];
		expect(parseBoundaries(file(...shapes)).column).toBe(column);
	});

	test('counts shapes without a code, and names codes without a shape', () => {
		const read = parseBoundaries(
			file(
				square('E06000001'),
				square('', [ring], { LAD25CD: 'n/a' }),
				{ ...square('E06000002'), geometry: null },
				{ ...square('E06000003'), geometry: { type: 'MultiPolygon', coordinates: [] } },
				{ ...square('E06000004'), geometry: { type: 'Polygon', coordinates: [] } },
				square('E06000005', [
					[
						[0, 50],
						[1, 51],
						[2, 52],
						[0, 50]
					]
				])
			)
		);
		expect(read.features.map(({ code }) => code)).toEqual(['E06000001']);
		expect(read.empty).toEqual(['E06000002', 'E06000003', 'E06000004', 'E06000005']);
		expect(read.uncoded).toBe(1);
	});

	test('winds rings as GeoJSON wants them, whichever way they came', () => {
		const outer = [
			[0, 50],
			[4, 50],
			[4, 54],
			[0, 54],
			[0, 50]
		];
		const hole = [
			[1, 51],
			[1, 52],
			[2, 52],
			[2, 51],
			[1, 51]
		];
		for (const rings of [
			[outer, hole],
			[outer.toReversed(), hole],
			[outer.toReversed(), hole.toReversed()]
		])
			expect(parseBoundaries(file(square('E06000001', rings))).features[0]!.polygons).toEqual([
				[outer, hole]
			]);
	});

	test('makes one area of a mainland and its islands', () => {
		const island = ring.map(([x, y]) => [x! + 5, y!]);
		const { features } = parseBoundaries(file(square('E06000001'), square('E06000001', [island])));
		expect(features).toHaveLength(1);
		expect(features[0]!.shapes).toBe(2);
		expect(sorted(features[0]!.polygons)).toEqual(sorted([[ring], [island]]));
	});

	test('has no borders within an area, in one shape or in several', () => {
		const west = [
			[0, 50],
			[1, 50],
			[1, 51],
			[0, 51],
			[0, 50]
		];
		const east = west.map(([x, y]) => [x! + 1, y!]);
		const both = [
			[
				[0, 50],
				[2, 50],
				[2, 51],
				[0, 51],
				[0, 50]
			]
		];
		const several = parseBoundaries(file(square('E06000001', [west]), square('E06000001', [east])));
		const one = { ...square('E06000001'), geometry: { type: 'MultiPolygon', coordinates: [[west], [east]] } };
		for (const { features } of [several, parseBoundaries(file(one))])
			expect(sorted(features[0]!.polygons)).toEqual(sorted([both]));
	});

	test('takes the code column before the region column when both hold codes', () => {
		const { column } = parseBoundaries(
			file(square('', [ring], { region: 'E12000001', LAD25CD: 'E06000001' }))
		);
		expect(column).toBe('LAD25CD');
	});

	test.each([
		['text', 'name,code\n', 'no JSON'],
		['some other JSON', '{"type":"Point"}', 'neither a GeoJSON'],
		['null', 'null', 'neither a GeoJSON'],
		[
			'points',
			file({ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [0, 0] } }),
			'no polygons'
		],
		['no codes', file(square('', [ring], { NAME: 'A' })), 'No column of the file holds codes'],
		[
			'a national grid',
			file(
				square('E06000001', [
					[
						[430000, 510000],
						[1, 1],
						[2, 2],
						[430000, 510000]
					]
				])
			),
			'not in degrees'
		],
		[
			'swapped coordinates',
			file(
				square('E06000001', [
					[
						[53, -2],
						[54, -2],
						[54, -1],
						[53, -2]
					]
				])
			),
			'look swapped'
		],
		[
			'a short ring',
			file(
				square('E06000001', [
					[
						[0, 50],
						[1, 50],
						[0, 50]
					]
				])
			),
			'fewer than four'
		],
		[
			'an open ring',
			file(
				square('E06000001', [
					[
						[0, 50],
						[1, 50],
						[1, 51],
						[0, 51]
					]
				])
			),
			'does not close'
		],
		[
			'text in a ring',
			file(
				square('E06000001', [
					[
						['0', 50],
						[1, 50],
						[1, 51],
						['0', 50]
					]
				])
			),
			'no pair of numbers'
		],
		['an empty polygon', file(square('E06000001', [])), 'is empty'],
		['one code twice', file(square('E06000001'), square('E06000001')), 'two boundaries of E06000001'],
		[
			'another coordinate system',
			JSON.stringify({
				type: 'FeatureCollection',
				crs: { properties: { name: 'urn:ogc:def:crs:EPSG::27700' } },
				features: [square('E06000001')]
			}),
			'WGS 84'
		],
		[
			'arcs that are not there',
			topology.replace('"arcs":[[0]]', '"arcs":[[7]]').replace('"arcs":[[0]]', '"arcs":[[7]]'),
			'broken'
		]
	])('is refused when it holds %s, with the reason', (_, text, reason) => {
		expect(() => parseBoundaries(text)).toThrow(BoundaryError);
		expect(() => parseBoundaries(text)).toThrow(reason);
	});
});
