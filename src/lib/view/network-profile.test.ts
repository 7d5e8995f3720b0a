import { expect, test } from 'vitest';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { networkProfile } from './network-profile.ts';

const atlas = buildAtlas(
	wireFixture({
		asOf: '2026-01-01',
		networks: [{ slug: 'good' }, { slug: 'other' }],
		characteristics: [{ network: 0, position: 1, label: 'Flow' }],
		organisations: [{ slug: 'weir' }, { slug: 'mill' }, { slug: 'farm' }, { slug: 'outside' }],
		practices: [
			{ slug: 'rafting', network: 0, characteristics: [0] },
			{ slug: 'shared', characteristics: [0] }
		],
		memberships: [
			{ organisation: 0, network: 0, from: '2019-01-01' },
			{ organisation: 1, network: 0, from: '2018-01-01', precision: 'year', by: true },
			{ organisation: 2, network: 0, from: '2018-01-01', to: '2020-01-01' },
			{ organisation: 3, network: 1, from: '2018-01-01' }
		],
		adoptions: [{ organisation: 3, practice: 1, from: '2020-01-01' }],
		links: [{ slug: 'how-to' }]
	})
);

test('members of today by name, and apart from them those who left', () => {
	const { members, former } = networkProfile(atlas, 0);
	expect(members.map(({ slug, since }) => `${slug} ${since}`)).toEqual(['mill by 2018', 'weir 1 Jan 2019']);
	expect(former.map(({ slug }) => slug)).toEqual(['farm']);
});

test('what shows its characteristics is looked for beyond its members', () => {
	const [flow] = networkProfile(atlas, 0).characteristics;
	expect(flow?.practices.map(({ slug, by }) => [slug, by.map((one) => one.slug)])).toEqual([
		['shared', ['outside']]
	]);
});

test('its own practices are those that belong to it alone', () => {
	expect(networkProfile(atlas, 0).practices.map(({ slug }) => slug)).toEqual(['rafting']);
	expect(networkProfile(atlas, 1).practices).toEqual([]);
});
