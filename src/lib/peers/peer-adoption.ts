import { STAGES } from '#lib/domain/vocabulary.ts';
import type { Stage } from '#lib/domain/vocabulary.ts';

/**
 * Who holds what, as parallel arrays: an organisation does a practice, or made or shared a learning link. A
 * place may hold an item by several, one entry each; it counts once.
 */
export interface Holdings {
	/** Numbers of organisations, or of those that stand for a place. */
	organisation: ArrayLike<number>;
	/** Numbers of practices, or of learning links. */
	item: ArrayLike<number>;
	/** Stage of a practice; null for links, which have none. */
	stage: readonly (Stage | null)[];
	/** Days since 1970-01-01; null when unknown. */
	since: readonly (number | null)[];
	/** Entries that are shown and never counted: what a council inherited, what its county council does. */
	isBeside: readonly boolean[];
	/** Whether nothing may be said of an organisation and an item: neither that it holds it nor that it lacks it. */
	isSilent: (organisation: number, item: number) => boolean;
}

/** Stages that count as doing a practice; a view may add piloting, and says so. */
export const ADOPTED_STAGES: readonly Stage[] = ['adopted', 'embedded'];

/** One peer that has taken an item up, at whatever stage. */
export interface PeerHolding {
	organisation: number;
	/** Place among the peers, 1 for the most alike. */
	rank: number;
	/** Entry of the holdings, from which evidence and source can be read. */
	entry: number;
	stage: Stage | null;
	since: number | null;
	/** Whether it counts as doing it: its stage does, and it is not beside the count. */
	isCounted: boolean;
}

export interface PeersHolding {
	/** Most alike first. */
	holders: PeerHolding[];
	/** Peers by whom or in whose place it is done, each once, out of how many. */
	count: number;
	of: number;
	/** Peers of which the record says nothing; they are not among `of`. */
	silent: number;
}

/** An item held by some organisations and not by others. */
export interface ItemGap {
	item: number;
	/** Peers on the side named by the function, most alike first. */
	peers: number[];
	count: number;
	/** All peers of which anything may be said. */
	of: number;
	/** Our own stage, such as exploring; null when we hold nothing of it or it has no stages. */
	ours: Stage | null;
}

/**
 * Which peers already do one practice (or share one link), most alike first; stages that do not count are
 * listed too and marked.
 *
 * @param peers organisations, most alike first, each once
 * @param counted stages that count as doing it; an entry without a stage always counts
 */
export function peersHolding(
	peers: readonly number[],
	item: number,
	holdings: Holdings,
	counted: readonly Stage[] = ADOPTED_STAGES
): PeersHolding {
	const rankOf = new Map(peers.map((organisation, at) => [organisation, at + 1]));
	const holders: PeerHolding[] = [];
	for (let entry = 0; entry < holdings.item.length; entry += 1) {
		const organisation = holdings.organisation[entry] ?? -1;
		const rank = rankOf.get(organisation);
		if (holdings.item[entry] !== item || rank === undefined) continue;
		const stage = holdings.stage[entry] ?? null;
		const since = holdings.since[entry] ?? null;
		const isCounted = holdings.isBeside[entry] !== true && counts(stage, counted);
		holders.push({ organisation, rank, entry, stage, since, isCounted });
	}
	holders.sort((a, b) => a.rank - b.rank || Number(b.isCounted) - Number(a.isCounted));
	const counting = holders.filter(({ isCounted }) => isCounted);
	const silent = peers.filter((peer) => holdings.isSilent(peer, item)).length;
	const count = new Set(counting.map(({ rank }) => rank)).size;
	return { holders, count, of: peers.length - silent, silent };
}

/**
 * What councils like you do that you don't yet: items that peers hold and we do not, the most widespread
 * first, then by number. An item that we are only trying is listed with our stage.
 */
export function peersDoWeDoNot(
	me: number,
	peers: readonly number[],
	holdings: Holdings,
	counted: readonly Stage[] = ADOPTED_STAGES
): ItemGap[] {
	const { have, stages, theirs } = sides(me, peers, holdings, counted);
	return [...theirs]
		.filter(([item]) => !have.has(item) && !holdings.isSilent(me, item))
		.map(([item, holders]) =>
			gap(
				item,
				peers.filter((peer) => holders.has(peer)),
				known(peers, item, holdings).length,
				stages
			)
		)
		.sort((a, b) => b.count - a.count || a.item - b.item);
}

/**
 * Whom you could help: items that we hold, with the peers that do not; those that most peers lack first.
 * An item that every peer holds is left out.
 */
export function weDoPeersDoNot(
	me: number,
	peers: readonly number[],
	holdings: Holdings,
	counted: readonly Stage[] = ADOPTED_STAGES
): ItemGap[] {
	const { ours, stages, theyHave } = sides(me, peers, holdings, counted);
	return [...ours]
		.map((item) => {
			const others = known(peers, item, holdings);
			return gap(
				item,
				others.filter((peer) => theyHave.get(item)?.has(peer) !== true),
				others.length,
				stages
			);
		})
		.filter(({ count }) => count > 0)
		.sort((a, b) => b.count - a.count || a.item - b.item);
}

/** Peers of which something may be said. */
function known(peers: readonly number[], item: number, { isSilent }: Holdings): number[] {
	return peers.filter((peer) => !isSilent(peer, item));
}

/** What either side does, and what it has beside that: inherited, or by its county council. */
function sides(me: number, peers: readonly number[], holdings: Holdings, counted: readonly Stage[]) {
	const isPeer = new Set(peers);
	const ours = new Set<number>();
	const have = new Set<number>();
	const stages = new Map<number, Stage>();
	const theirs = new Map<number, Set<number>>();
	const theyHave = new Map<number, Set<number>>();
	for (let entry = 0; entry < holdings.item.length; entry += 1) {
		const organisation = holdings.organisation[entry] ?? -1;
		const item = holdings.item[entry] ?? -1;
		const stage = holdings.stage[entry] ?? null;
		const isBeside = holdings.isBeside[entry] === true;
		if (organisation === me && stage !== null) stages.set(item, furthest(stage, stages.get(item)));
		if (!counts(stage, counted)) continue;
		if (organisation === me) {
			have.add(item);
			if (!isBeside) ours.add(item);
		} else if (isPeer.has(organisation)) {
			theyHave.set(item, (theyHave.get(item) ?? new Set()).add(organisation));
			if (!isBeside) theirs.set(item, (theirs.get(item) ?? new Set()).add(organisation));
		}
	}
	return { ours, have, stages, theirs, theyHave };
}

function gap(item: number, peers: number[], of: number, stages: ReadonlyMap<number, Stage>): ItemGap {
	return { item, peers, count: peers.length, of, ours: stages.get(item) ?? null };
}

function counts(stage: Stage | null, counted: readonly Stage[]): boolean {
	return stage === null || counted.includes(stage);
}

/** The further of two stages; what has ended is behind what goes on. */
export function furthest(one: Stage, other: Stage | null | undefined): Stage {
	const rank = (stage: Stage): number => (stage === 'ended' ? -1 : STAGES.indexOf(stage));
	return other == null || rank(one) > rank(other) ? one : other;
}
