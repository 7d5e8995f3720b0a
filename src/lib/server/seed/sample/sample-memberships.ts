import { seedId } from '../seed-id.ts';
import type { SeedRow, SeedTable } from '../seed-table.ts';
import { dateOf } from './days.ts';
import type { Random } from './random.ts';
import { SAMPLE_NETWORK_ID, type SampleOrganisation } from './sample-organisations.ts';

/** Ways a membership may stand today, and how many of a hundred stand so. */
const STANDINGS = [
	['current', 52],
	['new', 7],
	['invited', 7],
	['grace', 8],
	['lapsed', 8],
	['left', 7],
	['returned', 6],
	['never', 5]
] as const;
type Standing = (typeof STANDINGS)[number][0];

interface MembershipSpell {
	invitedDay: number | null;
	startedDay: number | null;
	endedDay: number | null;
	renewsDay: number | null;
}

/** Memberships of the sample network in every state a coordinator meets, around the day given. */
export function sampleMemberships(
	random: Random,
	organisations: readonly SampleOrganisation[],
	today: number
): SeedTable[] {
	const memberships: SeedRow[] = [];
	const tiers: SeedRow[] = [];
	for (const organisation of organisations) {
		const standing = organisation.closedDay === null ? draw(random) : 'left';
		spellsOf(standing, organisation.closedDay, today, random).forEach((spell, nth) => {
			const id = seedId('memberships', 'sample-network', organisation.slug, String(nth));
			memberships.push({
				id,
				network_id: SAMPLE_NETWORK_ID,
				organisation_id: organisation.id,
				invited_on: date(spell.invitedDay),
				started_on: date(spell.startedDay),
				ended_on: date(spell.endedDay),
				renews_on: date(spell.renewsDay),
				source_url: 'https://example.org/sample/members'
			});
			if (spell.startedDay !== null && random.chance(0.7)) {
				tiers.push({ membership_id: id, tier: random.pick(['Full member', 'Associate', 'Friend']) });
			}
		});
	}
	return [
		{ table: 'memberships', key: ['id'], rows: memberships },
		{ table: 'membership_tiers', key: ['membership_id'], rows: tiers }
	];
}

function draw(random: Random): Standing {
	let left = random.next() * 100;
	for (const [standing, share] of STANDINGS) {
		left -= share;
		if (left < 0) return standing;
	}
	return 'current';
}

function spellsOf(
	standing: Standing,
	closedDay: number | null,
	today: number,
	random: Random
): MembershipSpell[] {
	const invited = {
		invitedDay: today - random.whole(3, 60),
		startedDay: null,
		endedDay: null,
		renewsDay: null
	};
	const open = (startedDay: number, renewsDay: number | null): MembershipSpell => ({
		invitedDay: random.chance(0.3) ? startedDay - random.whole(5, 40) : null,
		startedDay,
		endedDay: null,
		renewsDay
	});
	const longAgo = () => today - random.whole(420, 3_600);
	const ended = (endedDay: number): MembershipSpell => ({
		invitedDay: null,
		startedDay: endedDay - random.whole(300, 1_500),
		endedDay,
		renewsDay: null
	});
	switch (standing) {
		case 'never':
			return [];
		case 'invited':
			return [invited];
		case 'new':
			return [open(today - random.whole(2, 80), today + random.whole(250, 360))];
		case 'current':
			return [open(longAgo(), random.chance(0.85) ? today + random.whole(5, 350) : null)];
		case 'grace':
			return [open(longAgo(), today - random.whole(5, 80))];
		case 'lapsed':
			return [open(longAgo(), today - random.whole(120, 400))];
		case 'left':
			return [ended(closedDay ?? today - random.whole(60, 1_400))];
		case 'returned':
			return [
				ended(today - random.whole(900, 1_500)),
				open(today - random.whole(120, 800), today + random.whole(20, 340))
			];
	}
}

function date(day: number | null): string | null {
	return day === null ? null : dateOf(day);
}
