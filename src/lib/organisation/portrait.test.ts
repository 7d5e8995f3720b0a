import { expect, test } from 'vitest';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { organisationPortrait, stepsBetween } from './portrait.ts';

const atlas = buildAtlas(
	wireFixture({
		areas: [
			{ code: 'E08000005', name: 'Rochdale', region: 'North West', hex: [4, 4] },
			{ code: 'E08000002', name: 'Bury', region: 'North West', hex: [3, 4] },
			{ code: 'E08000003', name: 'Far off', region: 'North West', hex: [40, 40] }
		],
		networks: [{ slug: 'good-help' }, { slug: 'record', record: true }],
		organisations: [{ slug: 'rochdale', area: 0 }, { slug: 'bury', area: 1 }, { slug: 'nowhere' }],
		practices: [{ slug: 'listening' }, { slug: 'declaring', network: 1 }],
		adoptions: [
			{ organisation: 0, practice: 0, from: '2020-01-01' },
			{ organisation: 0, practice: 1, from: '2019-01-01' }
		],
		memberships: [{ organisation: 0, network: 0, from: '2018-01-01' }],
		ties: [
			{ a: 0, b: 1, kind: 'works with', inferred: true },
			{ a: 1, b: 0, kind: 'visited', from: '2019-01-01' },
			{ a: 0, b: 2, kind: 'works with', from: '2015-01-01', to: '2016-01-01' }
		]
	})
);

test('a portrait shows the own hexagon among its neighbours', () => {
	const { place } = organisationPortrait(atlas, 0);
	expect(place).toMatchObject({ name: 'Rochdale', neighbours: ['Bury'] });
	expect(place!.cells.map(({ nearness }) => nearness)).toEqual([2, 1]);
	expect(organisationPortrait(atlas, 2).place).toBeNull();
});

test('those it is tied to today, each once, stated where anybody states it', () => {
	expect(organisationPortrait(atlas, 0).ties).toMatchObject({
		all: 1,
		drawn: [{ slug: 'bury', isInferred: false }]
	});
});

test('and what happened, the oldest first, without what stands apart', () => {
	expect(organisationPortrait(atlas, 0).events.map(({ words }) => words)).toEqual([
		'member of good-help, 1 Jan 2018',
		'listening, 1 Jan 2020'
	]);
});

test.each([
	[{ q: 0, r: 0 }, { q: 1, r: 0 }, 1],
	[{ q: 0, r: 0 }, { q: 0, r: 1 }, 1],
	[{ q: 0, r: 1 }, { q: 1, r: 2 }, 1],
	[{ q: 0, r: 0 }, { q: 3, r: 2 }, 4],
	[{ q: 2, r: 3 }, { q: 2, r: 3 }, 0]
])('from %o to %o it is %i steps', (a, b, steps) => {
	expect([stepsBetween(a, b), stepsBetween(b, a)]).toEqual([steps, steps]);
});
