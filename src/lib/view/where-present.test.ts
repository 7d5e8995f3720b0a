import { expect, test } from 'vitest';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { select } from './selection.ts';
import { DEFAULT_VIEW } from './view.ts';
import { wherePresent } from './where-present.ts';

test('an area is filled where somebody of the selection sits in it, once however many', () => {
	const atlas = buildAtlas(
		wireFixture({
			areas: [
				{ code: 'E08000005', name: 'Rochdale', region: 'North West', hex: [4, 4] },
				{ code: 'E08000002', name: 'Bury', region: 'North West', hex: [3, 4] }
			],
			networks: [{ slug: 'good-help' }],
			organisations: [{ slug: 'a', area: 0 }, { slug: 'b', area: 0 }, { slug: 'c' }, { slug: 'd', area: 1 }],
			memberships: [0, 1, 2].map((organisation) => ({ organisation, network: 0, from: '2020-01-01' }))
		})
	);
	expect(wherePresent(select(atlas, { ...DEFAULT_VIEW, network: 'good-help' }))).toEqual({
		cells: [
			{ q: 4, r: 4, period: 1 },
			{ q: 3, r: 4, period: null }
		],
		covered: 1,
		areas: 2
	});
});
