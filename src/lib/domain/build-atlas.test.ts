import { describe, expect, test } from 'vitest';
import { day, wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { buildAtlas } from './build-atlas.ts';
import { NO_DAY } from './day.ts';
import { DomainError } from './errors.ts';
import { rowsOf } from './row-index.ts';

const wire = wireFixture({
	areas: [{ code: 'E06000001', name: 'Hartlepool', region: 'North East', at: [-1.2, 54.6], hex: [14, 25] }],
	networks: [{ slug: 'n' }],
	organisations: [
		{ slug: 'old-council', kind: 'council', area: 0, closed: '2019-04-01' },
		{ slug: 'council', kind: 'council', area: 0, founded: '2019-04-01' },
		{ slug: 'charity' }
	],
	practices: [{ slug: 'p', characteristics: [0] }],
	characteristics: [{ network: 0, position: 1, label: 'Tailored help' }],
	adoptions: [
		{
			organisation: 1,
			practice: 0,
			from: '2020-01-01',
			stages: [
				['exploring', '2020-01-01'],
				['adopted', '2021-05-01']
			]
		},
		{ organisation: 2, practice: 0, from: '2019-01-01', stage: 'piloting' },
		{ organisation: 0, practice: 0, from: '2018-01-01', to: '2019-01-01', stage: 'ended' },
		{ organisation: 2, practice: 0, stage: 'embedded' }
	],
	ties: [{ a: 2, b: 1 }]
});

describe('buildAtlas', () => {
	const atlas = buildAtlas(wire);

	test('takes the first day at adopted or embedded as the day of adoption', () => {
		expect(Array.from(atlas.adoptions.isAdopter)).toEqual([1, 0, 1, 1]);
		expect(Array.from(atlas.adoptions.adoptedOn)).toEqual([
			day('2021-05-01'),
			NO_DAY,
			day('2018-01-01'),
			NO_DAY
		]);
	});

	test('knows pilots apart from adopters', () => {
		expect(Array.from(atlas.adoptions.isPilot)).toEqual([1, 1, 1, 1]);
		expect(atlas.adoptions.pilotedOn[1]).toBe(day('2019-01-01'));
		expect(atlas.adoptions.pilotedOn[0]).toBe(day('2021-05-01'));
	});

	test('names the council that still exists as the council of its area', () => {
		expect(atlas.areas[0]!.council).toBe(1);
	});

	test('leaves an organisation without coordinates unlocated, never at 0,0', () => {
		expect(atlas.organisations.lon[2]).toBeNaN();
	});

	test('indexes rows by what they point at', () => {
		expect(Array.from(rowsOf(atlas.index.adoptionsOfOrganisation, 2))).toEqual([1, 3]);
		expect(Array.from(rowsOf(atlas.index.tiesTo, 1))).toEqual([0]);
		expect(atlas.index.organisationBySlug.get('charity')).toBe(2);
	});

	test('reads a database whose lists stand in another order', () => {
		const reversed = structuredClone(wire);
		const kinds = reversed.vocabularies.organisation_kind;
		reversed.vocabularies.organisation_kind = [...kinds].reverse();
		reversed.organisations.kind = reversed.organisations.kind.map((at) => kinds.length - 1 - at);
		expect(buildAtlas(reversed).organisations.kind).toEqual(atlas.organisations.kind);
	});

	test('refuses a word or a format that it does not know', () => {
		const strange = structuredClone(wire);
		strange.vocabularies.stage.push('rumoured');
		expect(() => buildAtlas(strange)).toThrow(DomainError);
		expect(() => buildAtlas({ ...wire, format: 2 as 1 })).toThrow(DomainError);
	});

	test('lists a link once for an organisation, however many parts it had in it', () => {
		const twice = structuredClone(wire);
		twice.link_organisations = { link: [0, 0], organisation: [2, 2], role: ['about', 'made'] };
		expect(buildAtlas(twice).index.linksOfOrganisation.get(2)).toEqual([0]);
	});

	test('an empty atlas is an atlas', () => {
		expect(buildAtlas(wireFixture({})).organisations.count).toBe(0);
	});
});
