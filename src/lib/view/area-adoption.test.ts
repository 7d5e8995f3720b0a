import { describe, expect, test } from 'vitest';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { day, wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { adoptersIn, countAdopters } from './adopters.ts';
import { areaAdoptions, countAreas } from './area-adoption.ts';
import { measureCoverage } from './coverage.ts';
import { areasOf, silentAreas } from './area-adoption.ts';
import { countRows } from './map-counts.ts';
import { select } from './selection.ts';
import { DEFAULT_VIEW } from './view.ts';
import type { View } from './view.ts';

const region = (code: string, name: string) => ({ code, name, region: name === 'Five' ? 'South' : 'North' });
const wire = wireFixture({
	asOf: '2026-01-01',
	areas: [
		region('E06000001', 'One'),
		region('E07000002', 'Two'),
		region('E06000003', 'Three'),
		region('E06000004', 'Four'),
		region('E06000005', 'Five')
	],
	organisations: [
		{ slug: 'one', kind: 'council', area: 0 },
		{ slug: 'charity-in-one', area: 0 },
		{ slug: 'two', kind: 'council', area: 1 },
		{ slug: 'county', kind: 'council' },
		{ slug: 'three', kind: 'council', area: 2, founded: '2023-04-01' },
		{ slug: 'before-three', kind: 'council', area: 2, closed: '2023-04-01' },
		{ slug: 'four', kind: 'council', area: 3 },
		{ slug: 'five', kind: 'council', area: 4 },
		{ slug: 'national' }
	],
	practices: [{ slug: 'p' }, { slug: 'other' }],
	adoptions: [
		{ organisation: 1, practice: 0, from: '2020-01-01' },
		{ organisation: 3, practice: 0, from: '2019-01-01' },
		{ organisation: 5, practice: 0, from: '2018-01-01' },
		{ organisation: 8, practice: 0, from: '2017-01-01' },
		{ organisation: 7, practice: 0, from: '2020-01-01', to: '2022-01-01', endKind: 'completed' }
	],
	ties: [{ a: 2, b: 3, kind: 'lies within' }],
	gaps: [
		[6, 0],
		[0, 0]
	]
});
wire.successions = { predecessor: [5], successor: [4], on: [day('2023-04-01')], source_url: [null] };
const atlas = buildAtlas(wire);
const of = (part: Partial<View> = {}) => select(atlas, { ...DEFAULT_VIEW, practices: ['p'], ...part });

describe('where', () => {
	test('is whoever sits in the area; county and inheritance stand beside the count', () => {
		const areas = areaAdoptions(of());
		expect(areas.map(({ here }) => here.map(({ by }) => atlas.organisations.slug[by]))).toEqual([
			['charity-in-one'],
			[],
			[],
			[],
			[]
		]);
		expect(areas.map(({ beside }) => beside?.through ?? null)).toEqual([
			null,
			'county',
			'inherited',
			null,
			null
		]);
		expect(countAreas(areas)).toEqual({ having: 1, outOf: 4, silent: 1, inherited: 1, county: 1 });
	});

	test('is silent about an area only where nobody in it, above it or before it is on record', () => {
		expect(areaAdoptions(of()).map(({ isSilent }) => isSilent)).toEqual([false, false, false, true, false]);
		expect(silentAreas(of({ practices: [] }))).toEqual(new Set());
	});

	test('follows the date: the council before sat there then', () => {
		expect(countAreas(areaAdoptions(of({ date: day('2021-01-01') })))).toMatchObject({
			having: 3,
			inherited: 0
		});
	});

	test('is counted alike by the map, on any date, with any filter', () => {
		for (const part of [
			{},
			{ regions: ['South'] },
			{ kinds: ['council'] },
			{ areas: ['E06000001'] }
		] as const) {
			for (const date of ['2017-06-01', '2019-06-01', '2021-06-01', '2024-06-01']) {
				const selection = of({ ...structuredClone(part), date: day(date) } as Partial<View>);
				const { having, outOf } = countAreas(areaAdoptions(selection));
				const looked = { asked: areasOf(selection), silent: silentAreas(selection) };
				const map = measureCoverage(atlas, countRows(atlas, selection.organisations), looked, null);
				expect([map.covered, map.areas], JSON.stringify([part, date])).toEqual([having, outOf]);
			}
		}
	});
});

describe('who', () => {
	test('is any kind of organisation, each once, and no successor', () => {
		expect([...adoptersIn(of(), 0)].map((row) => atlas.organisations.slug[row])).toEqual([
			'charity-in-one',
			'county',
			'national'
		]);
		expect(countAdopters(of(), 0)).toEqual({ inPlace: 3, ever: 5 });
	});

	test('is who the view shows', () => {
		for (const date of ['2017-06-01', '2021-06-01', '2024-06-01']) {
			const selection = of({ date: day(date) });
			expect([...adoptersIn(selection, 0)].sort()).toEqual([...selection.organisations]);
		}
	});
});
