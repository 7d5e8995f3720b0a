import type { Atlas, LearningLink } from '#lib/domain/atlas.ts';
import { formatDay } from '#lib/domain/day.ts';
import { isMemberStatus } from '#lib/domain/membership-status.ts';
import { rowsOf } from '#lib/domain/row-index.ts';
import { startInWords } from '#lib/domain/spell.ts';
import { DATE_BOUNDS, DATE_PRECISIONS, ORGANISATION_KINDS } from '#lib/domain/vocabulary.ts';
import type { MembershipKind, MembershipStatus, OrganisationKind } from '#lib/domain/vocabulary.ts';
import { dayOrNull } from '#lib/domain/day.ts';
import { frameworkProfile } from './framework-profile.ts';
import type { CharacteristicProfile } from './framework-profile.ts';
import { statusOn } from './membership-spans.ts';

/** Something with a page of its own. */
interface Named {
	slug: string;
	name: string;
}

/** An organisation that belongs to a network, or did. */
export interface NetworkMember extends Named {
	kind: OrganisationKind;
	status: MembershipStatus;
	role: string | null;
	/** The start in words, as exact as it is known. */
	since: string;
}

/** A characteristic, with what shows it and what can be read about it. */
export interface NetworkCharacteristic extends CharacteristicProfile {
	links: (Named & { kind: string })[];
}

/** What a network is, from an atlas. */
export interface NetworkProfile extends Named {
	summary: string | null;
	url: string | null;
	membershipKind: MembershipKind;
	isRecord: boolean;
	isSample: boolean;
	started: string | null;
	/** By name: who belongs today. */
	members: NetworkMember[];
	/** By name: who belonged and left, or lapsed. */
	former: NetworkMember[];
	/** Members who are people; null below five, or where none are recorded. */
	people: number | null;
	/** By role: who is connected with it in another way, and is no member. */
	associations: { role: string; organisations: (Named & { isInferred: boolean })[] }[];
	/** Practices that are the network's own. */
	practices: (Named & { summary: string | null })[];
	characteristics: NetworkCharacteristic[];
	/** The newest links on its practices, or its own. */
	links: (Named & { kind: string; published: string | null })[];
}

const MOST_LINKS = 6;

/**
 * Everything that an atlas knows of one network, as of its day, ready to print. What shows its characteristics is
 * looked for at every organisation on record, member or not: a movement is more than its member list.
 *
 * @param network row of the network
 */
export function networkProfile(atlas: Atlas, network: number): NetworkProfile {
	const { asOf, organisations } = atlas;
	const {
		slug,
		name,
		summary,
		url,
		membershipKind,
		isRecord,
		isSample,
		people,
		startedOn,
		startedPrecision
	} = atlas.networks[network]!;
	const belonging = Array.from(rowsOf(atlas.index.membershipsOfNetwork, network)).flatMap((row) => {
		const member = networkMember(atlas, row);
		return member === null ? [] : [member];
	});
	const byName = (a: Named, b: Named): number => a.name.localeCompare(b.name, 'en-GB');
	const everybody = Array.from({ length: organisations.count }, (_, row) => row).filter(
		(row) => (organisations.isSample[row] === 1) === isSample
	);
	const isAbout = (link: LearningLink, characteristic: number): boolean =>
		link.characteristics.includes(characteristic);
	return {
		slug,
		name,
		summary,
		url,
		membershipKind,
		isRecord,
		isSample,
		started: startedOn === null ? null : formatDay(startedOn, startedPrecision),
		members: belonging.filter(({ status }) => isMemberStatus(status)).sort(byName),
		former: belonging.filter(({ status }) => status === 'left' || status === 'lapsed').sort(byName),
		people,
		associations: associationsByRole(atlas, network),
		practices: atlas.practices
			.filter((practice) => practice.network === network)
			.map((practice) => ({ slug: practice.slug, name: practice.name, summary: practice.summary }))
			.sort(byName),
		characteristics: frameworkProfile(atlas, network, everybody, asOf).map((row) => {
			const characteristic = atlas.characteristics.findIndex(
				(one) => one.network === network && one.position === row.position
			);
			return {
				...row,
				links: atlas.links
					.filter((link) => isAbout(link, characteristic))
					.map((link) => ({ slug: link.slug, name: link.title, kind: link.kind }))
			};
		}),
		links: atlas.links
			.filter(
				(link) =>
					link.network === network ||
					link.practices.some((practice) => atlas.practices[practice]!.network === network)
			)
			.sort((a, b) => (b.publishedOn ?? -Infinity) - (a.publishedOn ?? -Infinity))
			.slice(0, MOST_LINKS)
			.map((link) => ({
				slug: link.slug,
				name: link.title,
				kind: link.kind,
				published: link.publishedOn === null ? null : formatDay(link.publishedOn, link.publishedPrecision)
			}))
	};
}

function networkMember(atlas: Atlas, row: number): NetworkMember | null {
	const { memberships, organisations, asOf } = atlas;
	const status = statusOn(atlas, row, asOf);
	const organisation = memberships.organisation[row]!;
	if (status === null || organisation < 0) return null;
	return {
		slug: organisations.slug[organisation]!,
		name: organisations.name[organisation]!,
		kind: ORGANISATION_KINDS[organisations.kind[organisation]!]!,
		status,
		role: memberships.role[row] ?? null,
		since: startInWords({
			startedOn: dayOrNull(memberships.startedOn[row]),
			startedBound: DATE_BOUNDS[memberships.startedBound[row]!]!,
			startedPrecision: DATE_PRECISIONS[memberships.startedPrecision[row]!]!
		})
	};
}

function associationsByRole(atlas: Atlas, network: number): NetworkProfile['associations'] {
	const byRole = new Map<string, (Named & { isInferred: boolean })[]>();
	for (const { network: of, organisation, role, isInferred } of atlas.associations) {
		if (of !== network) continue;
		const named = {
			slug: atlas.organisations.slug[organisation]!,
			name: atlas.organisations.name[organisation]!,
			isInferred
		};
		byRole.set(role, [...(byRole.get(role) ?? []), named]);
	}
	return [...byRole]
		.map(([role, found]) => ({
			role,
			organisations: found.sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
		}))
		.sort((a, b) => b.organisations.length - a.organisations.length || a.role.localeCompare(b.role, 'en-GB'));
}
