import { describe, expect, test } from 'vitest';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { MEMBERSHIP_STATUSES } from '#lib/domain/vocabulary.ts';
import type { DateWindow } from '#lib/view/date-window.ts';
import { NODE_FIGURES, USUAL_CHOICE } from '#lib/view/network-choice.ts';
import type { NodeFigure } from '#lib/view/network-choice.ts';
import { networkPicture } from '#lib/view/network-picture.ts';
import type { MeasuredPicture } from '#lib/view/network-picture.ts';
import { DEFAULT_VIEW } from '#lib/view/view.ts';
import type { DateMode, View } from '#lib/view/view.ts';
import { day, wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { measureMoment } from './measure-moment.ts';
import type { MomentQuestion } from './network-moment.ts';
import { CHEAP_FIGURES, measureFigures } from './node-figures.ts';
import { PictureOnDate } from './picture-on-date.ts';
import { readNetwork } from './network-reading.ts';
import { readMonths } from './stage-months.ts';
import { select } from '#lib/view/selection.ts';

/** Two triangles joined through x: a–b–c and d–e–f; "alone" and "apart" have nobody. */
const NAMES = ['a', 'b', 'c', 'x', 'd', 'e', 'f', 'alone', 'apart'];
const PAIRS = ['ab', 'bc', 'ac', 'cx', 'xd', 'de', 'ef', 'df'];
const atlas = buildAtlas(
	wireFixture({
		organisations: NAMES.map((slug, at) => ({
			slug,
			founded: '1990-01-01',
			kind: at < 4 ? ('council' as const) : ('charity' as const)
		})),
		practices: [{ slug: 'p' }],
		adoptions: [{ organisation: 0, practice: 0, from: '2020-01-01' }],
		ties: [
			...PAIRS.map(([a, b]) => ({
				a: NAMES.indexOf(a!),
				b: NAMES.indexOf(b!),
				kind: 'works with' as const,
				from: a === 'c' && b === 'x' ? '2022-03-01' : '2020-01-01'
			})),
			{ a: 0, b: 1, kind: 'visited' as const, from: '2021-01-01' }
		]
	})
);
const picture = networkPicture(select(atlas, DEFAULT_VIEW), USUAL_CHOICE);
const nodeAt = (key: string): number => picture.texts.key.indexOf(key);
const asOf = (date: string): DateWindow => ({ mode: 'as-of', day: day(date), since: day(date) });

function moment({
	of = picture,
	window = asOf('2023-01-01'),
	...part
}: Partial<MomentQuestion & { of: MeasuredPicture }> = {}) {
	return measureMoment(new PictureOnDate(of, window), {
		figures: [],
		filters: { least: 0, component: 0, community: 0, core: 0, isLoneHidden: false },
		asked: { node: null, steps: 0, to: null, isGone: false },
		compared: null,
		...part
	});
}

describe('a picture on a date', () => {
	test('counts a pair once however many links it has', () => {
		const { figures } = moment();
		expect(figures.links![nodeAt('b')]).toBe(2);
		expect(readNetwork(new PictureOnDate(picture, asOf('2023-01-01'))).dropped.parallelTies).toBe(1);
	});

	test('knows the way between two, and none before it existed', () => {
		const asked = { node: nodeAt('a'), steps: 0, to: nodeAt('f'), isGone: false };
		expect(moment({ asked }).path!.map((node) => picture.texts.key[node])).toEqual(['a', 'c', 'x', 'd', 'f']);
		expect(moment({ asked, window: asOf('2021-01-01') }).path).toEqual([]);
	});

	test('leads through nothing that the filters leave out', () => {
		const asked = { node: nodeAt('a'), steps: 2, to: nodeAt('f'), isGone: false };
		// x has two links, a and f have more: without x there is no way.
		const { path, steps } = moment({ asked, filters: { ...USUAL_CHOICE, least: 3 } });
		expect(path).toEqual([]);
		expect(steps![nodeAt('x')]).toBe(-1);
		expect(steps![nodeAt('c')]).toBe(1);
	});

	test('counts steps from a node no further than asked', () => {
		const { steps } = moment({ asked: { node: nodeAt('x'), steps: 1, to: null, isGone: false } });
		expect(NAMES.filter((name) => steps![nodeAt(name)]! >= 0)).toEqual(['c', 'x', 'd']);
	});

	test('says what falls apart without a node', () => {
		const { without } = moment({ asked: { node: nodeAt('x'), steps: 0, to: null, isGone: true } });
		// The practice of a goes with it.
		expect(without!.pieces).toHaveLength(2);
		expect(without!.separatedPairs).toBe(4 * 3);
	});

	test('draws only what the filters leave', () => {
		const { drawn } = moment({ filters: { ...USUAL_CHOICE, least: 3 } });
		expect(picture.texts.key.filter((_, node) => drawn.nodes[node] === 1)).toEqual(['a', 'c', 'd']);
	});

	test('leaves out on request who has no link on the date, also who has one at another', () => {
		const { drawn } = moment({
			window: asOf('2019-01-01'),
			filters: { ...USUAL_CHOICE, isLoneHidden: true }
		});
		expect(drawn.nodes.some((there) => there === 1)).toBe(false);
	});

	test('compares two dates, the earlier first whichever is given', () => {
		const { change } = moment({ compared: asOf('2021-01-01') });
		expect(change!.tied.map((link) => picture.texts.key[picture.links.target[link]!])).toEqual(['x']);
		expect(change!.untied).toEqual([]);
	});

	test.each(['as-of', 'cumulative', 'changed'] as const)(
		'compares what is in place on two days when the date is read as %s',
		(mode) => {
			const leaving = networkPicture(
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
							ties: [{ a: 0, b: 2, from: '2019-01-01' }]
						})
					),
					{ ...DEFAULT_VIEW, network: 'n' }
				),
				USUAL_CHOICE
			);
			const read = (date: string): DateWindow => ({ mode, day: day(date), since: day(date) - 364 });
			const { change } = moment({
				of: leaving,
				window: read('2023-06-01'),
				compared: read('2020-06-01')
			});
			const named = (nodes: readonly number[]) => nodes.map((node) => leaving.texts.key[node]);
			expect([named(change!.joined), named(change!.left)]).toEqual([['joins'], ['leaves']]);
			expect([change!.tied.length, change!.untied.length]).toEqual([0, 1]);
		}
	);
});

