import type { Atlas } from './atlas.ts';
import { NO_DAY } from './day.ts';
import type { Day } from './day.ts';
import { linkDay } from './link-day.ts';

/** What of an atlas tells when something was first on record. */
type Recorded = Pick<
	Atlas,
	'asOf' | 'adoptions' | 'memberships' | 'ties' | 'associations' | 'successions' | 'links'
> & { organisations: Pick<Atlas['organisations'], 'count' | 'closedOn'> };

/**
 * The first day of which anything about each organisation is on record: something it did, belonged to, made or
 * was named in, or its own end. The day of the snapshot where nothing is dated, since the record as a whole says
 * that it is there now; the day before its end where that alone is known.
 */
export function firstRecords(atlas: Recorded): Int32Array {
	const { asOf, adoptions, memberships, ties, organisations } = atlas;
	const first = new Int32Array(organisations.count).fill(asOf);
	const see = (organisation: number, day: Day | null | undefined): void => {
		if (day == null || day === NO_DAY || day >= first[organisation]!) return;
		first[organisation] = day;
	};
	for (let row = 0; row < organisations.count; row += 1) {
		const closed = organisations.closedOn[row]!;
		if (closed !== NO_DAY) see(row, closed - 1);
	}
	for (let row = 0; row < adoptions.count; row += 1) {
		see(adoptions.organisation[row]!, adoptions.startedOn[row]);
		see(adoptions.organisation[row]!, adoptions.endedOn[row]);
	}
	for (let step = 0; step < adoptions.stages.count; step += 1) {
		see(adoptions.organisation[adoptions.stages.adoption[step]!]!, adoptions.stages.on[step]);
	}
	for (let row = 0; row < memberships.count; row += 1) {
		see(memberships.organisation[row]!, memberships.startedOn[row]);
		see(memberships.organisation[row]!, memberships.invitedOn[row]);
		see(memberships.organisation[row]!, memberships.endedOn[row]);
	}
	for (let row = 0; row < ties.count; row += 1) {
		for (const end of [ties.from[row]!, ties.to[row]!]) {
			see(end, ties.startedOn[row]);
			see(end, ties.endedOn[row]);
		}
	}
	for (const { organisation, startedOn, endedOn } of atlas.associations) {
		see(organisation, startedOn);
		see(organisation, endedOn);
	}
	for (const { predecessor, successor, on } of atlas.successions) {
		// A body goes before the day on which another is made of it.
		see(predecessor, on === null ? null : on - 1);
		see(successor, on);
	}
	for (const link of atlas.links) {
		const day = linkDay(link);
		for (const { organisation } of link.organisations) see(organisation, day);
	}
	return first;
}

/**
 * The first day of which anybody is on record with each practice, or the practice's own start where that is
 * earlier; the day of the snapshot where nothing is dated.
 */
export function firstUses({
	asOf,
	adoptions,
	practices
}: Pick<Atlas, 'asOf' | 'adoptions' | 'practices'>): Int32Array {
	const first = Int32Array.from(practices, ({ startedOn }) => Math.min(startedOn ?? asOf, asOf));
	for (let row = 0; row < adoptions.count; row += 1) {
		const [practice, day] = [adoptions.practice[row]!, adoptions.startedOn[row]!];
		if (day !== NO_DAY && day < first[practice]!) first[practice] = day;
	}
	return first;
}
