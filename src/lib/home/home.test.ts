import { expect, test } from 'vitest';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { DEFAULT_VIEW } from '#lib/view/view.ts';
import { wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { homePicture } from './home.ts';
import { select } from '#lib/view/selection.ts';

const atlas = buildAtlas(
	wireFixture({
		asOf: '2026-11-22',
		networks: [{ slug: 'good-help' }, { slug: 'record' }],
		organisations: [{ slug: 'new' }, { slug: 'closed', closed: '2023-04-01' }, { slug: 'by' }],
		memberships: [
			{ organisation: 0, network: 0, from: '2026-05-01' },
			{ organisation: 1, network: 0, from: '2019-01-01' },
			{ organisation: 2, network: 0, from: '2026-06-01', by: true }
		]
	})
);
const members = (network: string) => homePicture(select(atlas, { ...DEFAULT_VIEW, network })).figures.members;

test('the front page counts members who exist, and as joined only those known to have', () => {
	expect(members('good-help')).toEqual({ count: 2, joined: 1 });
});

test('a network without members has no count of them', () => {
	expect(members('record')).toBeNull();
});
