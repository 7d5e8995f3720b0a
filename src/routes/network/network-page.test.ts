import { describe, expect, test } from 'vitest';
import type { AreasWire } from '#lib/domain/areas-wire.ts';
import type { SharedKind } from '#lib/analysis/graph/introduction-candidates.ts';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { LINK_DIRECTED, LINK_FADED, NODE_FADED, NODE_PINNED } from '#lib/graph/scene.ts';
import { USUAL_CHOICE } from '#lib/view/network-choice.ts';
import type { NetworkChoice } from '#lib/view/network-choice.ts';
import { networkPicture } from '#lib/view/network-picture.ts';
import { DEFAULT_VIEW } from '#lib/view/view.ts';
import type { DateMode, View } from '#lib/view/view.ts';
import { measureMoment } from '#lib/network/measure-moment.ts';
import { PictureOnDate } from '#lib/network/picture-on-date.ts';
import { readNetwork } from '#lib/network/network-reading.ts';
import { day, wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { onlyDrawn } from './drawn-only.ts';
import { effectText, proposeIntroductions, tooCommonText } from './network-introductions.ts';
import { drawNetwork } from './network-scene.ts';
import { listNodes } from './network-table.ts';
import { findingOf, measureRows, summaryWords } from './network-words.ts';
import { select } from '#lib/view/selection.ts';

const atlas = buildAtlas(
	wireFixture({
		organisations: [
			{ slug: 'a', kind: 'council' },
			{ slug: 'b' },
			{ slug: 'c' },
			{ slug: 'late', founded: '2030-01-01' }
		],
		practices: [{ slug: 'p' }, { slug: 'q' }],
		adoptions: [
			{ organisation: 0, practice: 0, from: '2020-01-01' },
			{ organisation: 2, practice: 0, from: '2020-01-01' },
			{ organisation: 1, practice: 1, from: '2020-01-01' }
		],
		ties: [
			{ a: 0, b: 1, kind: 'learnt from', from: '2021-01-01' },
			{ a: 1, b: 2, kind: 'works with', from: '2021-01-01' }
		]
	})
);
const noFigures = { codes: [], indicators: [], upper: [] } as unknown as AreasWire;
const view = { ...DEFAULT_VIEW, date: day('2022-01-01') };
const picture = networkPicture(select(atlas, view), USUAL_CHOICE);
const nodeAt = (key: string): number => picture.texts.key.indexOf(key);

function momentFor(choice: NetworkChoice) {
	return measureMoment(new PictureOnDate(picture, { mode: 'as-of', day: view.date, since: view.date }), {
		figures: ['practices', 'betweenness'],
		filters: choice,
		asked: {
			node: choice.node === null ? null : nodeAt(choice.node),
			steps: choice.steps,
			to: null,
			isGone: false
		},
		compared: null
	});
}

function sceneFor(part: Partial<NetworkChoice> = {}) {
	const choice = { ...USUAL_CHOICE, ...part };
	const moment = momentFor(choice);
	return drawNetwork({
		picture,
		moment,
		drawn: moment.drawn,
		positions: new Float32Array(2 * picture.nodes.count),
		choice,
		isDark: false,
		system: null,
		focused: null,
		hovered: null,
		selected: choice.node === null ? null : nodeAt(choice.node)
	});
}

describe('the scene', () => {
	test('gives no size and no label to who is not there yet, and a file leaves them out', () => {
		const { scene } = sceneFor();
		expect(scene.nodes.radii[nodeAt('late')]).toBe(0);
		expect(scene.nodes.labels[nodeAt('late')]).toBe('');
		expect(onlyDrawn(scene, scene.nodes.positions).nodes.labels).not.toContain('');
	});

	test('says in its legend what each mark means', () => {
		const { legend } = sceneFor();
		expect(legend.map(({ text }) => text)).toEqual(
			expect.arrayContaining(['councils', 'practices', 'learnt from', 'works with', 'does'])
		);
	});

	test('says what grey means where some, or all, are in no group', () => {
		const texts = (part: Partial<NetworkChoice>) => sceneFor(part).legend.map(({ text }) => text);
		expect(texts({ paint: 'status' })).toContain('no membership in view by this date');
		expect(texts({ paint: 'region' })).toContain('region not recorded');
		expect(texts({ paint: 'stage' })).not.toContain('no practice in view by this date');
		expect(texts({ paint: 'component' })).not.toContain('in no part');
	});

	test('gives a direction to what was learnt', () => {
		const { scene } = sceneFor({ links: ['learnt from'] });
		expect(scene.links.marks.some((marks) => (marks & LINK_DIRECTED) !== 0)).toBe(true);
	});

	test('fades what lies beyond the steps asked for, and marks pins', () => {
		const { scene } = sceneFor({ node: 'a', steps: 1, pins: [{ key: 'b', x: 1, y: 2 }] });
		expect(scene.nodes.states[nodeAt('c')]! & NODE_FADED).toBe(NODE_FADED);
		expect(scene.nodes.states[nodeAt('b')]! & NODE_FADED).toBe(0);
		expect(scene.nodes.states[nodeAt('b')]! & NODE_PINNED).toBe(NODE_PINNED);
		expect(scene.links.marks.some((marks) => (marks & LINK_FADED) !== 0)).toBe(true);
	});
});

describe('the table', () => {
	test('lists who is drawn with neighbours, the unknown last either way', () => {
		const moment = momentFor(USUAL_CHOICE);
		const up = listNodes(picture, moment, { sort: 'practices', isDescending: false });
		const down = listNodes(picture, moment, { sort: 'practices', isDescending: true });
		expect(up.map(({ key }) => key)).not.toContain('late');
		expect(up.at(-1)!.figures.practices).toBeNull();
		expect(down.at(-1)!.figures.practices).toBeNull();
		expect(up.find(({ key }) => key === 'b')!.neighbours.map(({ label }) => label)).toEqual(['a', 'c', 'q']);
	});
});

describe('introductions', () => {
	test('propose two without a link who share a practice, with the reasons in words', () => {
		const { pairs } = proposeIntroductions(select(atlas, view), noFigures, [])!;
		expect(pairs.map(({ a, b }) => `${a.slug} ${b.slug}`)).toEqual(['a c']);
		expect(pairs[0]!.reasons).toContain('Both do “p”.');
		expect(pairs[0]!.reasons).toContain('Both are in contact with b.');
	});

	test('do not say that both do what one is only exploring, or what the view leaves out', () => {
		const learning = buildAtlas(
			wireFixture({
				organisations: [{ slug: 'a' }, { slug: 'b' }, { slug: 'c' }],
				practices: [{ slug: 'p' }, { slug: 'guess' }],
				adoptions: [
					{ organisation: 0, practice: 0, from: '2020-01-01', stage: 'adopted' },
					{ organisation: 2, practice: 0, from: '2020-01-01', stage: 'exploring' },
					{ organisation: 0, practice: 1, from: '2020-01-01' },
					{ organisation: 2, practice: 1, from: '2020-01-01', inferred: true }
				],
				ties: [
					{ a: 0, b: 1, kind: 'works with', from: '2021-01-01' },
					{ a: 1, b: 2, kind: 'works with', from: '2021-01-01' }
				]
			})
		);
		const reasons = (part: Partial<View>): string[] =>
			proposeIntroductions(select(learning, { ...view, ...part }), noFigures, [])!.pairs.flatMap(
				(pair) => pair.reasons
			);
		expect(reasons({})).toContain('Both do “guess”.');
		expect(reasons({ statedOnly: true })).toEqual([]);
		expect(reasons({ practices: ['p'] })).toEqual([]);
	});

	test('never propose a pair that was settled, whichever way round', () => {
		expect(proposeIntroductions(select(atlas, view), noFigures, [['c', 'a']])!.pairs).toEqual([]);
	});

	test('say of what is too common whether many do it, have it or want to learn about it', () => {
		const text = (kind: SharedKind, part: Partial<View> = {}) =>
			tooCommonText({ ...view, ...part }, { kind, label: 'X', holders: 1200 });
		expect(text('practice')).toBe('“X” brings nobody together here: 1,200 do it.');
		expect(text('practice', { countFrom: 'piloting' })).toContain('1,200 do or pilot it.');
		expect(text('characteristic')).toContain('1,200 do a practice that has it.');
		expect(text('interest')).toContain('1,200 want to learn about it.');
	});

	test('say what the link would do', () => {
		const base = {
			averagePathBefore: 3,
			averagePathAfter: 2.5,
			newlyJoinedPairs: 0,
			componentsBridged: null,
			estimatedFrom: null
		};
		expect(effectText({ effect: base })).toBe(
			'The average way between two would fall from 3.00 to 2.50 steps.'
		);
		expect(effectText({ effect: { ...base, componentsBridged: [4, 2], newlyJoinedPairs: 8 } })).toContain(
			'8 pairs'
		);
	});
});

describe('the words', () => {
	const empty = networkPicture(select(buildAtlas(wireFixture({})), view), USUAL_CHOICE);
	const nobody = readNetwork(new PictureOnDate(empty, { mode: 'as-of', day: view.date, since: view.date }));

	test('are there for nobody, for one, and for no link', () => {
		expect(summaryWords(nobody)).toEqual(['Nobody is in view on this date.']);
		expect(findingOf(nobody)).toBe('Nobody is in view');
		expect(summaryWords({ ...nobody, organisations: 1 })[0]).toContain('One organisation');
		expect(summaryWords({ ...nobody, organisations: 5 })[0]).toContain(
			'That is not to say that there is none'
		);
	});

	test('tell no stage of the day with figures of a longer time', () => {
		const read = (mode: DateMode) =>
			findingOf(readNetwork(new PictureOnDate(picture, { mode, day: view.date, since: view.date - 1000 })));
		expect(read('as-of')).toMatch(/^[A-Z][a-z ]+: 3 of 3 organisations are connected$/);
		expect(read('cumulative')).toBe('3 of 3 organisations are connected');
		expect(read('changed')).toBe('3 of 3 organisations are connected');
	});

	test('show a dash and the reason where a measure has no value', () => {
		const density = measureRows(nobody).find(({ id }) => id === 'density')!;
		expect([density.value, density.note]).toEqual(['–', 'No value: fewer than two nodes.']);
	});
});
