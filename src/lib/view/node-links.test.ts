import { expect, test } from 'vitest';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { day, wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { NO_EVENT, ON_THE_DAY } from './known-event.ts';
import { USUAL_CHOICE } from './network-choice.ts';
import { networkPicture } from './network-picture.ts';
import { linksOf } from './node-links.ts';
import { shownIn } from './shown-in.ts';
import { DEFAULT_VIEW } from './view.ts';
import { select } from './selection.ts';

const atlas = buildAtlas(
	wireFixture({
		organisations: [{ slug: 'a' }, { slug: 'b' }, { slug: 'c' }],
		practices: [{ slug: 'p' }],
		adoptions: [
			{ organisation: 0, practice: 0, from: '2020-01-01' },
			{ organisation: 1, practice: 0, from: '2021-01-01' }
		],
		ties: [
			{ a: 1, b: 0, kind: 'learnt from', from: '2021-01-01', inferred: true },
			{ a: 0, b: 1, kind: 'works with', to: '2023-01-01', source: 'https://example.org/minutes' },
			{ a: 0, b: 2, kind: 'visited', from: '2024-01-01' }
		]
	})
);

function linksOn(date: string, projection: 'everything' | 'shared-practice' = 'everything') {
	const picture = networkPicture(select(atlas, DEFAULT_VIEW), { ...USUAL_CHOICE, projection });
	const window = { mode: 'as-of' as const, day: day(date), since: 0 };
	return linksOf(picture, picture.texts.key.indexOf('a'), shownIn(picture, window)).map(
		({ other, ...link }) => ({ ...link, other: picture.texts.key[other] })
	);
}

test('each link of a node says its neighbour, kind, direction, days, and who says so', () => {
	expect(linksOn('2022-01-01')).toEqual([
		expect.objectContaining({
			other: 'b',
			kind: 'learnt from',
			isFrom: false,
			isDirected: true,
			since: day('2021-01-01'),
			begun: ON_THE_DAY,
			until: null,
			isInferred: true
		}),
		expect.objectContaining({
			other: 'b',
			kind: 'works with',
			isDirected: false,
			since: null,
			begun: NO_EVENT,
			until: day('2023-01-01') - 1,
			isInferred: false,
			sourceUrl: 'https://example.org/minutes'
		}),
		expect.objectContaining({ other: 'practice.p', kind: 'does', isFrom: true })
	]);
});

test('a link that is not there on the date is left out', () => {
	expect(linksOn('2024-06-01').map(({ kind }) => kind)).toEqual(['learnt from', 'visited', 'does']);
});

test('two tied by what they share say what it is', () => {
	expect(linksOn('2022-01-01', 'shared-practice')).toEqual([
		expect.objectContaining({ other: 'b', thing: 'p', since: day('2021-01-01') })
	]);
});
