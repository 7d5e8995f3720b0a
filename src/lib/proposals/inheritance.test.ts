import { describe, expect, test } from 'vitest';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { day, wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { select } from '#lib/view/selection.ts';
import { DEFAULT_VIEW } from '#lib/view/view.ts';
import { inheritance } from './inheritance.ts';
import { madeCouncils, madeStories, whoToAsk } from './made-before.ts';
import { predecessorsOf } from './predecessors.ts';
import { proposal } from './proposal.ts';

const AREAS = ['E07000001', 'E07000002', 'E07000003'];
const [ONE, TWO, THREE, COUNTY, CHARITY, CUMBERLAND, ALLERDALE, BARROW, FORMER] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const wire = wireFixture({
	areas: AREAS.map((code, at) => ({ code, name: `Area ${at + 1}`, region: 'North' })),
	organisations: [
		{ slug: 'one', kind: 'council', area: 0 },
		{ slug: 'two', kind: 'council', area: 1 },
		{ slug: 'three', kind: 'council', area: 2 },
		{ slug: 'the-county', kind: 'council' },
		{ slug: 'charity', kind: 'charity', area: 0 },
		{ slug: 'cumberland', kind: 'council', founded: '2023-04-01' },
		{ slug: 'allerdale-borough-council', kind: 'council', closed: '2023-04-01' },
		{ slug: 'carlisle-city-council', kind: 'council', closed: '2023-04-01' },
		{ slug: 'former', kind: 'council', closed: '2015-04-01' }
	],
	networks: [{ slug: 'net' }, { slug: 'made-up', sample: true }, { slug: 'record', record: true }],
	practices: [
		{ slug: 'common' },
		{ slug: 'alone' },
		{ slug: 'tried' },
		{ slug: 'handed' },
		{ slug: 'lapsed' },
		{ slug: 'declared', network: 2 }
	],
	adoptions: [
		{ organisation: ONE!, practice: 0, from: '2018-01-01' },
		{ organisation: TWO!, practice: 0, from: '2019-01-01', stage: 'embedded' },
		{ organisation: THREE!, practice: 0, from: '2020-01-01' },
		{ organisation: COUNTY!, practice: 0, from: '2012-01-01' },
		{ organisation: TWO!, practice: 1, from: '2021-01-01' },
		{ organisation: CHARITY!, practice: 1, from: '2021-01-01' },
		{ organisation: ONE!, practice: 2, from: '2024-01-01', stage: 'piloting' },
		{ organisation: FORMER!, practice: 3, from: '2010-01-01' },
		{ organisation: ALLERDALE!, practice: 0, from: '2019-03-01' },
		{ organisation: BARROW!, practice: 1, from: '2019-03-01' },
		{ organisation: BARROW!, practice: 4, from: '2012-03-01', to: '2015-01-01' },
		{ organisation: CUMBERLAND!, practice: 0, from: '2024-06-01' },
		{ organisation: ONE!, practice: 5, from: '2019-06-01' }
	],
	memberships: [
		{ organisation: ONE!, network: 0, from: '2020-01-01' },
		{ organisation: THREE!, network: 0, from: '2021-01-01' },
		{ organisation: TWO!, network: 0, from: '2018-01-01', to: '2020-01-01' },
		{ organisation: ONE!, network: 1, from: '2020-01-01' }
	],
	ties: [
		{ a: ONE!, b: CHARITY!, kind: 'works with', from: '2018-01-01' },
		{ a: CHARITY!, b: TWO!, kind: 'mentors', from: '2018-01-01' },
		{ a: ONE!, b: TWO!, kind: 'works with', from: '2018-01-01' },
		{ a: ONE!, b: CHARITY!, kind: 'visited', from: '2016-01-01', to: '2017-01-01' },
		{ a: ONE!, b: COUNTY!, kind: 'lies within', from: '1974-04-01' },
		{ a: TWO!, b: COUNTY!, kind: 'lies within', from: '1974-04-01' }
	],
	links: [
		{
			slug: 'report',
			organisations: [
				[ONE!, 'made'],
				[THREE!, 'made'],
				[CHARITY!, 'made']
			]
		}
	],
	gaps: [[THREE!, 1]]
});
wire.successions = {
	predecessor: [FORMER!, ALLERDALE!, BARROW!],
	successor: [THREE!, CUMBERLAND!, CUMBERLAND!],
	on: [day('2015-04-01'), day('2023-04-01'), day('2023-04-01')],
	source_url: [null, null, null]
};
const atlas = buildAtlas(wire);
const selection = select(atlas, DEFAULT_VIEW);
const figures = {
	codes: AREAS,
	indicators: [],
	adjacency: { a: [], b: [], km: [] },
	former: { code: [], current: [] },
	upper: [{ code: 'E10000001', name: 'The County', kind: 'county' as const, districts: [0, 1, 2] }]
};
const all = predecessorsOf(proposal(AREAS, 'New', null), atlas, figures).bodies;
const { practices, memberships, ties, within, links } = inheritance(selection, all);
const of = (slug: string) => practices.find((practice) => practice.slug === slug)!;

describe('whom a proposal follows', () => {
	test('are the councils of its areas, then the county that ends or is divided', () => {
		expect(all.map(({ slug, part }) => [slug, part])).toEqual([
			['one', 'area'],
			['two', 'area'],
			['three', 'area'],
			['the-county', 'county']
		]);
		const some = predecessorsOf(proposal(AREAS.slice(0, 2), 'New', null), atlas, figures).bodies;
		expect(some.at(-1)).toMatchObject({ slug: 'the-county', part: 'divided county' });
	});
});

describe('what a proposal inherits', () => {
	test('is in order of how many bring it: all, some, one, none yet', () => {
		expect(practices.map(({ slug, reach, count, of }) => [slug, reach, count, of])).toEqual([
			['common', 'all', 4, 4],
			['alone', 'one', 1, 3],
			['handed', 'none', 0, 4],
			['tried', 'none', 0, 4]
		]);
	});

	test('leaves a public record out unless it is asked for', () => {
		expect(of('declared')).toBeUndefined();
		const asked = select(atlas, { ...DEFAULT_VIEW, practices: ['declared'] });
		expect(inheritance(asked, all).practices.map(({ slug }) => slug)).toContain('declared');
	});

	test('tells of each its stage, since when, and whose it was before', () => {
		expect(of('common').from.map(({ body, stage, since }) => [body.slug, stage, since])).toEqual([
			['one', 'adopted', '1 Jan 2018'],
			['the-county', 'adopted', '1 Jan 2012'],
			['three', 'adopted', '1 Jan 2020'],
			['two', 'embedded', '1 Jan 2019']
		]);
		expect(of('handed').from[0]).toMatchObject({
			body: { slug: 'three' },
			inheritedFrom: { slug: 'former' }
		});
		expect(of('alone').from.map(({ body }) => body.slug)).toEqual(['two']);
	});

	test('has the memberships that are current, and names who is a member', () => {
		expect(memberships.map(({ slug, members }) => [slug, members.map((one) => one.slug)])).toEqual([
			['net', ['one', 'three']]
		]);
	});

	test('has ties that run, those to others apart from those within, and no geography', () => {
		expect(ties.map(({ body, words, other }) => [body.slug, words, other.slug])).toEqual([
			['one', 'works with', 'charity'],
			['two', 'mentored by', 'charity']
		]);
		expect(within.map(({ body, other }) => [body.slug, other.slug])).toEqual([['one', 'two']]);
	});

	test('has each learning link once', () => {
		expect(links.map(({ slug, by }) => [slug, by.map((one) => one.slug)])).toEqual([
			['report', ['one', 'three']]
		]);
	});
});

describe('councils that were made before', () => {
	test('are made of a whole county, a part of one, or a merger', () => {
		const by = new Map(madeCouncils().map((made) => [made.body.id, made]));
		expect(['NYE', 'WIL', 'CBD', 'ESK', 'BPC'].map((id) => by.get(id)?.making)).toEqual([
			'whole county',
			'whole county',
			'part of a county',
			'merger',
			'merger'
		]);
		expect(by.has('LDS')).toBe(false);
		expect(by.has('NECA')).toBe(false);
	});

	test('those made in the same way that do a practice by their own record are counted', () => {
		const asked = whoToAsk(selection, 'part of a county', atlas.index.practiceBySlug.get('common')!);
		expect(asked).toMatchObject({ of: 1, count: 1 });
		expect(asked.holders).toMatchObject([
			{
				council: { slug: 'cumberland' },
				isSameWay: true,
				inheritedFrom: null,
				made: '1 Apr 2023',
				since: '1 Jun 2024'
			}
		]);
		// What it has from a body before it stands beside the count.
		const inherited = whoToAsk(selection, 'whole county', atlas.index.practiceBySlug.get('alone')!);
		expect(inherited).toMatchObject({ of: 0, count: 0 });
		expect(inherited.holders).toMatchObject([
			{ inheritedFrom: { slug: 'carlisle-city-council' }, isSameWay: false }
		]);
	});

	test('and what became of practices: on record again, ended before, or not recorded', () => {
		const [story] = madeStories(selection);
		expect(story).toMatchObject({
			council: { slug: 'cumberland' },
			on: '1 Apr 2023',
			wentOn: 1,
			confirmed: null
		});
		expect(story!.practices.map(({ slug, now, hadEnded }) => [slug, now?.since ?? null, hadEnded])).toEqual([
			['common', '1 Jun 2024', false],
			['alone', null, false],
			['lapsed', null, true]
		]);
	});
});
