import { describe, expect, test } from 'vitest';
import { parseDay } from './day.ts';
import { isMemberStatus, membershipStatus } from './membership-status.ts';
import type { MembershipDates } from './membership-status.ts';

const day = (iso: string) => parseDay(iso)!;
const terms = { newMonths: 3, graceMonths: 3 };
const dates = (part: Partial<MembershipDates>): MembershipDates => ({
	startedOn: null,
	endedOn: null,
	invitedOn: null,
	renewsOn: null,
	statusOverride: null,
	...part
});

describe('membershipStatus', () => {
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
		expect(membershipStatus(member, terms, day(iso))).toBe(expected);
	});

	test('a status set by hand wins over the dates, but not over an end', () => {
		const held = { ...member, statusOverride: 'current' } as const;
		expect(membershipStatus(held, terms, day('2025-08-01'))).toBe('current');
		expect(membershipStatus(held, terms, day('2025-12-02'))).toBe('left');
	});

	test('an open membership without dates is current', () => {
		expect(membershipStatus(dates({}), terms, 0)).toBe('current');
	});

	test('only new, current and grace count as being a member', () => {
		expect(
			(['new', 'current', 'grace', 'lapsed', 'left', 'invited', null] as const).filter(isMemberStatus)
		).toEqual(['new', 'current', 'grace']);
	});
});
