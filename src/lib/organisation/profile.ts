import type { Atlas } from '#lib/domain/atlas.ts';
import { dayOrNull, formatDay } from '#lib/domain/day.ts';
import type { Day } from '#lib/domain/day.ts';
import { inheritedAdoptions, lineageOf } from '#lib/domain/lineage.ts';
import { rowsOf } from '#lib/domain/row-index.ts';
import { CONFIDENCES, ORGANISATION_KINDS, TIE_KINDS } from '#lib/domain/vocabulary.ts';
import type { MembershipStatus, OrganisationKind, TieKind } from '#lib/domain/vocabulary.ts';
import { recordOfPractice } from '#lib/view/practices-of.ts';
import { statusOn } from '#lib/view/membership-spans.ts';
import { adoptionFacts, spellFacts } from '#lib/view/spell-facts.ts';
import type { AdoptionFacts, SpellFacts } from '#lib/view/spell-facts.ts';
import { organisationLine } from './line.ts';
import type { LineChange } from './line.ts';

/** Something with a page of its own. */
export interface Named {
	slug: string;
	name: string;
}

export interface ProfilePractice extends AdoptionFacts {
	practice: Named;
	learntFrom: (Named & { isInferred: boolean }) | null;
	learntVia: Named | null;
	evidenceUrl: string | null;
	/** Whose doing it was, where this organisation took it over; null for its own. */
	inheritedFrom: Named | null;
}

export interface ProfileTie extends SpellFacts {
	/** As said from this organisation: "learnt from", "taught", "works with" … */
	words: string;
	kind: TieKind;
	other: Named & { kind: OrganisationKind };
}

export interface Profile {
	slug: string;
	name: string;
	otherNames: string[];
	kind: OrganisationKind;
	isSample: boolean;
	area: { code: string; name: string; region: string } | null;
	founded: string | null;
	closed: string | null;
	confirmed: string | null;
	interests: string[];
	/** Those that followed it at once. */
	successors: Named[];
	line: LineChange[];
	practices: ProfilePractice[];
	/** What public records have of it: on record, and no practice of any other network. */
	records: { record: Named; practices: ProfilePractice[] }[];
	/** What those before it had in place when they closed, as far as it has no record of its own. */
	inherited: ProfilePractice[];
	memberships: (SpellFacts & { network: Named; status: MembershipStatus | null; role: string | null })[];
	associations: {
		network: Named;
		role: string;
		since: string | null;
		isInferred: boolean;
		sourceUrl: string | null;
	}[];
	ties: ProfileTie[];
	links: (Named & { kind: string; role: string; publishedOn: Day | null })[];
}

/** How a tie reads from the organisation it points at. */
export const FROM_THE_OTHER_END: Record<TieKind, string> = {
	'learnt from': 'learnt from by',
	'works with': 'works with',
	visited: 'visited by',
	mentors: 'mentored by',
	funds: 'funded by',
	'member of': 'has as member',
	'lies within': 'holds'
};

