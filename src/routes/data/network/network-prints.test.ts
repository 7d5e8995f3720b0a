import { expect, test } from 'vitest';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { USUAL_CHOICE } from '#lib/view/network-choice.ts';
import { DEFAULT_VIEW } from '#lib/view/view.ts';
import { wireFixture } from '../../../../tests/fixtures/atlas-fixture.ts';
import { NETWORK_FILES, readNetworkFile } from './network-prints.ts';

const areas = {
	codes: [],
	indicators: [],
	adjacency: { a: [], b: [], km: [] },
	former: { code: [], current: [] },
	upper: []
};
const atlas = buildAtlas(
	wireFixture({
		organisations: [{ slug: 'ash' }, { slug: 'birch' }],
		ties: [{ a: 0, b: 1, kind: 'works with', from: '2021-01-01' }]
	})
);

test.each(Object.keys(NETWORK_FILES))('%s holds both ends of a link', (file) => {
	const text = readNetworkFile(
		{ atlas, areas },
		{
			file,
			direction: 'one',
			view: DEFAULT_VIEW,
			choice: USUAL_CHOICE,
			origin: 'https://map.example',
			address: 'https://map.example/network?q=a'
		}
	);
	for (const slug of ['ash', 'birch']) expect(text).toContain(slug);
});
