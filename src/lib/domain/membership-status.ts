import { addMonths } from './day.ts';
import type { Day } from './day.ts';
import type { MembershipStatus } from './vocabulary.ts';

export interface MembershipDates {
	startedOn: Day | null;
	endedOn: Day | null;
	invitedOn: Day | null;
	renewsOn: Day | null;
	/** Set by a coordinator with a reason; wins over the dates. */
	statusOverride: MembershipStatus | null;
}

export interface NetworkTerms {
	/** Months after the start during which a member counts as new. */
	newMonths: number;
	/** Months after the renewal date during which an unrenewed member is in grace. */
	graceMonths: number;
}

/**
 * Status of a membership on a day, from its dates.
 *
 * left: ended · invited: invited and no start recorded · new: within `newMonths` of the start ·
 * current: until `renewsOn`, or open · grace: up to `graceMonths` after `renewsOn` · lapsed: later.
 *
 * @returns null when the membership has not begun on that day (and no invitation is out)
 */
export function membershipStatus(
	dates: MembershipDates,
	terms: NetworkTerms,
	day: Day
): MembershipStatus | null {
	const { startedOn, endedOn, invitedOn, renewsOn, statusOverride } = dates;
	if (endedOn !== null && endedOn <= day) return 'left';
	if (startedOn === null && invitedOn !== null)
		return invitedOn <= day ? (statusOverride ?? 'invited') : null;
	if (startedOn !== null && startedOn > day) return invitedOn !== null && invitedOn <= day ? 'invited' : null;
	if (statusOverride !== null) return statusOverride;
	if (renewsOn !== null && renewsOn < day) {
		return addMonths(renewsOn, terms.graceMonths) >= day ? 'grace' : 'lapsed';
	}
	if (startedOn !== null && addMonths(startedOn, terms.newMonths) > day) return 'new';
	return 'current';
}

/** Whether a status counts as being a member: new, current and grace do. */
export function isMemberStatus(status: MembershipStatus | null): boolean {
	return status === 'new' || status === 'current' || status === 'grace';
}
