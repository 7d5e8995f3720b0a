import { describe, expect, test } from 'vitest';
import type { AreasWire } from '#lib/domain/areas-wire.ts';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { day, wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { areaFinder } from './find-area.ts';

const wire = wireFixture({
	areas: [
		{ code: 'E06000063', name: 'Cumberland', region: 'North West' },
		{ code: 'E06000064', name: 'Westmorland and Furness', region: 'North West' },
		{ code: 'E08000021', name: 'Newcastle upon Tyne', region: 'North East' },
		{ code: 'E07000195', name: 'Newcastle-under-Lyme', region: 'West Midlands' },
		{ code: 'E08000038', name: 'Barnsley', region: 'Yorkshire and The Humber' },
		{ code: 'E06000099', name: 'East Surrey', region: 'South East' }
	],
	organisations: [
		{ slug: 'cumberland', kind: 'council', area: 0 },
		{ slug: 'east-surrey', kind: 'council', area: 5 },
		{ slug: 'reigate-and-banstead', kind: 'council', closed: '2026-04-01' }
	],
	practices: [],
	adoptions: [],
	ties: []
});
wire.organisations.name = [
	'Cumberland Council',
	'East Surrey Council',
	'Reigate and Banstead Borough Council'
];
wire.organisation_names = { organisation: [0], name: ['The Council of the Western Lakes'] };
wire.successions = { predecessor: [2], successor: [1], on: [day('2026-04-01')], source_url: [null] };
const areas: AreasWire = {
	codes: ['E06000063', 'E06000064', 'E08000021', 'E07000195', 'E08000038', 'E06000099'],
	indicators: [],
	adjacency: { a: [], b: [], km: [] },
	former: { code: ['E07099999'], current: [0] },
	upper: [{ code: 'E10000016', name: 'Kent', kind: 'county', districts: [] }]
};
const find = areaFinder(areas, buildAtlas(wire), day('2026-11-22'));

describe('finding an area by its council', () => {
	test.each(['Cumberland', 'cumberland council', 'E06000063', 'e06000063'])('%s is there today', (asked) =>
		expect(find(asked)).toEqual({ ok: true, code: 'E06000063', name: 'Cumberland', note: null })
	);

	test.each(['E07000026', 'Allerdale Borough Council', 'Allerdale'])(
		'%s leads to its successor and says so',
		(asked) =>
			expect(find(asked)).toMatchObject({
				ok: true,
				code: 'E06000063',
				note: 'Allerdale Borough Council no longer exists; Cumberland took its place.'
			})
	);

	test.each(['Cumbria County Council', 'E10000006'])(
		'%s was divided: which part is meant is asked',
		(asked) =>
			expect(find(asked)).toMatchObject({
				ok: false,
				message:
					'Cumbria County Council was divided between Cumberland and Westmorland and Furness: choose one of them.',
				choices: [{ code: 'E06000063' }, { code: 'E06000064' }]
			})
	);

	test('what tells two of a name apart is said', () => {
		expect(find('newcastle')).toEqual({
			ok: false,
			message: '“newcastle” may mean several councils: choose one of them.',
			choices: [
				{
					code: 'E07000195',
					name: 'Newcastle-under-Lyme',
					detail: 'district within a county, Staffordshire'
				},
				{ code: 'E08000021', name: 'Newcastle upon Tyne', detail: 'metropolitan district, North East' }
			]
		});
	});

	test('a name that was only begun is a question', () => {
		expect(find('Cumber')).toMatchObject({ ok: false, message: '“Cumber” may mean Cumberland.' });
	});

	test('a county is found too', () => {
		expect(find('Kent County Council')).toMatchObject({ ok: true, code: 'E10000016' });
	});

	test.each(['E08000016', 'E08000038', 'Barnsley'])(
		'%s is the area under the code that it has here',
		(asked) => expect(find(asked)).toMatchObject({ ok: true, code: 'E08000038', note: null })
	);

	test('names that people gave a record are known', () => {
		expect(find('Western Lakes')).toMatchObject({ ok: true, code: 'E06000063' });
	});

	test('a council that the register does not know yet is found, and what it followed leads to it', () => {
		expect(find('East Surrey')).toMatchObject({ ok: true, code: 'E06000099' });
		expect(find('Reigate & Banstead')).toMatchObject({
			ok: true,
			code: 'E06000099',
			note: 'Reigate and Banstead Borough Council no longer exists; East Surrey took its place.'
		});
	});

	test('a former code that only this site knows leads on', () => {
		expect(find('E07099999')).toMatchObject({ ok: true, code: 'E06000063' });
	});

	test.each([
		['', 'Enter the name or the code of a council.'],
		['Atlantis', 'There is no council, now or before, called “Atlantis”.'],
		[
			'Greater Manchester Combined Authority',
			'There are no figures for Greater Manchester Combined Authority.'
		]
	])('“%s” is answered in one sentence', (asked, message) =>
		expect(find(asked)).toEqual({ ok: false, message, choices: [] })
	);
});
