import { expect, test } from 'vitest';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { day, wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { membersOn } from './membership-spans.ts';

const atlas = buildAtlas(
	wireFixture({
		asOf: '2026-11-22',
		networks: [{ slug: 'good-help' }],
		organisations: [{ slug: 'again' }, { slug: 'closed', closed: '2023-04-01' }, { slug: 'by' }],
		memberships: [
			{ organisation: 0, network: 0, from: '2018-01-01', to: '2020-01-01' },
			{ organisation: 0, network: 0, from: '2026-05-01' },
			{ organisation: 1, network: 0, from: '2019-01-01' },
			{ organisation: 2, network: 0, from: '2026-06-01', by: true }
		]
	})
);

test('an organisation is a member once, while it is in and while it exists', () => {
	const members = (iso: string) => [...membersOn(atlas, 0, day(iso))];
	expect(members('2019-06-01')).toEqual([0, 1]);
	expect(members('2020-01-01')).toEqual([1]);
	expect(members('2023-04-01')).toEqual([]);
	expect(members('2026-11-22')).toEqual([0, 2]);
});
