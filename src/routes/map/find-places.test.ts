import { expect, test } from 'vitest';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { findPlaces } from './find-places.ts';

const wire = wireFixture({
	areas: [{ code: 'E08000005', name: 'Rochdale', region: 'North West', at: [-2.15, 53.6] }],
	organisations: [
		{ slug: 'rochdale-boroughwide-housing', area: 0, names: ['RBH'] },
		{ slug: 'rochdale', area: 0 },
		{ slug: 'lost', at: null, names: ['Rochdale lost'] }
	]
});
const atlas = buildAtlas(wire);
const nameOf = (slug: string) => atlas.organisations.name[atlas.index.organisationBySlug.get(slug)!]!;

test('finds by another name and says which', () => {
	expect(findPlaces(atlas, 'rbh', 5)).toMatchObject([
		{ name: nameOf('rochdale-boroughwide-housing'), note: 'also RBH', zoom: 11 }
	]);
});

test('finds areas too, and says where nothing is recorded', () => {
	const found = findPlaces(atlas, 'rochdale', 9);
	expect(found.some(({ key, note }) => key === 'E08000005' && note === 'area, North West')).toBe(true);
	expect(found.find(({ key }) => key === 'organisation-lost')).toMatchObject({
		at: null,
		note: 'no recorded place'
	});
});

test('finds nothing for nothing', () => {
	expect(findPlaces(atlas, '  ', 5)).toEqual([]);
	expect(findPlaces(atlas, 'zzz', 5)).toEqual([]);
});
