import { expect, test } from 'vitest';
import { pointCollection } from './geojson.ts';

test('puts longitude first, to seven decimals', () => {
	const { features } = pointCollection(
		[{ id: 'a', at: { longitude: -2.123456789, latitude: 53.6 }, properties: { name: 'A' } }],
		{}
	);
	expect(features[0]).toEqual({
		type: 'Feature',
		id: 'a',
		geometry: { type: 'Point', coordinates: [-2.1234568, 53.6] },
		properties: { name: 'A' }
	});
});

test('a row without a place has no geometry and keeps its properties', () => {
	const { features } = pointCollection([{ id: 'b', at: null, properties: { name: 'B' } }], {});
	expect(features[0]!.geometry).toBeNull();
	expect(features[0]!.properties).toEqual({ name: 'B' });
});

test('says what it is of beside its features', () => {
	expect(pointCollection([], { as_of: '2026-11-22' })).toEqual({
		type: 'FeatureCollection',
		as_of: '2026-11-22',
		features: []
	});
});
