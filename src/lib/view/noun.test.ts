import { expect, test } from 'vitest';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { countInWords, nounOf } from './noun.ts';
import { DEFAULT_VIEW } from './view.ts';

const atlas = buildAtlas(
	wireFixture({
		networks: [{ slug: 'good-help' }, { slug: 'record', record: true }],
		organisations: [{ slug: 'a' }],
		practices: [{ slug: 'declaring', network: 1 }],
		memberships: [{ organisation: 0, network: 0, from: '2020-01-01' }]
	})
);

test.each([
	[null, 1, '1 organisation'],
	['good-help', 2, '2 members'],
	['record', 1, '1 organisation on record'],
	['record', 1325, '1,325 organisations on record'],
	['unknown', 0, '0 organisations']
])('in %s, %i is called “%s”', (network, count, words) => {
	expect(countInWords(count, nounOf(atlas, { ...DEFAULT_VIEW, network }))).toBe(words);
});
