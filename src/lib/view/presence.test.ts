import { describe, expect, test } from 'vitest';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { MEMBERSHIP_STATUSES } from '#lib/domain/vocabulary.ts';
import { day, wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { countFacets } from './facets.ts';
import { dateWindow } from './date-window.ts';
import { organisationsIn } from './presence.ts';
import { DEFAULT_VIEW } from './view.ts';
import type { View } from './view.ts';
import { select } from './selection.ts';

const atlas = buildAtlas(
	wireFixture({
		areas: [
			{ code: 'E06000001', name: 'Hartlepool', region: 'North East' },
			{ code: 'W06000001', name: 'Ynys Môn', region: 'Wales', nation: 'Wales' }
		],
		networks: [
			{ slug: 'good-help' },
			{ slug: 'sample-network', sample: true },
			{ slug: 'record', record: true }
		],
		organisations: [
			{ slug: 'returner', area: 0 },
			{ slug: 'young', kind: 'council', area: 1, founded: '2019-04-01', names: ['Anglesey'] },
			{ slug: 'closed', closed: '2018-01-01' },
			{ slug: 'invented', sample: true }
		],
		practices: [{ slug: 'listening' }, { slug: 'declaring', network: 2 }],
		adoptions: [
			{
				organisation: 0,
				practice: 0,
				from: '2016-01-01',
				stages: [
					['piloting', '2016-01-01'],
					['adopted', '2018-01-01']
				]
			},
			{ organisation: 1, practice: 1, from: '2019-07-01' }
		],
		memberships: [
			{ organisation: 0, network: 0, from: '2010-01-01', to: '2012-01-01' },
			{ organisation: 0, network: 0, from: '2015-01-01', invited: '2014-06-01', renews: '2020-01-01' },
			{ organisation: 1, network: 0, from: '2020-01-01', inferred: true },
			{ organisation: 3, network: 1, from: '2020-01-01' }
		]
	})
);

/** Slugs shown by a part of a view on a date. */
function shown(part: Partial<View>, date = '2026-11-22'): string[] {
	const view = { ...DEFAULT_VIEW, ...part, date: day(date) };
	const rows = organisationsIn(select(atlas, view).presences, dateWindow(view, atlas.asOf));
	return Array.from(rows, (row) => atlas.organisations.slug[row]!);
}

describe('who is in a view', () => {
	test('without a network: all that exist on the day, without sample data', () => {
		expect(shown({})).toEqual(['returner', 'young']);
		expect(shown({}, '2017-12-31')).toEqual(['returner', 'closed']);
	});

	test('in a network: its members while they are members', () => {
		const network = { network: 'good-help' };
		expect(shown(network, '2011-01-01')).toEqual(['returner']);
		expect(shown(network, '2013-01-01')).toEqual([]);
		expect(shown(network, '2016-01-01')).toEqual(['returner']);
		expect(shown(network)).toEqual(['young']);
		expect(shown({ ...network, statuses: ['lapsed'] })).toEqual(['returner']);
		expect(shown({ ...network, statuses: ['invited'] }, '2014-07-01')).toEqual(['returner']);
	});

	test('up to a date: once a member, counted once', () => {
		expect(shown({ network: 'good-help', mode: 'cumulative' })).toEqual(['returner', 'young']);
	});

	test('changed in the last months: joined or left within them', () => {
		const changed = { network: 'good-help', mode: 'changed', months: 6 } as const;
		expect(shown(changed, '2012-03-01')).toEqual(['returner']);
		expect(shown(changed, '2012-08-01')).toEqual([]);
		expect(shown(changed, '2020-06-01')).toEqual(['returner', 'young']);
	});

	test('the sample network shows its own, and nothing else shows them', () => {
		expect(shown({ network: 'sample-network' })).toEqual(['invented']);
	});

	test('a public record without members shows who took up its practices', () => {
		expect(shown({ network: 'record' })).toEqual(['young']);
		expect(shown({ network: 'record' }, '2019-06-30')).toEqual([]);
	});

	test('a practice counts from adoption, or from piloting when asked', () => {
		expect(shown({ practices: ['listening'] }, '2017-01-01')).toEqual([]);
		expect(shown({ practices: ['listening'], countFrom: 'piloting' }, '2017-01-01')).toEqual(['returner']);
		expect(shown({ practices: ['listening'], stages: ['piloting'] }, '2018-06-01')).toEqual([]);
	});

	test('a search finds other names, with or without accents', () => {
		expect(shown({ query: 'angl' })).toEqual(['young']);
		expect(shown({ query: 'xyz' })).toEqual([]);
	});

	test('inferred facts can be left out', () => {
		expect(shown({ network: 'good-help', statedOnly: true })).toEqual([]);
	});

	test('a nation holds its regions', () => {
		expect(shown({ regions: ['England'] })).toEqual(shown({ regions: ['North East'] }));
		expect(shown({ regions: ['England'] })).not.toEqual([]);
	});

	test('an unknown network shows nobody', () => {
		expect(shown({ network: 'nowhere' })).toEqual([]);
	});
});

describe('facets', () => {
	const view: View = { ...DEFAULT_VIEW, kinds: ['charity'] };
	const facets = countFacets(select(atlas, view));

	test('count a value as if its own condition were lifted', () => {
		expect(facets.kinds.find(({ value }) => value === 'council')).toEqual({
			value: 'council',
			label: 'council',
			count: 1,
			isChosen: false
		});
	});

	test('keep the other conditions', () => {
		expect(facets.regions.map(({ value, count }) => [value, count])).toEqual([
			['North East', 1],
			['Wales', 0]
		]);
	});

	test('offer statuses only within a network', () => {
		expect(facets.statuses).toEqual([]);
		const within = countFacets(select(atlas, { ...DEFAULT_VIEW, network: 'good-help' }));
		expect(within.statuses.map(({ value }) => value)).toEqual([...MEMBERSHIP_STATUSES]);
		expect(within.statuses.find(({ value }) => value === 'lapsed')!.count).toBe(1);
	});
});
