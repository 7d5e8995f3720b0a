import { beforeEach, expect, test, vi } from 'vitest';
import * as search from '#lib/analysis/graph/communities.ts';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { USUAL_CHOICE } from '#lib/view/network-choice.ts';
import type { NetworkChoice } from '#lib/view/network-choice.ts';
import { networkPicture } from '#lib/view/network-picture.ts';
import { select } from '#lib/view/selection.ts';
import { DEFAULT_VIEW } from '#lib/view/view.ts';
import { day, wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { measureParts } from './network-parts.ts';
import { readNetwork } from './network-reading.ts';
import { measureFigures } from './node-figures.ts';
import { PictureOnDate } from './picture-on-date.ts';

vi.mock('#lib/analysis/graph/communities.ts', { spy: true });

const atlas = buildAtlas(
	wireFixture({
		organisations: ['a', 'b', 'c', 'd'].map((slug) => ({ slug })),
		practices: [{ slug: 'p' }],
		adoptions: [{ organisation: 3, practice: 0, from: '2020-01-01' }],
		ties: [
			{ a: 0, b: 1, from: '2020-01-01' },
			{ a: 1, b: 2, from: '2020-01-01' }
		]
	})
);
const on = (choice: Partial<NetworkChoice>) =>
	new PictureOnDate(networkPicture(select(atlas, DEFAULT_VIEW), { ...USUAL_CHOICE, ...choice }), {
		mode: 'as-of',
		day: day('2023-01-01'),
		since: 0
	});

beforeEach(() => vi.clearAllMocks());

test('communities of organisations alone are found once, whoever asks', () => {
	const alone = on({ hidden: ['practice', 'learning link', 'network'] });
	measureParts(alone);
	readNetwork(alone);
	measureFigures(alone, ['betweenness', 'closeness', 'reach', 'core']);
	expect(search.communities).toHaveBeenCalledTimes(1);
	expect(alone.organisations()).toBe(alone.whole());
});

test('of a picture that shows more than organisations, theirs are others', () => {
	const more = on({ hidden: [] });
	expect(measureParts(more).communitySizes).toHaveLength(2);
	expect(more.whole().graph.nodeCount).toBe(5);
	expect(readNetwork(more).organisations).toBe(4);
	expect(search.communities).toHaveBeenCalledTimes(2);
});
