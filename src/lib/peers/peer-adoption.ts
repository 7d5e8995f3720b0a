import type { Stage } from '#lib/domain/vocabulary.ts';

/**
 * Who holds what, as parallel arrays: an organisation does a practice, or made or shared a learning link.
 * One entry an organisation and item.
 */
export interface Holdings {
	/** Numbers of organisations. */
	organisation: ArrayLike<number>;
	/** Numbers of practices, or of learning links. */
	item: ArrayLike<number>;
	/** Stage of a practice; null for links, which have none. */
	stage: readonly (Stage | null)[];
	/** Days since 1970-01-01; null when unknown. */
	since: readonly (number | null)[];
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
	/** Whether the stage counts as doing it. */
	isCounted: boolean;
}

export interface PeersHolding {
	/** Most alike first. */
	holders: PeerHolding[];
	/** Peers whose stage counts, out of how many. */
	count: number;
	of: number;
}

/** An item held by some organisations and not by others. */
export interface ItemGap {
	item: number;
	/** Peers on the side named by the function, most alike first. */
	peers: number[];
	count: number;
	/** All peers. */
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
		holders.push({ organisation, rank, entry, stage, since, isCounted: counts(stage, counted) });
	}
	holders.sort((a, b) => a.rank - b.rank);
	return { holders, count: holders.filter(({ isCounted }) => isCounted).length, of: peers.length };
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
	const { ours, stages, theirs } = sides(me, peers, holdings, counted);
	return [...theirs]
		.filter(([item]) => !ours.has(item))
		.map(([item, holders]) =>
			gap(
				item,
				peers.filter((peer) => holders.has(peer)),
				peers.length,
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
	const { ours, stages, theirs } = sides(me, peers, holdings, counted);
	return [...ours]
		.map((item) =>
			gap(
				item,
				peers.filter((peer) => theirs.get(item)?.has(peer) !== true),
				peers.length,
				stages
			)
		)
		.filter(({ count }) => count > 0)
		.sort((a, b) => b.count - a.count || a.item - b.item);
}

function sides(me: number, peers: readonly number[], holdings: Holdings, counted: readonly Stage[]) {
	const isPeer = new Set(peers);
	const ours = new Set<number>();
	const stages = new Map<number, Stage>();
	const theirs = new Map<number, Set<number>>();
	for (let entry = 0; entry < holdings.item.length; entry += 1) {
		const organisation = holdings.organisation[entry] ?? -1;
		const item = holdings.item[entry] ?? -1;
		const stage = holdings.stage[entry] ?? null;
		if (organisation === me && stage !== null) stages.set(item, stage);
		if (!counts(stage, counted)) continue;
		if (organisation === me) ours.add(item);
		else if (isPeer.has(organisation)) theirs.set(item, (theirs.get(item) ?? new Set()).add(organisation));
	}
	return { ours, stages, theirs };
}

function gap(item: number, peers: number[], of: number, stages: ReadonlyMap<number, Stage>): ItemGap {
	return { item, peers, count: peers.length, of, ours: stages.get(item) ?? null };
}

function counts(stage: Stage | null, counted: readonly Stage[]): boolean {
	return stage === null || counted.includes(stage);
}
