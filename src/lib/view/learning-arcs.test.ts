import { describe, expect, test } from 'vitest';
import type { Atlas } from '#lib/domain/atlas.ts';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { day, wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { ALWAYS_AFTER } from './intervals.ts';
import { countArcs, isArcIn, listLearningArcs } from './learning-arcs.ts';
import { dateWindow } from './date-window.ts';
import { DEFAULT_VIEW } from './view.ts';
import type { View } from './view.ts';
import { select } from './selection.ts';

const [SOURCE, UNPLACED, LEARNER, FIRST] = [0, 1, 2, 3];
const atlas = buildAtlas(
	wireFixture({
		networks: [{ slug: 'net' }],
		organisations: [
			{ slug: 'source', at: [-2.15, 53.6] },
			{ slug: 'unplaced', at: null },
			{ slug: 'learner', at: [-1.5, 54.9], founded: '2020-01-01' },
			{ slug: 'first', at: [-3, 51] }
		],
		practices: [{ slug: 'p' }, { slug: 'q' }],
		adoptions: [
			{ organisation: LEARNER, practice: 0, from: '2021-01-01', to: '2024-01-01', learnedFrom: SOURCE },
			{ organisation: FIRST, practice: 1, from: '2022-01-01', learnedFrom: UNPLACED }
		],
		memberships: [{ organisation: LEARNER, network: 0, from: '2022-06-01', to: '2023-06-01' }],
		ties: [
			{ a: LEARNER, b: SOURCE, kind: 'learnt from', from: '2020-06-01' },
			{ a: SOURCE, b: LEARNER, kind: 'mentors', from: '2019-01-01', inferred: true },
			{ a: SOURCE, b: UNPLACED, kind: 'works with' }
		]
	})
);

function arcsOf(of: Atlas, part: Partial<View> = {}) {
	const view = { ...DEFAULT_VIEW, ...part };
	return listLearningArcs(select(of, view));
}

describe('learning arcs', () => {
	test('run from the source to the learner, each once, the adoption before the tie', () => {
		expect(
			arcsOf(atlas).map(({ source, learner, kind, practice }) => [source, learner, kind, practice])
		).toEqual([
			[SOURCE, LEARNER, 'learnt from', 0],
			[UNPLACED, FIRST, 'learnt from', 1],
			[SOURCE, LEARNER, 'mentors', null]
		]);
	});

	test('need only the learner in view: the source is often no recorded adopter', () => {
		expect(arcsOf(atlas, { practices: ['p'] })).toMatchObject([{ source: SOURCE, learner: LEARNER }]);
		expect(arcsOf(atlas, { selection: ['source'] })).toEqual([]);
	});

	test('follow whether inferred facts count, and a stated tie stands where its adoption is left out', () => {
		expect(arcsOf(atlas, { statedOnly: true }).map(({ kind }) => kind)).toEqual([
			'learnt from',
			'learnt from'
		]);
	});

	test('are gone when the learner is: out of the network, or out of the practice', () => {
		const member = arcsOf(atlas, { network: 'net', practices: [] }).find(({ practice }) => practice === 0)!;
		expect(member.days).toMatchObject([{ from: day('2022-06-01'), to: day('2023-06-01') }]);
		const [adopter] = arcsOf(atlas, { practices: ['p'] });
		const on = (date: string) => dateWindow({ ...DEFAULT_VIEW, date: day(date) }, atlas.asOf);
		expect(isArcIn(adopter!, on('2023-12-31'))).toBe(true);
		expect(isArcIn(adopter!, on('2024-01-01'))).toBe(false);
		expect(isArcIn(adopter!, on('2020-12-31'))).toBe(false);
	});

	test('are counted on the date, apart from those that no map can draw', () => {
		const window = dateWindow({ ...DEFAULT_VIEW, date: day('2023-01-01') }, atlas.asOf);
		expect(countArcs(atlas, arcsOf(atlas), window)).toEqual({ drawn: 2, unplaced: 1 });
	});
});

test('an arc that was only there by a date has not changed on it', () => {
	const dated = (by: boolean) =>
		buildAtlas(
			wireFixture({
				organisations: [
					{ slug: 'source', at: [-2, 53] },
					{ slug: 'learner', at: [-1, 54] }
				],
				practices: [{ slug: 'p' }],
				adoptions: [{ organisation: 1, practice: 0, from: '2022-03-01', by, learnedFrom: 0 }]
			})
		);
	const changed = (of: Atlas) =>
		arcsOf(of, { practices: ['p'] }).filter((arc) =>
			isArcIn(arc, { mode: 'changed', day: day('2022-06-30'), since: day('2022-01-01') })
		);
	expect(changed(dated(false))).toHaveLength(1);
	expect(changed(dated(true))).toHaveLength(0);
});

test('shared learning runs from the host to who attended, as inferred, on the day of the event', () => {
	const withLink = wireFixture({
		organisations: [
			{ slug: 'host', at: [-2, 53], founded: '1990-01-01' },
			{ slug: 'guest', at: [-1, 54], founded: '1990-01-01' }
		]
	});
	const shared = buildAtlas(withLink);
	shared.links.push({
		key: 'link-0',
		slug: 'webinar',
		title: 'Webinar',
		url: 'https://example.org/w',
		kind: 'webinar',
		publisher: null,
		summary: null,
		question: null,
		language: 'en',
		network: null,
		publishedOn: null,
		publishedPrecision: 'day',
		startsAt: '2021-03-10T10:00:00Z',
		endsAt: null,
		allDay: false,
		rating: null,
		isSample: false,
		practices: [],
		characteristics: [],
		organisations: [
			{ organisation: 0, role: 'hosted' },
			{ organisation: 1, role: 'attended' },
			{ organisation: 0, role: 'attended' }
		]
	});
	const arcs = arcsOf(shared);
	expect(arcs).toMatchObject([
		{
			source: 0,
			learner: 1,
			kind: 'shared learning',
			isInferred: true,
			began: day('2021-03-10'),
			days: [{ from: day('2021-03-10'), to: ALWAYS_AFTER }]
		}
	]);
	expect(arcsOf(shared, { statedOnly: true })).toEqual([]);
});