/** Everything an atlas knows of one organisation, ready to print. */
export function organisationProfile(atlas: Atlas, row: number): Profile {
	const { organisations, index, asOf } = atlas;
	const named = (at: number): Named => ({ slug: organisations.slug[at]!, name: organisations.name[at]! });
	const dated = (stored: number | undefined): string | null => {
		const day = dayOrNull(stored);
		return day === null ? null : formatDay(day);
	};
	const area = atlas.areas[organisations.area[row]!];
	const lineage = lineageOf(atlas);
	const own = new Map<number | null, ProfilePractice[]>();
	for (const adoption of rowsOf(index.adoptionsOfOrganisation, row)) {
		const record = recordOfPractice(atlas, atlas.adoptions.practice[adoption]!);
		own.set(record, [...(own.get(record) ?? []), profilePractice(atlas, adoption, named)]);
	}
	for (const practices of own.values())
		practices.sort((a, b) => Number(b.isRunning) - Number(a.isRunning) || newestFirst(a, b));

	return {
		...named(row),
		otherNames: organisations.otherNames.get(row) ?? [],
		kind: ORGANISATION_KINDS[organisations.kind[row]!]!,
		isSample: organisations.isSample[row] === 1,
		area: area === undefined ? null : { code: area.code, name: area.name, region: area.region },
		founded: dated(organisations.foundedOn[row]),
		closed: dated(organisations.closedOn[row]),
		confirmed: dated(organisations.confirmedOn[row]),
		interests: organisations.interests.get(row) ?? [],
		successors: (lineage.after.get(row) ?? []).map((kin) => named(kin.organisation)),
		line: organisationLine(atlas, row),
		practices: own.get(null) ?? [],
		records: [...own].flatMap(([record, practices]) =>
			record === null ? [] : [{ record: networkNamed(atlas, record), practices }]
		),
		inherited: inheritedAdoptions(atlas, row, lineage)
			.map((adoption) => ({
				...profilePractice(atlas, adoption, named),
				inheritedFrom: named(atlas.adoptions.organisation[adoption]!)
			}))
			.sort((a, b) => a.practice.name.localeCompare(b.practice.name, 'en-GB') || newestFirst(b, a)),
		memberships: Array.from(rowsOf(index.membershipsOfOrganisation, row), (membership) => ({
			...spellFacts(atlas.memberships, membership, asOf, organisations),
			network: networkNamed(atlas, atlas.memberships.network[membership]!),
			status: statusOn(atlas, membership, asOf),
			role: atlas.memberships.role[membership] ?? null
		})),
		associations: atlas.associations
			.filter(({ organisation }) => organisation === row)
			.map(({ network, role, startedOn, startedPrecision, isInferred, sourceUrl }) => ({
				network: networkNamed(atlas, network),
				role,
				since: startedOn === null ? null : formatDay(startedOn, startedPrecision),
				isInferred,
				sourceUrl
			})),
		ties: [
			...Array.from(rowsOf(index.tiesFrom, row), (tie) => profileTie(atlas, tie, false)),
			...Array.from(rowsOf(index.tiesTo, row), (tie) => profileTie(atlas, tie, true))
		].sort((a, b) => TIE_KINDS.indexOf(a.kind) - TIE_KINDS.indexOf(b.kind) || newestFirst(a, b)),
		links: [...new Set(index.linksOfOrganisation.get(row))]
			.map((at) => {
				const link = atlas.links[at]!;
				const roles = link.organisations.filter(({ organisation }) => organisation === row);
				return {
					slug: link.slug,
					name: link.title,
					kind: link.kind,
					role: roles.map(({ role }) => role).join(', '),
					publishedOn: link.publishedOn
				};
			})
			.sort((a, b) => (b.publishedOn ?? -Infinity) - (a.publishedOn ?? -Infinity))
	};
}

function profilePractice(atlas: Atlas, row: number, named: (at: number) => Named): ProfilePractice {
	const { adoptions, practices, links } = atlas;
	const practice = practices[adoptions.practice[row]!]!;
	const source = adoptions.learnedFrom[row]!;
	const via = links[adoptions.learnedVia[row]!];
	return {
		...adoptionFacts(atlas, row, atlas.asOf, 'adopted'),
		practice: { slug: practice.slug, name: practice.name },
		learntFrom:
			source < 0
				? null
				: {
						...named(source),
						isInferred: CONFIDENCES[adoptions.learnedFromConfidence[row]!] === 'inferred'
					},
		learntVia: via === undefined ? null : { slug: via.slug, name: via.title },
		evidenceUrl: adoptions.evidenceUrl[row] ?? null,
		inheritedFrom: null
	};
}

function profileTie(atlas: Atlas, row: number, isOtherEnd: boolean): ProfileTie {
	const { ties, organisations } = atlas;
	const kind = TIE_KINDS[ties.kind[row]!]!;
	const other = isOtherEnd ? ties.from[row]! : ties.to[row]!;
	return {
		...spellFacts(ties, row, atlas.asOf),
		kind,
		words: isOtherEnd && ties.directed[row] === 1 ? FROM_THE_OTHER_END[kind] : kind,
		other: {
			slug: organisations.slug[other]!,
			name: organisations.name[other]!,
			kind: ORGANISATION_KINDS[organisations.kind[other]!]!
		}
	};
}

function networkNamed(atlas: Atlas, row: number): Named {
	const { slug, name } = atlas.networks[row]!;
	return { slug, name };
}

function newestFirst(a: SpellFacts, b: SpellFacts): number {
	return (b.startedOn ?? -Infinity) - (a.startedOn ?? -Infinity);
}
