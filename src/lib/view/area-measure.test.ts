import { describe, expect, test } from 'vitest';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { STAGES } from '#lib/domain/vocabulary.ts';
import { day, wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { measureAreas, shadeAreas } from './area-measure.ts';
import type { AreaMeasureKey } from './area-measure.ts';
import { countRows } from './map-counts.ts';
import { DEFAULT_VIEW } from './view.ts';
import type { View } from './view.ts';
import { select } from './selection.ts';

const wire = wireFixture({
	areas: [
		{ code: 'E07000001', name: 'Own', region: 'North' },
		{ code: 'E06000002', name: 'New unitary', region: 'North' },
		{ code: 'E07000003', name: 'District', region: 'South' },
		{ code: 'E07000004', name: 'None', region: 'South' }
	],
	organisations: [
		{ slug: 'own', kind: 'council', area: 0 },
		{ slug: 'new', kind: 'council', area: 1, founded: '2021-04-01' },
		{ slug: 'old', kind: 'council', closed: '2021-04-01' },
		{ slug: 'district', kind: 'council', area: 2, founded: '1974-04-01' },
		{ slug: 'county', kind: 'council' },
		{ slug: 'none', kind: 'council', area: 3, founded: '1974-04-01' }
	],
	practices: [{ slug: 'p' }],
	adoptions: [
		{ organisation: 0, practice: 0, from: '2019-01-01', stage: 'embedded' },
		{ organisation: 2, practice: 0, from: '2018-06-01' },
		{ organisation: 4, practice: 0, from: '2020-02-01' }
	],
	ties: [{ a: 3, b: 4, kind: 'lies within' }]
});
wire.successions = { predecessor: [2], successor: [1], on: [day('2021-04-01')], source_url: [null] };
const atlas = buildAtlas(wire);

function measure(key: AreaMeasureKey, date = '2026-01-01', part: Partial<View> = {}) {
	const selection = select(atlas, { ...DEFAULT_VIEW, date: day(date), ...part });
	return measureAreas(selection, countRows(atlas, selection.organisations), key, {
		codes: ['E06000002', 'E07000001'],
		indicators: [
			{
				key: 'pay',
				label: 'Weekly pay',
				unit: '£',
				decimals: 0,
				theme: 'economy',
				transform: 'none',
				source: 'ONS',
				licence: 'OGL v3',
				vintage: '2025',
				denominator: 'employees',
				aggregation: 'none',
				values: [500, 1600]
			}
		],
		adjacency: { a: [], b: [], km: [] },
		former: { code: [], current: [] },
		upper: []
	});
}

describe('measures of areas', () => {
	test('the date of adoption: own, inherited from a predecessor, through the county, or none', () => {
		const adopted = measure('adopted')!;
		expect(adopted.values).toEqual([day('2019-01-01'), day('2018-06-01'), day('2020-02-01'), null]);
		expect(adopted.words[1]).toContain('inherited');
		expect(adopted.words[2]).toContain('county council');
		expect(adopted.words[3]).toBe('not adopted so far');
		expect(adopted.notes).toEqual([
			'Somebody in 1 of 4 areas has it, whether the council or another organisation.',
			'Beside that count, 1 district is shaded for what the county council does: counties have no hexagon of their own.',
			'Beside that count, 1 area is shaded for what a council before its own did.'
		]);
		expect(adopted.isNone).toEqual([false, false, false, true]);
	});

	test('follow the date', () => {
		expect(measure('adopted', '2019-06-01')!.values[2]).toBeNull();
	});

	test('obey the filters of the view', () => {
		const north = measure('adopted', '2026-01-01', { regions: ['North'] })!;
		expect(north.values).toEqual([day('2019-01-01'), day('2018-06-01'), null, null]);
		expect(measure('share', '2026-01-01', { selection: ['own'] })!.words[0]).toBe('1 of 1 councils of North');
		expect(measure('stage', '2026-01-01', { stages: ['embedded'] })!.values.filter(Boolean)).toHaveLength(1);
		expect(measure('share', '2026-01-01', { regions: ['North'] })!.words[3]).toBe(
			'no council of South in view'
		);
	});

	test('say which practices they are of', () => {
		expect(measure('share')!.title).toContain(': p');
	});

	test('the stage', () => {
		expect(measure('stage')!.words[0]).toBe('embedded');
		expect(measure('stage')!.values[0]).toBe(STAGES.indexOf('embedded') + 1);
	});

	test('the share of councils of a region, with its denominator in words', () => {
		const share = measure('share')!;
		expect(share.values).toEqual([100, 100, 0, 0]);
		expect(share.words[0]).toBe('2 of 2 councils of North');
		expect(share.words[2]).toBe('0 of 2 councils of South, and 1 county council');
	});

	test('a published figure, null where nothing is published', () => {
		const pay = measure('indicator:pay')!;
		expect(pay.values).toEqual([1600, 500, null, null]);
		expect(pay.words[0]).toBe('£1,600');
		expect(pay.notes).toEqual(['Not published for 2 of 4 areas.']);
		expect(measure('indicator:unknown')).toBeNull();
	});
});

test('a date is no more exact in the words and the legend than it is known', () => {
	const vague = buildAtlas(
		wireFixture({
			areas: ['E08000001', 'E08000002'].map((code) => ({ code, name: code, region: 'North' })),
			organisations: ['a', 'b'].map((slug, area) => ({ slug, kind: 'council', area })),
			practices: [{ slug: 'p' }],
			adoptions: [
				{ organisation: 0, practice: 0, from: '2019-01-01', precision: 'year' },
				{ organisation: 1, practice: 0, from: '2020-05-04', by: true }
			]
		})
	);
	const selection = select(vague, DEFAULT_VIEW);
	const adopted = measureAreas(selection, countRows(vague, selection.organisations), 'adopted', null)!;
	expect(adopted.words).toEqual(['adopted 2019', 'adopted by 4 May 2020']);
	expect(adopted.values.map((value) => adopted.format(value!))).toEqual(['2019', 'May 2020']);
	expect(adopted.notes).toEqual([
		'1 had adopted by their date, on an unknown earlier one; they have the shade of that date.',
		'Somebody in 2 of 2 areas has it, whether the council or another organisation.'
	]);
});

test('zero is never shaded as if it were some, nor as if it were unknown', () => {
	const counts = { ...measure('organisations')!, values: [0, 1, 5, null] };
	expect(shadeAreas(counts, 'quantile')).toEqual({ bounds: [1, 5], steps: [0, 1, 2, null] });
});