describe('figures of nodes', () => {
	const valueOf = (figure: NodeFigure, key: string): number =>
		moment({ figures: [figure] }).figures[figure]![nodeAt(key)]!;

	test('tell directions, strength, brokerage and outward links apart', () => {
		expect([valueOf('names', 'a'), valueOf('named-by', 'a')]).toEqual([1, 0]);
		expect([valueOf('names', 'b'), valueOf('named-by', 'b')]).toEqual([0, 1]);
		expect(valueOf('strength', 'b')).toBe(3);
		// c knows a and b, who know each other, and x, whom neither knows.
		expect(valueOf('brokerage', 'c')).toBe(4);
		expect(valueOf('outward-by-kind', 'x')).toBe(0);
		expect(valueOf('outward-by-kind', 'alone')).toBeNaN();
		expect(valueOf('closeness', 'x')).toBeGreaterThan(valueOf('closeness', 'f'));
		expect(valueOf('eigenvector', 'alone')).toBeCloseTo(0);
	});

	test.each(NODE_FIGURES)('%s has a value or NaN for every node', (figure) => {
		expect(moment({ figures: [figure] }).figures[figure]).toHaveLength(picture.nodes.count);
	});

	test('beyond a size only those come that are read off the links', () => {
		const on = new PictureOnDate(picture, asOf('2023-01-01'));
		expect(Object.keys(measureFigures(on, NODE_FIGURES, 3)).sort()).toEqual([...CHEAP_FIGURES].sort());
		const large = measureMoment(
			on,
			{
				figures: NODE_FIGURES,
				filters: { ...USUAL_CHOICE, community: 2 },
				asked: { node: null, steps: 0, to: null, isGone: false },
				compared: null
			},
			3
		);
		expect(large.communitySizes).toEqual([]);
		// Communities were not looked for, so none of them is a condition.
		expect(large.drawn.nodes).toEqual(large.shown.nodes);
	});
});

