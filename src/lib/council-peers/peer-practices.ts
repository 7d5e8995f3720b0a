import type { Atlas } from '#lib/domain/atlas.ts';
import { formatDay } from '#lib/domain/day.ts';
import { CONFIDENCES, type CountFrom, type EvidenceLevel, type Stage } from '#lib/domain/vocabulary.ts';
import {
	ADOPTED_STAGES,
	peersDoWeDoNot,
	peersHolding,
	weDoPeersDoNot,
	type ItemGap
} from '#lib/peers/peer-adoption.ts';
import type { Selection } from '#lib/view/selection.ts';
import { adoptionFacts, type AdoptionFacts } from '#lib/view/spell-facts.ts';
import { linkHoldings, type PracticeHoldings, type Through } from './atlas-holdings.ts';

/** Something with a page of its own. */
export interface Named {
	slug: string;
	name: string;
}

/** A peer that has taken a practice up, at whatever stage. */
export interface PracticePeer extends AdoptionFacts {
	/** The peer, which a place stands for. */
	organisation: Named;
	rank: number;
	/** Whether it counts as doing it: not where it only tries it, inherited it, or its county council does it. */
	isCounted: boolean;
	/** Who does it: the peer itself, or another in its place, before it or above it. */
	by: Named;
	through: Through;
	evidenceUrl: string | null;
	learntFrom: (Named & { isInferred: boolean }) | null;
	learntVia: Named | null;
}

/** A practice and how many of the peers do it. */
export interface PracticeChoice extends Named {
	row: number;
	count: number;
}

/** Something that one side has and the other has not, ready to print. */
export interface NamedGap extends Named {
	count: number;
	of: number;
	/** Our own stage, such as exploring. */
	ours: Stage | null;
	peers: Named[];
	/** Kind and year of a learning link. */
	about: string | null;
	evidenceLevel: EvidenceLevel | null;
}

export interface PeerPractices {
	/** Practices with the number of peers that do them, most first. */
	choices: PracticeChoice[];
	/** What peers do or share that we do not, and what we do that they do not. */
	toLearn: NamedGap[];
	toHelp: NamedGap[];
	linksToRead: NamedGap[];
	linksToShare: NamedGap[];
}

/** From which stage on a peer counts as doing a practice. */
export function countedStages(countFrom: CountFrom): readonly Stage[] {
	return countFrom === 'piloting' ? ['piloting', ...ADOPTED_STAGES] : ADOPTED_STAGES;
}

/**
 * What peers do, and what differs between them and us; without practices that stand apart.
 *
 * @param holdings by organisation, or by place where councils are compared as places
 * @param me row of our organisation; null where none is on record, and then nothing differs
 * @param peers rows of the peers' organisations, most alike first
 */
export function peerPractices(
	selection: Selection,
	holdings: PracticeHoldings,
	me: number | null,
	peers: readonly number[],
	counted: readonly Stage[]
): PeerPractices {
	const { atlas } = selection;
	const links = linkHoldings(atlas);
	const choices = atlas.practices
		.flatMap(({ slug, name, isSample }, row) =>
			isSample || selection.isApart(row)
				? []
				: [{ slug, name, row, count: peersHolding(peers, row, holdings, counted).count }]
		)
		.sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'en-GB'));
	const practice = (gap: ItemGap) => practiceGap(atlas, gap);
	const link = (gap: ItemGap) => linkGap(atlas, gap);
	if (me === null) return { choices, toLearn: [], toHelp: [], linksToRead: [], linksToShare: [] };
	return {
		choices,
		toLearn: peersDoWeDoNot(me, peers, holdings, counted).map(practice),
		toHelp: weDoPeersDoNot(me, peers, holdings, counted).map(practice),
		linksToRead: peersDoWeDoNot(me, peers, links).map(link),
		linksToShare: weDoPeersDoNot(me, peers, links).map(link)
	};
}

/** The peers that have taken one practice up, most alike first, and how many of them count. */
export function practicePeers(
	atlas: Atlas,
	holdings: PracticeHoldings,
	practice: number,
	peers: readonly number[],
	countFrom: CountFrom
): { holders: PracticePeer[]; count: number; of: number; silent: number } {
	const { holders, ...counts } = peersHolding(peers, practice, holdings, countedStages(countFrom));
	return {
		...counts,
		holders: holders.map(({ organisation, rank, entry, stage, isCounted }) => ({
			...practicePeer(atlas, holdings, entry, countFrom),
			organisation: named(atlas, organisation),
			rank,
			stage: stage ?? 'exploring',
			isCounted
		}))
	};
}

function practicePeer(
	atlas: Atlas,
	{ adoption, by, through }: PracticeHoldings,
	entry: number,
	countFrom: CountFrom
) {
	const { adoptions, links } = atlas;
	const row = adoption[entry]!;
	const source = adoptions.learnedFrom[row]!;
	const via = links[adoptions.learnedVia[row]!];
	return {
		...adoptionFacts(atlas, row, atlas.asOf, countFrom),
		by: named(atlas, by[entry]!),
		through: through[entry]!,
		evidenceUrl: adoptions.evidenceUrl[row] ?? null,
		learntFrom:
			source < 0
				? null
				: {
						...named(atlas, source),
						isInferred: CONFIDENCES[adoptions.learnedFromConfidence[row]!] === 'inferred'
					},
		learntVia: via === undefined ? null : { slug: via.slug, name: via.title }
	};
}

function practiceGap(atlas: Atlas, { item, peers, count, of, ours }: ItemGap): NamedGap {
	const { slug, name, evidenceLevel } = atlas.practices[item]!;
	return { slug, name, count, of, ours, peers: namedAll(atlas, peers), about: null, evidenceLevel };
}

function linkGap(atlas: Atlas, { item, peers, count, of, ours }: ItemGap): NamedGap {
	const { slug, title, kind, publishedOn } = atlas.links[item]!;
	const about = publishedOn === null ? kind : `${kind}, ${formatDay(publishedOn, 'year')}`;
	return { slug, name: title, count, of, ours, peers: namedAll(atlas, peers), about, evidenceLevel: null };
}

function named({ organisations }: Atlas, row: number): Named {
	return { slug: organisations.slug[row]!, name: organisations.name[row]! };
}

function namedAll(atlas: Atlas, rows: readonly number[]): Named[] {
	return rows.map((row) => named(atlas, row));
}
