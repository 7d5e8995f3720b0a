import { describe, expect, test } from 'vitest';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { DEFAULT_VIEW } from '#lib/view/view.ts';
import { latestChanges } from '#lib/view/changes.ts';
import { day, wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { homePicture } from '#lib/home/home.ts';
import { organisationProfile } from './profile.ts';
import { listDirectory } from './directory.ts';
import { select } from '#lib/view/selection.ts';

const atlas = buildAtlas(
	wireFixture({
		areas: [{ code: 'E08000005', name: 'rochdale', region: 'North West' }],
		networks: [{ slug: 'good-help' }],
		organisations: [
			{ slug: 'rochdale-council', kind: 'council', area: 0 },
			{ slug: 'abacus', area: 0 },
			{ slug: 'nowhere', founded: '1990-01-01' }
		],
		practices: [{ slug: 'listening' }],
		adoptions: [{ organisation: 0, practice: 0, from: '2020-07-28', learnedFrom: 1, to: '2024-03-01' }],
		memberships: [{ organisation: 1, network: 0, from: '2019-01-01', precision: 'year', inferred: true }],
		ties: [{ a: 0, b: 1, kind: 'visited', from: '2018-02-01' }]
	})
);
const list = (sort: 'name' | 'region' | 'practices', isDescending = false) =>
	listDirectory(select(atlas, { ...DEFAULT_VIEW, date: day('2021-01-01') }), { sort, isDescending });

describe('listDirectory', () => {
	test('sorts by name, whatever the case', () => {
		expect(list('name').map(({ slug }) => slug)).toEqual(['abacus', 'nowhere', 'rochdale-council']);
	});

	test('counts practices on the date of the view and names the networks of that date', () => {
		expect(
			list('practices', true).map(({ slug, practices, networks }) => [slug, practices, networks])
		).toEqual([
			['rochdale-council', 1, []],
			['abacus', 0, ['good-help']],
			['nowhere', 0, []]
		]);
	});

	test('puts what has no region last, whichever way the list is turned', () => {
		expect(list('region').at(-1)?.slug).toBe('nowhere');
		expect(list('region', true).at(-1)?.slug).toBe('nowhere');
	});

	test('counts no inferred practice where only stated facts count', () => {
		const inferred = buildAtlas(
			wireFixture({
				organisations: [{ slug: 'rochdale-council' }],
				practices: [{ slug: 'listening' }],
				adoptions: [{ organisation: 0, practice: 0, from: '2020-07-28', inferred: true }]
			})
		);
		const counts = (statedOnly: boolean) =>
			listDirectory(select(inferred, { ...DEFAULT_VIEW, statedOnly }), {
				sort: 'name',
				isDescending: false
			}).map(({ practices }) => practices);
		expect([counts(false), counts(true)]).toEqual([[1], [0]]);
	});

	test('does not say an area twice where the name of the council says it', () => {
		expect(list('name').map(({ place }) => place)).toEqual(['rochdale', null, null]);
	});
});

describe('organisationProfile', () => {
	const profile = organisationProfile(atlas, 0);

	test('shows an ended practice as stopped, with its dates and whom it was learnt from', () => {
		expect(profile.practices[0]).toMatchObject({
			stage: 'ended',
			since: '28 Jul 2020',
			until: '1 Mar 2024',
			learntFrom: { slug: 'abacus' }
		});
	});

	test('does not call stopped what is only announced', () => {
		const announced = buildAtlas(
			wireFixture({
				organisations: [{ slug: 'a' }],
				practices: [{ slug: 'listening' }],
				adoptions: [{ organisation: 0, practice: 0, from: '2999-01-01' }]
			})
		);
		expect(organisationProfile(announced, 0).practices[0]?.stage).toBe('adopted');
	});

	test('says a directed tie from whichever end one looks', () => {
		expect(profile.ties.map(({ words }) => words)).toEqual(['visited']);
		expect(organisationProfile(atlas, 1).ties.map(({ words }) => words)).toEqual(['visited by']);
	});

	test('has nothing but nulls and empty lists for an organisation nobody knows more of', () => {
		expect(organisationProfile(atlas, 2)).toMatchObject({
			area: null,
			confirmed: null,
			practices: [],
			ties: [],
			links: []
		});
	});
});

describe('latestChanges', () => {
	test('tells newest first, up to the day, among those that count', () => {
		const changes = latestChanges(select(atlas, DEFAULT_VIEW), new Set([0, 1]), day('2022-01-01'), 8);
		expect(changes.map(({ verb, organisation, isInferred }) => [verb, organisation, isInferred])).toEqual([
			['adopted', 0, false],
			['joined', 1, true]
		]);
		expect(latestChanges(select(atlas, DEFAULT_VIEW), new Set([0]), atlas.asOf, 8)[0]?.verb).toBe(
			'no longer does'
		);
		expect(latestChanges(select(atlas, DEFAULT_VIEW), new Set([2]), atlas.asOf, 8)).toEqual([]);
	});
});

describe('homePicture', () => {
	test('does not take "a member by that day" for "joined on that day"', () => {
		const membership = { organisation: 0, network: 0, from: '2026-06-01' };
		const joined = (part: object) =>
			homePicture(
				select(
					buildAtlas(
						wireFixture({
							networks: [{ slug: 'good-help' }],
							organisations: [{ slug: 'a' }],
							memberships: [{ ...membership, ...part }]
						})
					),
					{ ...DEFAULT_VIEW, network: 'good-help' }
				)
			).figures.members;
		expect(joined({})).toEqual({ count: 1, joined: 1 });
		expect(joined({ by: true })).toEqual({ count: 1, joined: 0 });
	});

	test('keeps what ended among the adoptions and out of what is in place', () => {
		const { figures, spans } = homePicture(select(atlas, DEFAULT_VIEW));
		expect(figures).toMatchObject({ organisations: 3, active: 0, practices: 0, adoptionCount: 1, learnt: 1 });
		expect(spans).toEqual([[0, 0, day('2020-07-28'), day('2024-03-01')]]);
	});
});
