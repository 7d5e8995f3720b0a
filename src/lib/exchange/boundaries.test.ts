import { describe, expect, test } from 'vitest';
import { BoundaryError, parseBoundaries } from './boundaries.ts';
import { matchBoundaries } from './boundary-match.ts';

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

describe('a boundary file', () => {
	test('is read as GeoJSON, whatever its code column is called', () => {
		expect(parseBoundaries(file(square('E06000001')))).toEqual({
			column: 'LAD25CD',
			features: [{ code: 'E06000001', geometry: { type: 'Polygon', coordinates: [ring] } }]
		});
		expect(parseBoundaries(file(square('', [ring], { areacd: 'W06000001' }))).column).toBe('areacd');
	});

	test('is read as TopoJSON, from the collection whose shapes have codes', () => {
		const { column, features } = parseBoundaries(topology);
		expect(column).toBe('gss');
		expect(features).toEqual([{ code: 'E06000001', geometry: { type: 'Polygon', coordinates: [ring] } }]);
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

describe('codes of a file', () => {
	const geometry = { type: 'Polygon' as const, coordinates: [ring] };
	const former = [
		{ from: 'E07000001', to: 'E06000066' },
		{ from: 'E07000002', to: 'E06000066' },
		{ from: 'E07000003', to: 'E06000067' },
		{ from: 'E07000003', to: 'E06000068' }
	];
	const current = ['E06000066', 'E06000067', 'E06000068'];

	test('that were merged make one boundary', () => {
		const match = matchBoundaries(
			[
				{ code: 'E07000001', geometry },
				{ code: 'E07000002', geometry }
			],
			current,
			former
		);
		expect(match.matched).toEqual([
			{ code: 'E06000066', geometry: { type: 'MultiPolygon', coordinates: [[ring], [ring]] } }
		]);
		expect(match.renamed).toHaveLength(2);
		expect(match.missing).toEqual(['E06000067', 'E06000068']);
	});

	test('that were split, or that nobody knows, are reported', () => {
		const match = matchBoundaries(
			[
				{ code: 'E07000003', geometry },
				{ code: 'E99999999', geometry }
			],
			current,
			former
		);
		expect(match.matched).toEqual([]);
		expect(match.unknown).toEqual(['E07000003', 'E99999999']);
	});

	test('of today go before those of a predecessor', () => {
		const match = matchBoundaries(
			[
				{ code: 'E07000001', geometry },
				{ code: 'E06000066', geometry }
			],
			current,
			former
		);
		expect(match.matched).toEqual([{ code: 'E06000066', geometry }]);
		expect(match.renamed).toEqual([]);
	});
});
