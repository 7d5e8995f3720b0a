import { expect, test } from 'vitest';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { organisationReading } from './organisation-reading.ts';

test('a practice that is only looked at is not one that two organisations share', () => {
	const charity = (slug: string) => ({ slug, kind: 'charity' as const, area: 0 });
	const atlas = buildAtlas(
		wireFixture({
			areas: [{ code: 'E06000001', name: 'One', region: 'North' }],
			organisations: [charity('own'), charity('doing'), charity('looking')],
			practices: [{ slug: 'circles' }],
			adoptions: [
				{ organisation: 0, practice: 0, from: '2015-01-01' },
				{ organisation: 1, practice: 0, from: '2015-01-01' },
				{ organisation: 2, practice: 0, from: '2015-01-01', stages: [['exploring', '2015-01-01']] }
			]
		})
	);
	const { peers } = organisationReading(atlas, 0);
	const shared = (slug: string) => peers.find((peer) => peer.slug === slug)?.alike.join() ?? '';
	expect(shared('doing')).toContain('share ');
	expect(shared('looking')).not.toContain('share ');
});
