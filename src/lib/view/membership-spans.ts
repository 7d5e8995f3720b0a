import type { Atlas } from '#lib/domain/atlas.ts';
import { dayOrNull } from '#lib/domain/day.ts';
import type { Day } from '#lib/domain/day.ts';
import { isMemberStatus, statusSpans } from '#lib/domain/membership-status.ts';
import type { StatusSpan } from '#lib/domain/membership-status.ts';
import { rowsOf } from '#lib/domain/row-index.ts';
import { DATE_BOUNDS } from '#lib/domain/vocabulary.ts';
import type { MembershipStatus } from '#lib/domain/vocabulary.ts';
import { ALWAYS_AFTER, ALWAYS_BEFORE } from './intervals.ts';
import { lifetime } from './lifetime.ts';
import { NO_EVENT, ON_THE_DAY } from './known-event.ts';
import type { Known } from './known-event.ts';
import type { Span } from './span.ts';

/** The life of one membership as consecutive statuses. */
export function membershipSpans(atlas: Atlas, row: number): (Span & { status: MembershipStatus })[] {
	const { memberships, networks } = atlas;
	const known = (begins: StatusSpan['begins']): Known => {
		if (begins === null) return NO_EVENT;
		if (begins === 'start') return memberships.startedPrecision[row]!;
		return begins === 'end' ? memberships.endedPrecision[row]! : ON_THE_DAY;
	};
	const statuses = statusSpans(
		{
			startedOn: dayOrNull(memberships.startedOn[row]),
			startedBound: DATE_BOUNDS[memberships.startedBound[row]!]!,
			endedOn: dayOrNull(memberships.endedOn[row]),
			invitedOn: dayOrNull(memberships.invitedOn[row]),
			renewsOn: dayOrNull(memberships.renewsOn[row]),
			statusOverride: memberships.statusOverride[row] ?? null
		},
		networks[memberships.network[row]!]!
	);
	return statuses.map(({ status, from, to, begins }, at) => ({
		status,
		from: from ?? ALWAYS_BEFORE,
		to: to ?? ALWAYS_AFTER,
		begun: known(begins),
		// One status ends where the next begins.
		ended: known(statuses[at + 1]?.begins ?? null)
	}));
}

/** Status of one membership on a day; null before it begins. */
export function statusOn(atlas: Atlas, row: number, day: number): MembershipStatus | null {
	return membershipSpans(atlas, row).find(({ from, to }) => from <= day && to > day)?.status ?? null;
}

/** Organisations that are members of a network on a day, each once, while they exist. */
export function membersOn(atlas: Atlas, network: number, day: Day): Set<number> {
	const members = new Set<number>();
	for (const row of rowsOf(atlas.index.membershipsOfNetwork, network)) {
		const organisation = atlas.memberships.organisation[row]!;
		const { from, to } = lifetime(atlas, organisation);
		if (from <= day && to > day && isMemberStatus(statusOn(atlas, row, day))) members.add(organisation);
	}
	return members;
}
