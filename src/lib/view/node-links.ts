import type { Day } from '#lib/domain/day.ts';
import { ALWAYS_AFTER, ALWAYS_BEFORE } from './intervals.ts';
import type { Known } from './known-event.ts';
import { EDGE_KINDS } from './network-data.ts';
import type { EdgeKind } from './network-data.ts';
import type { NetworkPicture } from './network-picture.ts';
import type { Shown } from './shown-in.ts';

/** One link of a node, seen from that node. */
export interface NodeLink {
	/** The neighbour, a number of the picture. */
	other: number;
	kind: EdgeKind;
	/** Whether the node is where the link starts: the learner of “learnt from”, the organisation of “does”. */
	isFrom: boolean;
	/** False where both ends stand alike, as in “works with”. */
	isDirected: boolean;
	/** Null: not on record. */
	since: Day | null;
	/** How `since` is known. */
	begun: Known;
	/** Last day; null: not known to have ended. */
	until: Day | null;
	/** False: somebody stated it. */
	isInferred: boolean;
	/** Page that states it, or null. */
	sourceUrl: string | null;
	/** What both ends share, in a projection; else null. */
	thing: string | null;
}

/** The links of a node that are drawn, by name of the neighbour and then by kind and date. */
export function linksOf(
	{ links, texts }: Pick<NetworkPicture, 'links' | 'texts'>,
	node: number,
	drawn: Pick<Shown, 'links'>
): NodeLink[] {
	const found: NodeLink[] = [];
	for (let link = 0; link < links.count; link += 1) {
		const [source, target] = [links.source[link]!, links.target[link]!];
		if (drawn.links[link] !== 1 || source === target || (source !== node && target !== node)) continue;
		const [from, to] = [links.from[link]!, links.to[link]!];
		found.push({
			other: source === node ? target : source,
			kind: EDGE_KINDS[links.kind[link]!]!,
			isFrom: source === node,
			isDirected: links.directed[link] === 1,
			since: from === ALWAYS_BEFORE ? null : from,
			begun: links.begun[link]!,
			until: to === ALWAYS_AFTER ? null : to - 1,
			isInferred: links.inferred[link] === 1,
			sourceUrl: texts.sourceUrl[link] ?? null,
			thing: texts.thing[links.thing[link]!] ?? null
		});
	}
	return found.sort(
		(a, b) =>
			texts.label[a.other]!.localeCompare(texts.label[b.other]!, 'en-GB') ||
			a.other - b.other ||
			EDGE_KINDS.indexOf(a.kind) - EDGE_KINDS.indexOf(b.kind) ||
			(a.since ?? ALWAYS_BEFORE) - (b.since ?? ALWAYS_BEFORE)
	);
}
