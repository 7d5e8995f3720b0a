import { expect, test } from 'vitest';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { LINK_DASHED, NODE_SELECTED } from '#lib/graph/scene.ts';
import { measureMoment } from '#lib/network/measure-moment.ts';
import { PictureOnDate } from '#lib/network/picture-on-date.ts';
import { USUAL_CHOICE } from '#lib/view/network-choice.ts';
import { networkPicture } from '#lib/view/network-picture.ts';
import type { DateWindow } from '#lib/view/date-window.ts';
import { DEFAULT_VIEW } from '#lib/view/view.ts';
import { day, wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { drawNetwork } from './network-scene.ts';
import { select } from '#lib/view/selection.ts';

const picture = networkPicture(
	select(
		buildAtlas(
			wireFixture({
				networks: [{ slug: 'n' }],
				organisations: [{ slug: 'stays' }, { slug: 'joins' }, { slug: 'leaves' }],
				memberships: [
					{ organisation: 0, network: 0, from: '2019-01-01' },
					{ organisation: 1, network: 0, from: '2022-01-01' },
					{ organisation: 2, network: 0, from: '2019-01-01', to: '2021-01-01' }
				],
				ties: [
					{ a: 0, b: 1, from: '2022-01-01' },
					{ a: 0, b: 2, from: '2019-01-01' }
				]
			})
		),
		{ ...DEFAULT_VIEW, network: 'n' }
	),
	USUAL_CHOICE
);
const on = (date: string): DateWindow => ({ mode: 'as-of', day: day(date), since: 0 });

test.each([
	['an earlier date', '2023-01-01', '2020-01-01'],
	['a later date', '2020-01-01', '2023-01-01']
])(
	'compared with %s, a picture draws both dates and marks what changed by more than colour',
	(_, now, then) => {
		const moment = measureMoment(new PictureOnDate(picture, on(now)), {
			figures: [],
			filters: USUAL_CHOICE,
			asked: { node: null, steps: 0, to: null, isGone: false },
			compared: on(then)
		});
		const { scene, legend } = drawNetwork({
			picture,
			moment,
			drawn: moment.drawn,
			positions: new Float32Array(2 * picture.nodes.count),
			choice: USUAL_CHOICE,
			isDark: false,
			system: null,
			focused: null,
			hovered: null,
			selected: null
		});
		expect([...scene.nodes.radii].every((radius) => radius > 0)).toBe(true);
		expect([...scene.nodes.labels].sort()).toEqual(['+ joins', 'stays', '− leaves']);
		const hasRing = (key: string) =>
			(scene.nodes.states[picture.texts.key.indexOf(key)]! & NODE_SELECTED) !== 0;
		expect([hasRing('joins'), hasRing('leaves')]).toEqual([true, false]);
		const dashedTo = [...scene.links.target].filter(
			(__, link) => (scene.links.marks[link]! & LINK_DASHED) !== 0
		);
		expect([scene.links.source.length, dashedTo]).toEqual([2, [picture.texts.key.indexOf('leaves')]]);
		expect(legend.map(({ text }) => text)).toEqual(
			expect.arrayContaining(['+ joined, with a ring', '− left', 'no longer connected'])
		);
	}
);
