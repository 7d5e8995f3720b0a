import { describe, expect, test } from 'vitest';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import type { AreasWire } from '#lib/domain/areas-wire.ts';
import { day, wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { namedAreas } from './council-names.ts';
import { findCouncil } from './find-council.ts';

const atlasWire = wireFixture({
	areas: [
		{ code: 'E06000063', name: 'Cumberland', region: 'North West' },
		{ code: 'E06000064', name: 'Westmorland and Furness', region: 'North West' },
		{ code: 'E08000021', name: 'Newcastle upon Tyne', region: 'North East' },
		{ code: 'E07000195', name: 'Newcastle-under-Lyme', region: 'West Midlands' }
	],
	organisations: [
		{ slug: 'cumberland', kind: 'council', area: 0 },
		{ slug: 'westmorland', kind: 'council', area: 1 },
		{ slug: 'allerdale', kind: 'council', closed: '2023-04-01' },
		{ slug: 'cumbria', kind: 'council', closed: '2023-04-01' }
	],
	practices: [],
	adoptions: [],
	ties: []
});
atlasWire.organisations.name = [
	'Cumberland Council',
	'Westmorland and Furness Council',
	'Allerdale Borough Council',
	'Cumbria County Council'
];
atlasWire.successions = {
	predecessor: [2, 3, 3],
	successor: [0, 0, 1],
	on: [day('2023-04-01'), day('2023-04-01'), day('2023-04-01')]
};
const areasWire: AreasWire = {
	codes: ['E06000063', 'E06000064', 'E08000021', 'E07000195'],
	indicators: [],
	adjacency: { a: [], b: [], km: [] },
	former: { code: ['E07000026'], current: [0] },
	upper: [{ code: 'E10000016', name: 'Kent', kind: 'county', districts: [] }]
};
const names = namedAreas(areasWire, buildAtlas(atlasWire));
const find = (asked: string) => findCouncil(asked, names);

describe('finding a council', () => {
	test.each(['Cumberland', 'cumberland council', 'E06000063', 'e06000063', 'Cumber'])(
		'%s is the council of today, and needs no note',
		(asked) => expect(find(asked)).toEqual({ ok: true, code: 'E06000063', note: null })
	);

	test.each([
		['E07000026', 'E07000026'],
		['Allerdale Borough Council', 'Allerdale Borough Council'],
		['Allerdale', 'Allerdale Borough Council']
	])('%s leads to its successor and says so', (asked, old) => {
		expect(find(asked)).toEqual({
			ok: true,
			code: 'E06000063',
			note: `${old} no longer exists; Cumberland took its place.`
		});
	});

	test('a council that was divided asks which part is meant', () => {
		expect(find('Cumbria County Council')).toMatchObject({
			ok: false,
			message: expect.stringContaining('was divided between Cumberland and Westmorland and Furness'),
			choices: [{ code: 'E06000063' }, { code: 'E06000064' }]
		});
	});

	test('a word that begins several names offers them', () => {
		expect(find('newcastle')).toMatchObject({
			ok: false,
			choices: [{ name: 'Newcastle upon Tyne' }, { name: 'Newcastle-under-Lyme' }]
		});
	});

	test('a county is found too', () => {
		expect(find('Kent County Council')).toMatchObject({ ok: true, code: 'E10000016' });
	});

	test.each([
		['', 'Enter the name or the code of a council.'],
		['Atlantis', 'There is no council, now or before, called “Atlantis”.']
	])('“%s” is answered in one sentence', (asked, message) => {
		expect(find(asked)).toEqual({ ok: false, message, choices: [] });
	});
});
