import { describe, expect, test } from 'vitest';
import { parseDay } from './day.ts';
import { isMemberStatus, statusSpans } from './membership-status.ts';
import type { MembershipDates } from './membership-status.ts';

const day = (iso: string) => parseDay(iso)!;
const terms = { newMonths: 3, graceMonths: 3 };
const dates = (part: Partial<MembershipDates>): MembershipDates => ({
	startedOn: null,
	startedBound: 'on',
	endedOn: null,
	invitedOn: null,
	renewsOn: null,
	statusOverride: null,
	...part
});

/** Status on a day; null before the membership begins. */
function statusOn(membership: MembershipDates, at: number) {
	const spans = statusSpans(membership, terms).filter(
		({ from, to }) => (from ?? -Infinity) <= at && (to ?? Infinity) > at
	);
	expect(spans.length).toBeLessThan(2);
	return spans[0]?.status ?? null;
}

describe('the statuses of a membership', () => {
	const member = dates({
		invitedOn: day('2024-01-01'),
		startedOn: day('2024-03-01'),
		renewsOn: day('2025-03-01'),
		endedOn: day('2025-12-01')
	});

	test.each([
		['2023-12-31', null],
		['2024-02-01', 'invited'],
		['2024-03-01', 'new'],
		['2024-05-31', 'new'],
		['2024-06-01', 'current'],
		['2025-03-01', 'current'],
		['2025-03-02', 'grace'],
		['2025-06-01', 'grace'],
		['2025-06-02', 'lapsed'],
		['2025-12-01', 'left']
	] as const)('on %s is %s', (iso, expected) => {
		expect(statusOn(member, day(iso))).toBe(expected);
	});

	test('a status set by hand wins over the dates, but not over an end', () => {
		const held = { ...member, statusOverride: 'current' } as const;
		expect(statusOn(held, day('2025-08-01'))).toBe('current');
		expect(statusOn(held, day('2025-12-02'))).toBe('left');
	});

	test('an open membership without dates is current', () => {
		expect(statusOn(dates({}), 0)).toBe('current');
	});

	test('an invitation without a start stays one', () => {
		const invited = dates({ invitedOn: day('2024-01-01') });
		expect(statusOn(invited, day('2023-12-31'))).toBeNull();
		expect(statusOn(invited, day('2030-01-01'))).toBe('invited');
	});

	test('nobody is new by a date that only says that they were in', () => {
		const known = dates({ startedOn: day('2021-01-01'), startedBound: 'by' });
		expect(statusOn(known, day('2020-12-31'))).toBeNull();
		expect(statusOn(known, day('2021-01-01'))).toBe('current');
		expect(statusSpans(known, terms).map(({ begins }) => begins)).toEqual([null]);
	});

	test('say what happened on their first day', () => {
		expect(statusSpans(member, terms).map(({ status, begins }) => [status, begins])).toEqual([
			['invited', 'invitation'],
			['new', 'start'],
			['current', 'rule'],
			['grace', 'rule'],
			['lapsed', 'rule'],
			['left', 'end']
		]);
	});

	test('only new, current and grace count as being a member', () => {
		expect(
			(['new', 'current', 'grace', 'lapsed', 'left', 'invited', null] as const).filter(isMemberStatus)
		).toEqual(['new', 'current', 'grace']);
	});
});
