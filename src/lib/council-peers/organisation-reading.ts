import type { Atlas } from '#lib/domain/atlas.ts';
import { dayOrNull } from '#lib/domain/day.ts';
import { ORGANISATION_KINDS, type OrganisationKind } from '#lib/domain/vocabulary.ts';
import {
	organisationPeers,
	TRAIT_WEIGHTS,
	type OrganisationTraits,
	type Trait,
	type TraitComparison
} from '#lib/peers/organisation-peers.ts';
import { ADOPTED_STAGES } from '#lib/peers/peer-adoption.ts';
import { select } from '#lib/view/selection.ts';
import { DEFAULT_VIEW } from '#lib/view/view.ts';
import { practiceHoldings, type PracticeHoldings } from './atlas-holdings.ts';
import { peerPractices, type NamedGap } from './peer-practices.ts';

export interface OrganisationPeerEntry {
	slug: string;
	name: string;
	kind: OrganisationKind;
	region: string | null;
	rank: number;
	/** 0 to 100: 100 the same in all that is known of both. */
	likeness: number;
	/** Things known for both, out of `COMPARED`. */
	known: number;
	alike: string[];
	unlike: string[];
}

/** Kind, region, practices, and their characteristics. */
export const COMPARED = 4;

export interface OrganisationReading {
	slug: string;
	name: string;
	kind: OrganisationKind;
	region: string | null;
	isSample: boolean;
	/** Others that were looked at. */
	others: number;
	peers: OrganisationPeerEntry[];
	toLearn: NamedGap[];
	toHelp: NamedGap[];
}

const MOST = 15;

/** No size of an organisation is published here, so it cannot count against knowing enough of a pair. */
const WEIGHTS: Record<Trait, number> = { ...TRAIT_WEIGHTS, size: 0 };

/**
 * Peers of one organisation by kind, region, and the characteristics and practices that they share, with
 * reasons in words. Size has no public figure here and stays unknown. Councils, which compare by the figures
 * of their areas, closed organisations, and sample data (unless it is sample itself) are left out.
 *
 * @param row of an organisation that is no current council
 */
export function organisationReading(atlas: Atlas, row: number): OrganisationReading {
	const { organisations } = atlas;
	const isSample = organisations.isSample[row] === 1;
	const councils = new Set(atlas.areas.map(({ council }) => council));
	const rows = Array.from({ length: organisations.count }, (_, other) => other).filter(
		(other) =>
			other === row ||
			(!councils.has(other) &&
				(organisations.isSample[other] === 1) === isSample &&
				dayOrNull(organisations.closedOn[other]) === null)
	);
	const selection = select(atlas, DEFAULT_VIEW);
	const holdings = practiceHoldings(selection);
	const traits = rows.map((other) => traitsOf(atlas, other, holdings));
	const own = traits[rows.indexOf(row)]!;
	const peers = organisationPeers(traits, own.id, MOST, WEIGHTS).filter(({ distance }) => distance < 1);
	const peerRows = peers.map(({ id }) => Number(id));
	const gaps = peerPractices(selection, holdings, row, peerRows, ADOPTED_STAGES);
	return {
		...entry(atlas, row),
		isSample,
		others: rows.length - 1,
		toLearn: gaps.toLearn,
		toHelp: gaps.toHelp,
		peers: peers.map(({ id, rank, distance, known, mostAlike, mostUnlike }) => {
			const other = traits[rows.indexOf(Number(id))]!;
			return {
				...entry(atlas, Number(id)),
				rank,
				known,
				likeness: Math.round(100 * (1 - distance)),
				alike: mostAlike.map((trait) => sentence(atlas, trait, own, other)),
				// Without practices there are no characteristics either: said once.
				unlike: mostUnlike
					.filter(
						({ trait }) =>
							trait !== 'characteristics' || (own.practices.length > 0 && other.practices.length > 0)
					)
					.map((trait) => sentence(atlas, trait, own, other))
			};
		})
	};
}

function entry({ organisations, areas }: Atlas, row: number) {
	return {
		slug: organisations.slug[row]!,
		name: organisations.name[row]!,
		kind: ORGANISATION_KINDS[organisations.kind[row]!]!,
		region: areas[organisations.area[row]!]?.region ?? null
	};
}

function traitsOf(atlas: Atlas, row: number, holdings: PracticeHoldings): OrganisationTraits {
	const practices = new Set<number>();
	for (let at = 0; at < holdings.organisation.length; at += 1) {
		const stage = holdings.stage[at] ?? null;
		if (
			holdings.organisation[at] !== row ||
			holdings.isBeside[at] === true ||
			stage === null ||
			!ADOPTED_STAGES.includes(stage)
		)
			continue;
		practices.add(holdings.item[at]!);
	}
	const { kind, region } = entry(atlas, row);
	return {
		id: String(row),
		// "Other" is what is left over: two of them need not be alike.
		kind: kind === 'other' ? null : kind,
		size: null,
		region,
		practices: [...practices],
		characteristics: [
			...new Set([...practices].flatMap((practice) => atlas.practices[practice]!.characteristics))
		]
	};
}

function sentence(
	atlas: Atlas,
	{ trait, similarity, shared }: TraitComparison,
	own: OrganisationTraits,
	other: OrganisationTraits
): string {
	const few = (similarity ?? 0) < 0.5 ? 'only ' : '';
	switch (trait) {
		case 'kind':
			return own.kind === other.kind ? `both of the kind ${own.kind}` : `${other.kind}, not ${own.kind}`;
		case 'region':
			return own.region === other.region ? `both in ${own.region}` : `in ${other.region}, not ${own.region}`;
		case 'size':
			return 'size';
		case 'practices':
			return shared.length === 0
				? own.practices.length === 0 || other.practices.length === 0
					? `no practice on record ${own.practices.length === 0 ? 'here' : 'there'}`
					: 'no practice in common'
				: `${few}share ${list(shared.map((row) => atlas.practices[row]!.name))}`;
		case 'characteristics':
			return shared.length === 0
				? 'practices with other characteristics'
				: `practices that ${few}share ${list(shared.map((row) => atlas.characteristics[row]!.label.toLowerCase()))}`;
	}
}

const MOST_NAMED = 3;

function list(names: readonly string[]): string {
	const first = names.slice(0, MOST_NAMED).join(', ');
	return names.length > MOST_NAMED ? `${first} and ${names.length - MOST_NAMED} more` : first;
}
