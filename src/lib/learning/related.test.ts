import { expect, test } from 'vitest';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { relatedLinks } from './related.ts';

const wire = wireFixture({
	organisations: [{ slug: 'rochdale' }],
	practices: [{ slug: 'listening' }],
	links: [
		{ slug: 'read', practices: [0], organisations: [[0, 'made']] },
		{ slug: 'same-practice', practices: [0], published: '2020-01-01' },
		{ slug: 'same-practice-newer', practices: [0], published: '2021-01-01' },
		{ slug: 'same-both', practices: [0], organisations: [[0, 'attended']] },
		{ slug: 'same-publisher' },
		{ slug: 'nothing' }
	]
});
wire.links.publisher = ['Nesta', null, null, null, 'Nesta', null];
const atlas = buildAtlas(wire);

test('related links come with the reason, those that share most first, then the newest', () => {
	expect(relatedLinks(atlas, 0, 9).map(({ slug, reasons }) => [slug, reasons])).toEqual([
		['same-both', ['also about listening', 'rochdale had a part in both']],
		['same-practice-newer', ['also about listening']],
		['same-practice', ['also about listening']]
	]);
});

test('no more come than are asked for, and none where nothing is shared', () => {
	expect(relatedLinks(atlas, 0, 1)).toHaveLength(1);
	expect(relatedLinks(atlas, 5, 9)).toEqual([]);
});
