import { expect, test } from 'vitest';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { DEFAULT_VIEW } from '#lib/view/view.ts';
import type { View } from '#lib/view/view.ts';
import { day, wireFixture } from '../../tests/fixtures/atlas-fixture.ts';
import { libraryView } from '#lib/learning/library.ts';
import { viewChips } from './view-chips.ts';

const atlas = buildAtlas(wireFixture({ practices: [{ slug: 'listening' }] }));
const view: View = { ...DEFAULT_VIEW, kinds: ['charity'], practices: ['listening'], mode: 'changed' };

test('a page shows the conditions it obeys, and dropping one keeps those of other pages', () => {
	const { chips } = viewChips(atlas, view, '/learning', {}, libraryView(view));
	expect(chips).toEqual([{ label: 'listening', href: '/learning?kind=charity&mode=changed' }]);
});

test('a date after the snapshot is named as what is shown', () => {
	const { chips } = viewChips(atlas, { ...DEFAULT_VIEW, date: day('2027-05-01') }, '/practices');
	expect(chips.map(({ label }) => label)).toEqual(['on 22 Nov 2026']);
});