describe('practices of nodes', () => {
	const doing = buildAtlas(
		wireFixture({
			organisations: [{ slug: 'a' }, { slug: 'b' }],
			practices: [{ slug: 'p' }, { slug: 'q' }, { slug: 'r' }],
			adoptions: [
				{ organisation: 0, practice: 0, from: '2018-01-01', to: '2020-01-01' },
				{ organisation: 0, practice: 0, from: '2022-01-01' },
				{ organisation: 0, practice: 1, from: '2019-01-01', inferred: true },
				{ organisation: 0, practice: 1, from: '2019-06-01' },
				{ organisation: 0, practice: 2, from: '2017-01-01', stage: 'exploring' },
				{ organisation: 1, practice: 2, from: '2021-01-01' }
			],
			ties: [{ a: 0, b: 1, from: '2016-01-01' }]
		})
	);

	function valueOn(figure: NodeFigure, date: string, part: Partial<View> = {}, mode: DateMode = 'as-of') {
		const shown = networkPicture(select(doing, { ...DEFAULT_VIEW, ...part }), USUAL_CHOICE);
		const window: DateWindow = { mode, day: day(date), since: day('2016-01-01') };
		return measureFigures(new PictureOnDate(shown, window), [figure])[figure]![shown.texts.key.indexOf('a')];
	}

	test('are those that it does on the date: no later, no stopped one, none twice', () => {
		const dates = ['2017-06-01', '2018-06-01', '2019-07-01', '2021-01-01', '2023-01-01'];
		expect(dates.map((date) => valueOn('practices', date))).toEqual([0, 1, 2, 1, 2]);
		expect(valueOn('practices', '2021-01-01', {}, 'cumulative')).toBe(1);
	});

	test('are those that the view counts', () => {
		expect(valueOn('practices', '2019-03-01', { statedOnly: true })).toBe(1);
		expect(valueOn('practices', '2019-07-01', { practices: ['q'] })).toBe(1);
		expect(valueOn('practices', '2017-06-01', { stages: ['exploring'] })).toBe(1);
		expect(valueOn('practices', '2019-07-01', { stages: ['exploring'] })).toBe(1);
	});

	test('have no first day before it has come', () => {
		expect(valueOn('since', '2017-06-01')).toBeNaN();
		expect(valueOn('since', '2019-01-01')).toBe(day('2018-01-01'));
	});

	test('do not tell of later ones in the reading of an earlier date', () => {
		// Two ends with the same number have no correlation, and in 2018 one has one and the other none.
		const alike = (date: string) =>
			readNetwork(
				new PictureOnDate(
					networkPicture(select(doing, DEFAULT_VIEW), { ...USUAL_CHOICE, hidden: ['practice'] }),
					asOf(date)
				)
			).values.numericAssortativity;
		expect(alike('2018-06-01')).toBeCloseTo(-1);
		expect(alike('2021-06-01')).toBeNull();
	});
});

describe('the reading', () => {
	const reading = readNetwork(new PictureOnDate(picture, asOf('2023-01-01')));

	test('is of organisations and the links between them', () => {
		expect([reading.organisations, reading.ties]).toEqual([9, 8]);
		expect(reading.components).toEqual([7, 1, 1]);
		expect(reading.isolates.map((node) => picture.texts.key[node])).toEqual(['alone', 'apart']);
		expect(reading.goBetweens[0]!.node).toBe(nodeAt('x'));
		expect(reading.cutVertices.map((node) => picture.texts.key[node])).toEqual(['c', 'x', 'd']);
	});

	test('says into what the part of the hub would fall', () => {
		expect(reading.stage.measures.hub).toBe(nodeAt('c'));
		expect(reading.hubPieces).toEqual([4, 2]);
	});

	test('is null where nothing is defined, also without anybody', () => {
		// Some cannot be reached, so nobody is nearest to everyone.
		expect(reading.values.closenessCentralisation).toBeNull();
		const empty = networkPicture(select(buildAtlas(wireFixture({})), DEFAULT_VIEW), USUAL_CHOICE);
		const nobody = readNetwork(new PictureOnDate(empty, asOf('2023-01-01')));
		expect(nobody.organisations).toBe(0);
		expect(nobody.stage.stage).toBeNull();
	});

	test('tells the stage of the day, also where the figures are of what changed', () => {
		const changed = readNetwork(
			new PictureOnDate(picture, {
				mode: 'changed',
				day: day('2023-01-01'),
				since: day('2022-01-01')
			})
		);
		expect([changed.ties, changed.isStageOfDay]).toEqual([1, true]);
		expect(changed.stage).toEqual(reading.stage);
		expect(reading.isStageOfDay).toBe(false);
	});

	test('follows the stage by month from the first link', () => {
		const series = readMonths({ picture, until: day('2023-01-15') })!;
		expect(series.months).toHaveLength(37);
		expect(series.months[0]!.stage).toBe('scattered-fragments');
		expect(series.yearAgo!.stage).toBe('scattered-fragments');
		expect(series.months.at(-1)!.stage).not.toBe('scattered-fragments');
	});
});

test('who left and came back has the status of the membership that runs', () => {
	const back = networkPicture(
		select(
			buildAtlas(
				wireFixture({
					networks: [{ slug: 'n' }],
					organisations: [{ slug: 'back' }],
					memberships: [
						{ organisation: 0, network: 0, from: '2015-01-01', to: '2018-01-01' },
						{ organisation: 0, network: 0, from: '2019-01-01' }
					]
				})
			),
			{ ...DEFAULT_VIEW, network: 'n' }
		),
		USUAL_CHOICE
	);
	expect(MEMBERSHIP_STATUSES[moment({ of: back }).status[0]!]).toBe('current');
});
