import { describe, expect, test } from 'vitest';
import type { Stage } from '#lib/domain/vocabulary.ts';
import {
	ADOPTED_STAGES,
	peersDoWeDoNot,
	peersHolding,
	weDoPeersDoNot,
	type Holdings
} from './peer-adoption.ts';

const ME = 0;
/** Most alike first. */
const PEERS = [5, 3, 8];
const adoptions = holdings([
	[3, 10, 'adopted', 100],
	[5, 10, 'piloting', null],
	[8, 10, 'ended', 50],
	[9, 10, 'adopted', 70],
	[5, 11, 'embedded', 10],
	[8, 11, 'adopted', 20],
	[ME, 11, 'exploring', 90],
	[ME, 12, 'adopted', 30],
	[3, 12, 'adopted', 40],
	[ME, 13, 'embedded', 30],
	[5, 13, 'adopted', 1],
	[3, 13, 'adopted', 1],
	[8, 13, 'adopted', 1]
]);

describe('which of our peers already do it', () => {
	test('lists them by likeness with stage and date, and counts those whose stage counts', () => {
		expect(peersHolding(PEERS, 10, adoptions)).toEqual({
			holders: [
				{ organisation: 5, rank: 1, entry: 1, stage: 'piloting', since: null, isCounted: false },
				{ organisation: 3, rank: 2, entry: 0, stage: 'adopted', since: 100, isCounted: true },
				{ organisation: 8, rank: 3, entry: 2, stage: 'ended', since: 50, isCounted: false }
			],
			count: 1,
			of: 3,
			silent: 0
		});
	});

	test('can count from piloting', () => {
		expect(peersHolding(PEERS, 10, adoptions, ['piloting', ...ADOPTED_STAGES]).count).toBe(2);
	});

	test('counts none of nobody', () => {
		expect(peersHolding([], 10, adoptions)).toEqual({ holders: [], count: 0, of: 0, silent: 0 });
	});
});

describe('what councils like you do that you do not yet', () => {
	test('is the most widespread first, out of all peers, with our own stage where we are trying', () => {
		expect(peersDoWeDoNot(ME, PEERS, adoptions)).toEqual([
			{ item: 11, peers: [5, 8], count: 2, of: 3, ours: 'exploring' },
			{ item: 10, peers: [3], count: 1, of: 3, ours: null }
		]);
	});
});

describe('whom you could help', () => {
	test('is who lacks what we do, and says nothing of what they all have', () => {
		expect(weDoPeersDoNot(ME, PEERS, adoptions)).toEqual([
			{ item: 12, peers: [5, 8], count: 2, of: 3, ours: 'adopted' }
		]);
	});
});

test('a place counts once, however many in it do it, and never for what stands beside the count', () => {
	const places: Holdings = {
		...holdings([
			[5, 1, 'adopted', 10],
			[5, 1, 'piloting', 20],
			[5, 1, 'adopted', 30],
			[3, 1, 'adopted', 40],
			[ME, 2, 'adopted', 50]
		]),
		isBeside: [false, false, false, true, true],
		isSilent: (organisation) => organisation === 8
	};
	expect(peersHolding(PEERS, 1, places)).toMatchObject({ count: 1, of: 2, silent: 1 });
	expect(peersDoWeDoNot(ME, PEERS, places)).toEqual([{ item: 1, peers: [5], count: 1, of: 2, ours: null }]);
	expect(weDoPeersDoNot(ME, PEERS, places)).toEqual([]);
});

test('learning links, which have no stage, count by being there', () => {
	const links = holdings([
		[5, 1, null, null],
		[ME, 2, null, null]
	]);

	expect(peersDoWeDoNot(ME, PEERS, links)).toEqual([{ item: 1, peers: [5], count: 1, of: 3, ours: null }]);
	expect(weDoPeersDoNot(ME, PEERS, links)[0]).toMatchObject({ item: 2, peers: PEERS });
});

function holdings(rows: [number, number, Stage | null, number | null][]): Holdings {
	return {
		organisation: Int32Array.from(rows, ([organisation]) => organisation),
		item: Int32Array.from(rows, ([, item]) => item),
		stage: rows.map(([, , stage]) => stage),
		since: rows.map(([, , , since]) => since),
		isBeside: rows.map(() => false),
		isSilent: () => false
	};
}
