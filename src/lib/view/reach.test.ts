import { describe, expect, test } from 'vitest';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { day, wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { countFacets } from './facets.ts';
import { knownView } from './known-view.ts';
import { nounOf } from './noun.ts';
import { countReach, reachInWords, reachOf } from './reach.ts';
import { select } from './selection.ts';
import { DEFAULT_VIEW, parseView, viewSearch } from './view.ts';
import type { View } from './view.ts';

const atlas = buildAtlas(
	wireFixture({
		networks: [
			{ slug: 'good-help' },
			{ slug: 'plain' },
			{ slug: 'sample', sample: true },
			{ slug: 'record', record: true }
		],
		characteristics: [
			{ network: 0, position: 1, label: 'Tailored help' },
			{ network: 2, position: 1, label: 'Habit' }
		],
		organisations: [
			{ slug: 'member' },
			{ slug: 'member-who-does' },
			{ slug: 'associate' },
			{ slug: 'does' },
			{ slug: 'did' },
			{ slug: 'tries' },
			{ slug: 'does-other' },
			{ slug: 'declares' },
			{ slug: 'invented', sample: true }
		],
		practices: [
			{ slug: 'listening', characteristics: [0] },
			{ slug: 'other' },
			{ slug: 'declaring', network: 3, characteristics: [0] }
		],
		memberships: [
			{ organisation: 0, network: 0, from: '2019-01-01' },
			{ organisation: 1, network: 0, from: '2019-01-01' },
			{ organisation: 6, network: 1, from: '2019-01-01' }
		],
		associations: [
			{ organisation: 2, network: 0, from: '2014-01-01' },
			{ organisation: 1, network: 0 }
		],
		adoptions: [
			{ organisation: 1, practice: 0, from: '2020-01-01' },
			{ organisation: 3, practice: 0, from: '2020-01-01' },
			{ organisation: 4, practice: 0, from: '2015-01-01', to: '2018-01-01' },
			{ organisation: 5, practice: 0, from: '2020-01-01', stage: 'piloting' },
			{ organisation: 6, practice: 1, from: '2020-01-01' },
			{ organisation: 7, practice: 2, from: '2020-01-01' },
			{ organisation: 8, practice: 0, from: '2020-01-01' }
		]
	})
);
const view = (part: Partial<View> = {}) => select(atlas, { ...DEFAULT_VIEW, network: 'good-help', ...part });
const shown = (part: Partial<View> = {}) =>
	Array.from(view(part).organisations, (row) => atlas.organisations.slug[row]!);

describe('how far a network is followed', () => {
	test.each([
		['good-help', null, 'movement'],
		['good-help', 'members', 'members'],
		['plain', null, 'members'],
		['plain', 'movement', 'members'],
		['record', null, null],
		[null, 'movement', null]
	] as const)('%s, asked for %s, is shown as %s', (network, reach, expected) => {
		expect(reachOf(atlas, { network, reach })).toBe(expected);
	});

	test('a movement is its members, those connected with it, and whoever does what shows its framework', () => {
		expect(shown()).toEqual(['member', 'member-who-does', 'associate', 'does']);
		expect(shown({ reach: 'members' })).toEqual(['member', 'member-who-does']);
		expect(shown({ countFrom: 'piloting' })).toContain('tries');
		expect(shown({ date: day('2016-01-01') })).toEqual(['associate', 'did']);
	});

	test('each is counted once, as the closest, and the rest are never called members', () => {
		expect(countReach(view())).toEqual({ member: 2, associate: 1, practice: 1 });
		expect(countReach(view({ reach: 'members' }))).toBeNull();
		expect(nounOf(atlas, view().view).many).toBe('organisations');
		expect(nounOf(atlas, view({ reach: 'members' }).view).many).toBe('members');
		expect(reachInWords({ member: 1, associate: 2, practice: 3 })).toBe(
			'1 member, 2 connected in other ways and 3 only by a practice that shows its characteristics'
		);
		expect(reachInWords({ member: 0, associate: 1, practice: 0 })).toBe(
			'0 members and 1 connected in another way'
		);
	});

	test('a status asks for members', () => {
		expect(shown({ statuses: ['current'] })).toEqual(['member', 'member-who-does']);
	});

	test('its facet says how many each would show, and networks without a framework have none', () => {
		expect(countFacets(view()).reaches).toMatchObject([
			{ value: 'members', count: 2, isChosen: false },
			{ value: '', count: 4, isChosen: true }
		]);
		expect(countFacets(view({ network: 'plain' })).reaches).toEqual([]);
	});

	test('is in the address, where it is not the usual', () => {
		expect(viewSearch({ ...DEFAULT_VIEW, network: 'good-help', reach: 'members' })).toBe(
			'?network=good-help&reach=members'
		);
		expect(parseView(new URLSearchParams('reach=moon')).problems).toHaveLength(1);
		const known = (network: string, reach: View['reach']) =>
			knownView(atlas, { ...DEFAULT_VIEW, network, reach });
		expect(known('good-help', 'movement')).toMatchObject({ view: { reach: null }, problems: [] });
		expect(known('good-help', 'members').view.reach).toBe('members');
		expect(known('plain', 'movement').problems).toHaveLength(1);
	});

	test('"all" in an address is every network', () => {
		expect(parseView(new URLSearchParams('network=all'))).toEqual({ view: DEFAULT_VIEW, problems: [] });
	});
});
