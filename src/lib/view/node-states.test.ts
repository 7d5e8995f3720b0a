import { expect, test } from 'vitest';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { MEMBERSHIP_STATUSES, STAGES } from '#lib/domain/vocabulary.ts';
import { day, wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { stageRank, stageStates, statesOn, statusRank, statusStates } from './node-states.ts';
import { DEFAULT_VIEW } from './view.ts';
import { select } from './selection.ts';

const atlas = buildAtlas(
	wireFixture({
		networks: [{ slug: 'n', newMonths: 3 }],
		organisations: [{ slug: 'a' }, { slug: 'b' }],
		practices: [{ slug: 'p' }, { slug: 'q' }],
		adoptions: [
			{
				organisation: 0,
				practice: 0,
				from: '2020-01-01',
				stage: 'embedded',
				stages: [
					['exploring', '2020-01-01'],
					['adopted', '2021-01-01'],
					['embedded', '2023-01-01']
				]
			},
			{ organisation: 0, practice: 1, from: '2019-01-01', to: '2020-06-01', stage: 'adopted' }
		],
		memberships: [
			{ organisation: 0, network: 0, from: '2020-01-01', to: '2022-01-01' },
			{ organisation: 0, network: 0, invited: '2023-01-01', from: '2024-01-01' }
		]
	})
);
const nodes = [0, -1, 1];

test('a node has the status of its membership on the day, and none without a network', () => {
	const states = statusStates(select(atlas, { ...DEFAULT_VIEW, network: 'n' }), nodes);
	const on = (date: string) =>
		Array.from(statesOn(states, 3, day(date), statusRank), (at) => MEMBERSHIP_STATUSES[at] ?? null);
	expect(on('2020-02-01')).toEqual(['new', null, null]);
	expect(on('2021-02-01')).toEqual(['current', null, null]);
	expect(on('2022-02-01')).toEqual(['left', null, null]);
	expect(on('2019-02-01')).toEqual([null, null, null]);
	// Who comes back is invited, new and current again, whatever became of the first membership.
	expect(on('2023-02-01')).toEqual(['invited', null, null]);
	expect(on('2024-02-01')).toEqual(['new', null, null]);
	expect(on('2025-02-01')).toEqual(['current', null, null]);
	expect(statusStates(select(atlas, DEFAULT_VIEW), nodes).node).toHaveLength(0);
});

test('a node has its furthest stage on the day, ended only where nothing goes on', () => {
	const stageOn = (date: string, practices: string[] = []) =>
		STAGES[
			statesOn(stageStates(select(atlas, { ...DEFAULT_VIEW, practices }), nodes), 3, day(date), stageRank)[0]!
		] ?? null;
	expect(stageOn('2020-02-01')).toBe('adopted');
	expect(stageOn('2020-02-01', ['p'])).toBe('exploring');
	expect(stageOn('2020-07-01')).toBe('exploring');
	expect(stageOn('2020-07-01', ['q'])).toBe('ended');
	expect(stageOn('2023-07-01')).toBe('embedded');
	expect(stageOn('2018-07-01')).toBeNull();
});
