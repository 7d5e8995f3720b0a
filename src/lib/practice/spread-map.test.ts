import { expect, test } from 'vitest';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { select } from '#lib/view/selection.ts';
import { DEFAULT_VIEW } from '#lib/view/view.ts';
import type { View } from '#lib/view/view.ts';
import { wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { spreadMap } from './spread-map.ts';
import { practiceView } from './adoption-record.ts';

const area = (code: string, region: string, q: number) => ({
	...{ code, name: code, region, at: [0, 52] as [number, number] },
	hex: [q, 0] as [number, number]
});
const atlas = buildAtlas(
	wireFixture({
		asOf: '2026-11-22',
		areas: [
			area('E08000001', 'North', 0),
			area('E08000002', 'North', 1),
			area('E08000003', 'South', 2),
			area('E08000004', 'South', 3)
		],
		organisations: [
			{ slug: 'early', kind: 'council', area: 0 },
			{ slug: 'ended', kind: 'council', area: 1 },
			{ slug: 'undated', kind: 'council', area: 2 },
			{ slug: 'never', kind: 'council', area: 3 }
		],
		practices: [{ slug: 'listening' }, { slug: 'walking' }],
		adoptions: [
			{ organisation: 0, practice: 0, from: '2018-05-01' },
			{ organisation: 1, practice: 0, from: '2022-05-01', to: '2024-01-01' },
			{ organisation: 2, practice: 0 },
			{ organisation: 3, practice: 1, from: '2019-01-01' }
		]
	})
);

const spread = (slug: string, view: View) => spreadMap(select(atlas, practiceView(view, slug)));

test('maps are spread over the years from the first adoption to the day of the snapshot, each of other areas', () => {
	expect(spread('listening', DEFAULT_VIEW)!.moments).toEqual([
		{ period: 2018, label: 'By the end of 2018', note: '1 of 4 areas' },
		{ period: 2022, label: 'By the end of 2022', note: '2 of 4 areas' },
		{ period: 2026, label: '2026, so far', note: '3 of 4 areas' }
	]);
});

test('one area is one map, of the day of the snapshot', () => {
	expect(spread('walking', DEFAULT_VIEW)!.moments).toEqual([
		{ period: 2026, label: '2026, so far', note: '1 of 4 areas' }
	]);
});

test('what has no date is on the last map only, and the table holds the same figures', () => {
	const map = spread('listening', DEFAULT_VIEW)!;
	expect(map.undated).toBe(1);
	expect(map.regions).toEqual([
		{ region: 'North', counts: [1, 2, 2], of: 2 },
		{ region: 'South', counts: [0, 0, 1], of: 2 }
	]);
});

test('councils outside the view are neither with nor without it', () => {
	const map = spread('listening', { ...DEFAULT_VIEW, regions: ['North'] })!;
	expect(map.cells.map(({ period }) => period)).toEqual([2018, 2022, undefined, undefined]);
	expect(map.moments.at(-1)!.note).toBe('2 of 2 areas');
});

test('there is no map where no area has it', () => {
	expect(spread('walking', { ...DEFAULT_VIEW, regions: ['North'] })).toBeNull();
});
