import { describe, expect, test } from 'vitest';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { day, wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { areaAdoptions, countAreas } from './area-adoption.ts';
import { latestChanges } from './changes.ts';
import { adoptionEvents } from './dated-events.ts';
import { countFacets } from './facets.ts';
import { listHeld } from './held-practices.ts';
import { listLearningArcs } from './learning-arcs.ts';
import { learntLinks } from './learnt-links.ts';
import { listRecordsApart } from './records-apart.ts';
import { select } from './selection.ts';
import { DEFAULT_VIEW } from './view.ts';
import type { View } from './view.ts';

const atlas = buildAtlas(
	wireFixture({
		areas: [
			{ code: 'E06000001', name: 'Hartlepool', region: 'North East' },
			{ code: 'E06000002', name: 'Middlesbrough', region: 'North East' }
		],
		networks: [
			{ slug: 'good-help' },
			{ slug: 'declarations', record: true },
			{ slug: 'sample', sample: true }
		],
		organisations: [
			{ slug: 'declares', kind: 'council', area: 0 },
			{ slug: 'both', kind: 'council', area: 1 },
			{ slug: 'invented', sample: true }
		],
		practices: [{ slug: 'declaring', network: 1 }, { slug: 'listening' }],
		adoptions: [
			{ organisation: 0, practice: 0, from: '2019-07-01', learnedFrom: 1 },
			{ organisation: 1, practice: 0, from: '2019-05-01' },
			{ organisation: 1, practice: 1, from: '2020-01-01' }
		],
		memberships: [{ organisation: 1, network: 0, from: '2018-01-01' }]
	})
);
const view = (part: Partial<View> = {}) => select(atlas, { ...DEFAULT_VIEW, ...part });
const names = (part: Partial<View> = {}) =>
	[...view(part).practices].map((row) => atlas.practices[row]!.slug);

describe('a public record', () => {
	test.each([
		['stands apart without a network', {}, ['listening']],
		['and in a network of others', { network: 'good-help' }, ['listening']],
		['is asked for by itself', { network: 'declarations' }, ['declaring']],
		['and by its practice', { practices: ['declaring'] }, ['declaring']],
		['and by it beside another', { practices: ['declaring', 'listening'] }, ['declaring', 'listening']]
	])('%s', (_words, part, meant) => {
		expect(names(part)).toEqual(meant);
	});

	test('is in no list, count, map or curve that does not ask for it', () => {
		const plain = view();
		const practicesOf = (part: Partial<View>) =>
			countFacets(view(part)).practices.map(({ value, count }) => [value, count]);
		expect(practicesOf({})).toContainEqual(['declaring', 0]);
		expect(countFacets(plain).stages.find(({ value }) => value === 'adopted')?.count).toBe(1);
		expect(countAreas(areaAdoptions(plain)).having).toBe(1);
		expect(adoptionEvents(plain, atlas.asOf).days).toEqual([day('2020-01-01')]);
		expect(latestChanges(plain, plain.ever, atlas.asOf, 9).map(({ practice }) => practice)).toEqual([
			1,
			null
		]);
		expect(listHeld(plain, 0)).toEqual([]);
		expect(listLearningArcs(plain)).toEqual([]);
		expect(learntLinks(plain)).toEqual([]);
		expect(view({ stages: ['adopted'] }).organisations).toHaveLength(1);
	});

	test('counts as it does once it is asked for', () => {
		const asked = view({ practices: ['declaring'] });
		expect(countFacets(asked).practices.map(({ value, count }) => [value, count])).toContainEqual([
			'declaring',
			2
		]);
		expect(countAreas(areaAdoptions(asked)).having).toBe(2);
		expect(listHeld(asked, 1).map(({ practice }) => practice)).toEqual([0, 1]);
		expect(listLearningArcs(asked)).toHaveLength(1);
	});

	test('stays asked for where a condition is lifted, and on another date', () => {
		const asked = view({ practices: ['declaring'] }).with({ practices: [] });
		expect([...asked.practices]).toEqual([0, 1]);
		const then = asked.on({ date: day('2019-06-01'), mode: 'as-of', months: 12 });
		expect([...then.practices]).toEqual([0, 1]);
		expect(then.isApart(0)).toBe(false);
	});

	test('leaves those it knows only by it in the directory', () => {
		expect(view().organisations).toHaveLength(2);
	});

	test('is said to be left out where somebody in view is on it, and nowhere else', () => {
		const said = (part: Partial<View>) => listRecordsApart(view(part)).map(({ slug }) => slug);
		expect(said({})).toEqual(['declarations']);
		expect(said({ network: 'good-help' })).toEqual(['declarations']);
		expect(said({ network: 'sample' })).toEqual([]);
		expect(said({ network: 'declarations' })).toEqual([]);
		expect(said({ practices: ['listening'] })).toEqual([]);
		expect(said({ selection: ['invented'] })).toEqual([]);
	});
});
