import { expect, test } from 'vitest';
import { wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { snapshotBytes } from './atlas-bytes.ts';

test('a snapshot weighs more with every row and with longer names', () => {
	const weigh = (...slugs: string[]) =>
		snapshotBytes(wireFixture({ organisations: slugs.map((slug) => ({ slug })) }));
	expect(weigh('a', 'b')).toBeGreaterThan(weigh('a'));
	expect(weigh('longer')).toBeGreaterThan(weigh('short'));
});
