import { describe, expect, test } from 'vitest';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { day, wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { USUAL_CHOICE } from './network-choice.ts';
import type { NetworkChoice } from './network-choice.ts';
import { networkPicture, shownIn } from './network-picture.ts';
import type { NetworkPicture, Shown } from './network-picture.ts';
import { MOST_HOLDERS } from './network-projection.ts';
import { DEFAULT_VIEW } from './view.ts';

const atlas = buildAtlas(
	wireFixture({
		networks: [{ slug: 'n' }],
		organisations: [{ slug: 'a', kind: 'council' }, { slug: 'b' }, { slug: 'c' }, { slug: 'alone' }],
		practices: [{ slug: 'p' }, { slug: 'q' }],
		adoptions: [
			{ organisation: 0, practice: 0, from: '2020-01-01', to: '2022-01-01' },
			{ organisation: 1, practice: 0, from: '2021-01-01' },
			{ organisation: 2, practice: 0, from: '2023-01-01' },
			{ organisation: 1, practice: 1, from: '2019-01-01' },
			{ organisation: 2, practice: 1, from: '2018-01-01' }
		],
		ties: [{ a: 0, b: 1, kind: 'works with', from: '2021-06-01', to: '2023-01-01' }]
	})
);

const pictureOf = (part: Partial<NetworkChoice> = {}): NetworkPicture =>
	networkPicture(atlas, DEFAULT_VIEW, { ...USUAL_CHOICE, ...part });

function on(picture: NetworkPicture, date: string): { nodes: string[]; links: string[] } {
	const shown: Shown = shownIn(picture, { mode: 'as-of', day: day(date), since: day(date) });
	const { texts, links } = picture;
	return {
		nodes: texts.key.filter((_, node) => shown.nodes[node] === 1),
		links: Array.from(links.source.keys())
			.filter((link) => shown.links[link] === 1)
			.map((link) => `${texts.key[links.source[link]!]!}–${texts.key[links.target[link]!]!}`)
			.sort()
	};
}

describe('a picture of a view', () => {
	test('holds all its time, and a date shows its part of it', () => {
		const picture = pictureOf();
		expect(on(picture, '2021-07-01')).toEqual({
			nodes: ['a', 'b', 'c', 'alone', 'practice.p', 'practice.q'],
			links: ['a–b', 'a–practice.p', 'b–practice.p', 'b–practice.q', 'c–practice.q']
		});
		expect(on(picture, '2018-06-01').links).toEqual(['c–practice.q']);
	});

	test('leaves a practice out while nobody does it', () => {
		expect(on(pictureOf(), '2018-06-01').nodes).not.toContain('practice.p');
	});

	test('leaves out types of node, and who has no link, on request', () => {
		const picture = pictureOf({ hidden: ['practice'], isLoneHidden: true });
		expect(picture.texts.key).toEqual(['a', 'b']);
	});
});

describe('organisations tied by what they share', () => {
	test('are tied for each thing, while both hold it, by one over its other holders', () => {
		const picture = pictureOf({ projection: 'shared-practice', links: [] });
		expect(on(picture, '2021-07-01').links).toEqual(['a–b', 'b–c']);
		expect(on(picture, '2023-07-01').links).toEqual(['b–c', 'b–c']);
		// Three ever held p, two held q.
		expect(Array.from(picture.links.weight).sort()).toEqual([0.5, 0.5, 1]);
	});

	test('are not tied by what too many hold, which is named', () => {
		const many = Array.from({ length: MOST_HOLDERS + 1 }, (_, at) => at);
		const crowd = buildAtlas(
			wireFixture({
				organisations: many.map((at) => ({ slug: `o${at}` })),
				practices: [{ slug: 'common' }],
				adoptions: many.map((at) => ({ organisation: at, practice: 0, from: '2020-01-01' }))
			})
		);
		const picture = networkPicture(crowd, DEFAULT_VIEW, { ...USUAL_CHOICE, projection: 'shared-practice' });
		expect(picture.links.count).toBe(0);
		expect(picture.tooCommon.map(({ holders }) => holders)).toEqual([MOST_HOLDERS + 1]);
	});
});
