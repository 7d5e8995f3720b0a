import { describe, expect, test } from 'vitest';
import { listSettledPairs } from './introductions.ts';
import type { RequestEvent } from '@sveltejs/kit';

interface Row {
	state: string;
	networks: { slug: string } | null;
	a: { slug: string } | null;
	b: { slug: string } | null;
}

const row = (state: string, network: string, a: string | null, b: string): Row => ({
	state,
	networks: { slug: network },
	a: a === null ? null : { slug: a },
	b: { slug: b }
});

/** A request by somebody to whom the database shows these introductions, never more than 1000 at once. */
function eventShowing(rows: readonly Row[] | null): Pick<RequestEvent, 'locals'> {
	const range = async (from: number, to: number) => {
		if (rows === null) throw new Error('A visitor asked.');
		return { data: rows.slice(from, Math.min(to + 1, from + 1000)), error: null };
	};
	return {
		locals: {
			session: async () => (rows === null ? null : { userId: 'somebody' }),
			supabase: { from: () => ({ select: () => ({ order: () => ({ range }) }) }) }
		}
	} as unknown as Pick<RequestEvent, 'locals'>;
}

describe('pairs that are settled', () => {
	test('are those of the network at hand and those that declined in any', async () => {
		const event = eventShowing([
			row('met', 'river', 'mill', 'farm'),
			row('met', 'hill', 'mill', 'weir'),
			row('declined', 'hill', 'farm', 'weir')
		]);
		expect(await listSettledPairs(event, 'river')).toEqual([
			['mill', 'farm'],
			['farm', 'weir']
		]);
		expect(await listSettledPairs(event, null)).toEqual([['farm', 'weir']]);
	});

	test('are all read, however many pages that takes', async () => {
		const event = eventShowing(
			Array.from({ length: 2500 }, (_, index) => row('declined', 'river', 'mill', `farm-${index}`))
		);
		expect(await listSettledPairs(event, null)).toHaveLength(2500);
	});

	test('leave out organisations that are not shown any more', async () => {
		expect(await listSettledPairs(eventShowing([row('declined', 'river', null, 'farm')]), null)).toEqual([]);
	});

	test('are not asked for by a visitor', async () => {
		expect(await listSettledPairs(eventShowing(null), 'river')).toEqual([]);
	});
});
