import { expect, test } from 'vitest';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { networkIdentity } from './network-identity.ts';

const atlas = buildAtlas(
	wireFixture({
		networks: [{ slug: 'better-way' }, { slug: 'record', record: true }],
		characteristics: [
			{ network: 0, position: 2, label: 'Sharing power' },
			{ network: 0, position: 1, label: 'Putting relationships first' }
		]
	})
);

test('a network says what it stands for in its own order, and who joins it', () => {
	expect(networkIdentity(atlas, 'better-way')).toMatchObject({
		standsFor: ['Putting relationships first', 'Sharing power'],
		belongs: 'Organisations join it.',
		canJoin: true
	});
});

test('nobody joins a public record, and what is no network has no identity', () => {
	expect(networkIdentity(atlas, 'record')).toMatchObject({ standsFor: [], canJoin: false });
	expect([networkIdentity(atlas, null), networkIdentity(atlas, 'moon')]).toEqual([null, null]);
});
