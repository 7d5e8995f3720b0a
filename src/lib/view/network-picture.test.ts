import { describe, expect, test } from 'vitest';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { day, wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { isoDay } from '#lib/domain/day.ts';
import { ALWAYS_BEFORE } from './intervals.ts';
import { USUAL_CHOICE } from './network-choice.ts';
import type { NetworkChoice } from './network-choice.ts';
import { networkPicture } from './network-picture.ts';
import type { NetworkPicture } from './network-picture.ts';
import { MOST_HOLDERS } from './shared-things.ts';
import { linksToMissing, shownIn, tooCommonIn, weightsIn } from './shown-in.ts';
import type { Shown } from './shown-in.ts';
import { DEFAULT_VIEW } from './view.ts';
import type { View } from './view.ts';
import { select } from './selection.ts';

const atlas = buildAtlas(
	wireFixture({
		networks: [{ slug: 'n' }],
		organisations: [
			{ slug: 'a', kind: 'council' },
			{ slug: 'b' },
			{ slug: 'c' },
			{ slug: 'alone', founded: '1990-01-01' }
		],
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
	networkPicture(select(atlas, DEFAULT_VIEW), { ...USUAL_CHOICE, ...part });

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

	test('leaves out types of node on request', () => {
		expect(pictureOf({ hidden: ['practice'] }).texts.key).toEqual(['a', 'b', 'c', 'alone']);
	});

	test('has nobody in the gap between two spells, nor their links', () => {
		const picture = networkPicture(
			select(
				buildAtlas(
					wireFixture({
						networks: [{ slug: 'n' }],
						organisations: [{ slug: 'a' }, { slug: 'back' }],
						memberships: [
							{ organisation: 0, network: 0, from: '2018-01-01' },
							{ organisation: 1, network: 0, from: '2018-01-01', to: '2019-01-01' },
							{ organisation: 1, network: 0, from: '2021-01-01' }
						],
						ties: [{ a: 0, b: 1, kind: 'works with', from: '2018-01-01' }]
					})
				),
				{ ...DEFAULT_VIEW, network: 'n' }
			),
			USUAL_CHOICE
		);
		expect(on(picture, '2018-06-01')).toEqual({ nodes: ['a', 'back'], links: ['a–back'] });
		expect(on(picture, '2020-01-01')).toEqual({ nodes: ['a'], links: [] });
		expect(on(picture, '2022-01-01')).toEqual({ nodes: ['a', 'back'], links: ['a–back'] });
	});

	test('counts the links of a date whose other end the view does not have', () => {
		const picture = networkPicture(select(atlas, { ...DEFAULT_VIEW, kinds: ['charity'] }), {
			...USUAL_CHOICE,
			links: ['works with']
		});
		const missing = (date: string): number => {
			const window = { mode: 'as-of', day: day(date), since: day(date) } as const;
			return linksToMissing(picture, shownIn(picture, window), window);
		};
		expect([missing('2020-01-01'), missing('2022-01-01')]).toEqual([0, 1]);
	});
});

describe('the date of a node', () => {
	const dated = buildAtlas(
		wireFixture({
			networks: [{ slug: 'old', started: '2001-01-01' }, { slug: 'n' }],
			organisations: [{ slug: 'a', founded: '1890-01-01' }, { slug: 'b' }, { slug: 'never' }],
			practices: [{ slug: 'p' }, { slug: 'own', started: '1999-01-01' }],
			adoptions: [
				{ organisation: 0, practice: 0, from: '2021-01-01' },
				{ organisation: 0, practice: 1, from: '2019-01-01', inferred: true },
				{ organisation: 1, practice: 0, from: '2018-01-01', stage: 'piloting' }
			],
			memberships: [
				{ organisation: 0, network: 0, from: '2015-01-01' },
				{ organisation: 1, network: 1, from: '2016-01-01' },
				{ organisation: 0, network: 1, from: '2014-01-01' }
			],
			links: [{ slug: 'report', published: '2020-02-02', organisations: [[0, 'made']] }]
		})
	);

	function dates(part: Partial<View> = {}): Record<string, string | null> {
		const picture = networkPicture(select(dated, { ...DEFAULT_VIEW, ...part }), {
			...USUAL_CHOICE,
			hidden: []
		});
		return Object.fromEntries(
			picture.texts.key.map((key, node) => {
				const on = picture.nodes.adoptedOn[node]!;
				return [key, on === ALWAYS_BEFORE ? null : isoDay(on)];
			})
		);
	}

	test('is its first adoption in view, or the day it began, or none', () => {
		expect(dates()).toEqual({
			a: '2019-01-01',
			b: null,
			never: null,
			'practice.p': '2021-01-01',
			'practice.own': '1999-01-01',
			'network.old': '2001-01-01',
			'network.n': '2014-01-01',
			'link.report': '2020-02-02'
		});
	});

	test('follows the practices, the stage and the facts that the view counts', () => {
		expect(dates({ statedOnly: true }).a).toBe('2021-01-01');
		expect(dates({ countFrom: 'piloting' }).b).toBe('2018-01-01');
		expect(dates({ countFrom: 'piloting' })['practice.p']).toBe('2018-01-01');
		expect(dates({ practices: ['p'] }).a).toBe('2021-01-01');
	});
});

describe('organisations tied by what they share', () => {
	const asOf = (date: string) => ({ mode: 'as-of', day: day(date), since: day(date) }) as const;

	test('are tied for each thing, while both hold it, by one over its other holders', () => {
		const picture = pictureOf({ projection: 'shared-practice', links: [] });
		expect(on(picture, '2021-07-01').links).toEqual(['a–b', 'b–c']);
		expect(on(picture, '2023-07-01').links).toEqual(['b–c', 'b–c']);
		// Three ever held p, but never more than two at once.
		expect(Array.from(picture.links.weight)).toEqual([1, 1, 1]);
		expect(picture.texts.thing).toEqual(['p', 'q']);
	});

	test('are tied on a date by who holds the thing then, not by who took it up later', () => {
		const growing = buildAtlas(
			wireFixture({
				organisations: [{ slug: 'a' }, { slug: 'b' }, { slug: 'c' }],
				practices: [{ slug: 'p' }],
				adoptions: [
					{ organisation: 0, practice: 0, from: '2018-01-01' },
					{ organisation: 1, practice: 0, from: '2018-01-01' },
					{ organisation: 2, practice: 0, from: '2020-01-01' }
				]
			})
		);
		const picture = networkPicture(select(growing, DEFAULT_VIEW), {
			...USUAL_CHOICE,
			projection: 'shared-practice'
		});
		const early = weightsIn(picture, asOf('2019-01-01'));
		const late = weightsIn(picture, asOf('2021-01-01'));
		expect(on(picture, '2019-01-01').links).toEqual(['a–b']);
		expect([early[0], late[0]]).toEqual([1, 0.5]);
	});

	test('meet at events only, once however they took part, and not by a report both passed on', () => {
		const met = buildAtlas(
			wireFixture({
				organisations: [{ slug: 'a' }, { slug: 'b' }, { slug: 'c' }],
				links: [
					{
						slug: 'meeting',
						kind: 'event',
						published: '2020-01-01',
						organisations: [
							[0, 'hosted'],
							[0, 'attended'],
							[1, 'attended'],
							[2, 'shared']
						]
					},
					{
						slug: 'report',
						kind: 'report',
						published: '2020-01-01',
						organisations: [
							[0, 'made'],
							[2, 'made']
						]
					}
				]
			})
		);
		const picture = networkPicture(select(met, DEFAULT_VIEW), {
			...USUAL_CHOICE,
			projection: 'shared-event'
		});
		expect(on(picture, '2021-01-01').links).toEqual(['a–b']);
		expect(Array.from(picture.links.weight)).toEqual([1]);
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
		const picture = networkPicture(select(crowd, DEFAULT_VIEW), {
			...USUAL_CHOICE,
			projection: 'shared-practice'
		});
		expect(picture.links.count).toBe(0);
		expect(tooCommonIn(picture, asOf('2021-01-01'))).toEqual([
			{ label: 'common', holders: MOST_HOLDERS + 1 }
		]);
		expect(tooCommonIn(picture, asOf('2019-01-01'))).toEqual([]);
	});

	test('are tied by what became common later, until it did', () => {
		const many = Array.from({ length: MOST_HOLDERS + 1 }, (_, at) => at);
		const spreading = buildAtlas(
			wireFixture({
				organisations: many.map((at) => ({ slug: `o${at}` })),
				practices: [{ slug: 'common' }],
				adoptions: many.map((at) => ({
					organisation: at,
					practice: 0,
					from: at < 2 ? '2018-01-01' : '2020-01-01'
				}))
			})
		);
		const picture = networkPicture(select(spreading, DEFAULT_VIEW), {
			...USUAL_CHOICE,
			projection: 'shared-practice'
		});
		expect(on(picture, '2019-01-01').links).toEqual(['o0–o1']);
		expect(on(picture, '2021-01-01').links).toEqual([]);
	});
});

test('a date by which a tie was there is no change on that date', () => {
	const picture = networkPicture(
		select(
			buildAtlas(
				wireFixture({
					organisations: [{ slug: 'a' }, { slug: 'b' }, { slug: 'c' }],
					ties: [
						{ a: 0, b: 1, from: '2022-02-01', by: true },
						{ a: 0, b: 2, from: '2022-02-01' }
					]
				})
			),
			DEFAULT_VIEW
		),
		USUAL_CHOICE
	);
	const window = { mode: 'changed' as const, day: day('2022-12-31'), since: day('2022-01-01') };
	expect(Array.from(shownIn(picture, window).links)).toEqual([0, 1]);
	expect(Array.from(shownIn(picture, { ...window, mode: 'as-of' }).links)).toEqual([1, 1]);
});
