import type { AreasWire } from '#lib/domain/areas-wire.ts';
import type { Atlas } from '#lib/domain/atlas.ts';
import { councilFacts, upperFacts } from '#lib/peers/council-facts.ts';
import type { CouncilFacts } from '#lib/peers/council-facts.ts';
import { everyonesPeers } from '#lib/peers/everyones-peers.ts';
import { DEFAULT_REQUEST } from '#lib/peers/peer-request.ts';

/** A council by the code of its area, and the codes of those most like it, most alike first. */
export interface NearestCouncils {
	code: string;
	region: string;
	peerCodes: string[];
}

const known = new WeakMap<AreasWire, NearestCouncils[]>();

/**
 * The peers of every council and county council, as the peer finder has them when nothing is chosen there;
 * without those that cannot be compared. The figures are everybody's and seldom change, so they are compared once.
 */
export function nearestCouncils(figures: AreasWire, { areas }: Pick<Atlas, 'areas'>): NearestCouncils[] {
	const before = known.get(figures);
	if (before !== undefined) return before;
	const tiers = [councilFacts(figures, areas), upperFacts(figures, areas, 'county')];
	const found = tiers.flatMap(nearestOfTier);
	known.set(figures, found);
	return found;
}

function nearestOfTier(facts: CouncilFacts): NearestCouncils[] {
	return everyonesPeers(facts, DEFAULT_REQUEST).map(({ code, row, peers }) => ({
		code,
		region: facts.areas[row]!.region,
		peerCodes: peers.map((peer) => peer.code)
	}));
}
