import { describe, expect, test } from 'vitest';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { DEFAULT_VIEW } from '#lib/view/view.ts';
import { day, wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { areaFile } from './area-file.ts';
import { AREA_ORDER, listAreaRows } from './area-rows.ts';
import { LEARNING_ORDER, listLearningRows } from './learning-rows.ts';
import { select } from '#lib/view/selection.ts';

const area = (code: string, name: string, region: string) => ({
	code,
	name,
	region,
	at: [-2, 53] as [number, number]
});
const atlas = buildAtlas(
	wireFixture({
		asOf: '2024-06-30',
		areas: [
			area('E07000001', 'Bury', 'North West'),
			area('E07000002', 'Ash', 'South East'),
			area('W06000001', 'Mold', 'Wales')
		],
		organisations: [
			{ slug: 'bury', kind: 'council', area: 0 },
			{ slug: 'ash', kind: 'council', area: 1 },
			{ slug: 'shire', kind: 'council', at: [-1, 52] },
			{ slug: 'nowhere', at: null }
		],
		practices: [{ slug: 'p' }],
		adoptions: [
			{ organisation: 0, practice: 0, from: '2022-03-01', learnedFrom: 3 },
			{ organisation: 2, practice: 0, from: '2021-01-01', learnedFrom: 0 }
		],
		ties: [{ a: 1, b: 2, kind: 'lies within' }]
	})
);
const view = { ...DEFAULT_VIEW, practices: ['p'] };

describe('the table of areas', () => {
	test('says of each area what shades it, and through whom', () => {
		const { rows } = listAreaRows(select(atlas, view), null, 'adopted', AREA_ORDER);
		expect(rows.map(({ name, through, by, value }) => [name, through, by, value])).toEqual([
			['Ash', 'county', 'shire', day('2021-01-01')],
			['Bury', 'here', 'bury', day('2022-03-01')],
			['Mold', 'none', null, null]
		]);
	});

	test('puts areas without a value last, whichever way it is sorted', () => {
		for (const isDescending of [true, false]) {
			const { rows } = listAreaRows(select(atlas, view), null, 'adopted', { sort: 'value', isDescending });
			expect(rows.at(-1)!.name).toBe('Mold');
			expect(rows[0]!.name).toBe(isDescending ? 'Bury' : 'Ash');
		}
	});

	test('has no rows for a measure that is not at hand', () => {
		expect(listAreaRows(select(atlas, view), null, 'indicator:none', AREA_ORDER).rows).toEqual([]);
	});

	test('as a file writes dates as dates and stages by name, on the date of the address', () => {
		const file = (search: string) => areaFile(atlas, null, new URL(`https://example.org/${search}`));
		const ash = ({ rows }: ReturnType<typeof areaFile>) => rows.find(({ area }) => area === 'Ash')!;
		expect(ash(file('?practice=p&measure=adopted'))).toMatchObject({
			value: '2021-01-01',
			through: 'county',
			by_organisation: 'shire',
			as_of: '2024-06-30'
		});
		expect(ash(file('?practice=p&measure=stage')).value).toBe('adopted');
		expect(ash(file('?practice=p&measure=adopted&date=2020-01-01'))).toMatchObject({
			value: null,
			as_of: '2020-01-01'
		});
	});
});

test('the table of learning tells who learnt from whom, and what the map cannot draw', () => {
	const rows = listLearningRows(select(atlas, view), LEARNING_ORDER);
	expect(
		rows.map(({ learner, source, date, isDrawn }) => [learner.slug, source.slug, date, isDrawn])
	).toEqual([
		['bury', 'nowhere', '1 Mar 2022', false],
		['shire', 'bury', '1 Jan 2021', true]
	]);
	const latest = listLearningRows(select(atlas, view), { sort: 'date', isDescending: true });
	expect(latest[0]!.learner.slug).toBe('bury');
});
