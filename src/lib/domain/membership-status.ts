import { addMonths } from './day.ts';
import type { Day } from './day.ts';
import type { DateBound, MembershipStatus } from './vocabulary.ts';

export interface MembershipDates {
	startedOn: Day | null;
	/** `by`: a member no later than `startedOn`; since when is not known. */
	startedBound: DateBound;
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

/** A run of days on which a membership has one status. */
export interface StatusSpan {
	status: MembershipStatus;
	/** Null: since a day that is not recorded. */
	from: Day | null;
	/** First day no longer; null while it lasts. */
	to: Day | null;
	/** What the record says happened on the first day; null where it is only a bound, or follows from one. */
	begins: 'invitation' | 'start' | 'end' | 'rule' | null;
}

/**
 * The life of one membership as consecutive statuses, from its dates; empty before it begins.
 *
 * left: ended · invited: invited and no start yet · new: within `newMonths` of the start, where that is
 * known · current: until `renewsOn`, or open · grace: up to `graceMonths` after `renewsOn` · lapsed: later.
 * A status set by hand covers the whole membership.
 */
export function statusSpans(dates: MembershipDates, terms: NetworkTerms): StatusSpan[] {
	const { startedOn, startedBound, endedOn, invitedOn, renewsOn, statusOverride } = dates;
	const end = endedOn ?? Infinity;
	const spans: StatusSpan[] = [];
	const add = (status: MembershipStatus, from: Day, to: Day, begins: StatusSpan['begins']): void => {
		const last = Math.min(to, end);
		if (from >= last) return;
		spans.push({
			status,
			from: from === -Infinity ? null : from,
			to: last === Infinity ? null : last,
			begins: from === -Infinity ? null : begins
		});
	};

	if (startedOn === null && invitedOn !== null)
		add(statusOverride ?? 'invited', invitedOn, end, 'invitation');
	else {
		if (startedOn !== null && invitedOn !== null) add('invited', invitedOn, startedOn, 'invitation');
		const isKnown = startedOn !== null && startedBound === 'on';
		const begin = startedOn ?? -Infinity;
		if (statusOverride !== null) add(statusOverride, begin, end, isKnown ? 'start' : null);
		else {
			const settled = isKnown ? addMonths(startedOn, terms.newMonths) : begin;
			const due = renewsOn === null ? Infinity : renewsOn + 1;
			const grace = renewsOn === null ? Infinity : addMonths(renewsOn, terms.graceMonths) + 1;
			const after = (day: Day): StatusSpan['begins'] => (day > begin ? 'rule' : isKnown ? 'start' : null);
			add('new', begin, Math.min(settled, due), 'start');
			add('current', settled, due, after(settled));
			add('grace', Math.max(begin, due), grace, after(due));
			add('lapsed', Math.max(begin, grace), end, after(grace));
		}
	}
	if (endedOn !== null) spans.push({ status: 'left', from: endedOn, to: null, begins: 'end' });
	return spans;
}

/** Whether a status counts as being a member: new, current and grace do. */
export function isMemberStatus(status: MembershipStatus | null): boolean {
	return status === 'new' || status === 'current' || status === 'grace';
}
