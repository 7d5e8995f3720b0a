import type { AreasWire } from '#lib/domain/areas-wire.ts';
import type { Atlas } from '#lib/domain/atlas.ts';
import { councilFacts } from '#lib/peers/council-facts.ts';
import { everyonesPeers } from '#lib/peers/everyones-peers.ts';
import { DEFAULT_REQUEST } from '#lib/peers/peer-request.ts';

/** Two councils by the codes of their areas. */
export interface AlikeCouncils {
	a: string;
	b: string;
	/** Share of the councils compared that are farther from a than b is, 0 to 1. */
	score: number;
}

/** How many peers of each council count as like it. */
const NEAREST = 3;

const known = new WeakMap<AreasWire, AlikeCouncils[]>();

/**
 * Councils whose figures are most alike, by the peer finder's own default. The figures are everybody's and seldom change, so they are compared once.
 */
export function alikeCouncils(figures: AreasWire, atlas: Pick<Atlas, 'areas'>): AlikeCouncils[] {
	const before = known.get(figures);
	if (before !== undefined) return before;
	const found = new Map<string, AlikeCouncils>();
	const lists = everyonesPeers(councilFacts(figures, atlas.areas), DEFAULT_REQUEST);
	for (const { code: asking, peers } of lists) {
		for (const { code, similarity } of peers.slice(0, NEAREST)) {
			const [a, b] = [asking, code].sort() as [string, string];
			const pair = found.get(`${a} ${b}`);
			const score = similarity / 100;
			if (pair === undefined || pair.score < score) found.set(`${a} ${b}`, { a, b, score });
		}
	}
	const pairs = [...found.values()];
	known.set(figures, pairs);
	return pairs;
}
