import { describe, expect, test } from 'vitest';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { select } from '#lib/view/selection.ts';
import { DEFAULT_VIEW } from '#lib/view/view.ts';
import { day, wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { pointColours } from './point-colours.ts';

const REGIONS = Array.from({ length: 12 }, (_, at) => `Region ${String(at).padStart(2, '0')}`);
const atlas = buildAtlas(
	wireFixture({
		areas: REGIONS.map((region, at) => ({ code: `E0700000${at}`, name: region, region })),
		networks: [{ slug: 'net', newMonths: 3 }],
		organisations: [
			{ slug: 'a', kind: 'charity', area: 11 },
			{ slug: 'b', kind: 'council' }
		],
		practices: [{ slug: 'p' }, { slug: 'q' }],
		adoptions: [
			{
				organisation: 0,
				practice: 0,
				from: '2020-01-01',
				stage: 'embedded',
				stages: [
					['piloting', '2020-01-01'],
					['embedded', '2022-01-01']
				]
			},
			{ organisation: 0, practice: 1, from: '2019-01-01', stage: 'adopted', to: '2019-06-01' }
		],
		memberships: [{ organisation: 0, network: 0, from: '2021-01-01' }]
	})
);

function meaning(colourBy: 'kind' | 'region' | 'status' | 'stage', date: string, practices: string[] = []) {
	const { categories, of } = pointColours(select(atlas, { ...DEFAULT_VIEW, practices }), colourBy, day(date));
	return (row: number) => categories[of(row)]!.label;
}

describe('what a point’s colour says', () => {
	test('its kind or its region, on any date', () => {
		expect([0, 1].map(meaning('kind', '2020-01-01'))).toEqual(['charities', 'councils']);
		expect([0, 1].map(meaning('region', '2020-01-01'))).toEqual(['Region 11', 'no single area']);
	});

	test('its membership on the date', () => {
		expect(meaning('status', '2020-12-31')(0)).toBe('no membership');
		expect(meaning('status', '2021-01-02')(0)).toBe('new');
		expect(meaning('status', '2022-01-02')(0)).toBe('current');
	});

	test('the furthest stage on the date, of the practices in view', () => {
		expect(meaning('stage', '2018-01-01')(0)).toBe('nothing on record');
		expect(meaning('stage', '2019-02-01')(0)).toBe('adopted');
		expect(meaning('stage', '2021-01-01')(0)).toBe('piloting');
		expect(meaning('stage', '2023-01-01')(0)).toBe('embedded');
		expect(meaning('stage', '2023-01-01', ['q'])(0)).toBe('ended');
	});

	test('no two categories look the same', () => {
		for (const colourBy of ['kind', 'region', 'status', 'stage'] as const) {
			const { categories } = pointColours(select(atlas, DEFAULT_VIEW), colourBy, atlas.asOf);
			const looks = categories.map(({ token, path, isOpen }) => `${token} ${path} ${isOpen}`);
			expect(new Set(looks).size).toBe(categories.length);
			expect(categories.length).toBeLessThanOrEqual(16);
		}
	});
});
