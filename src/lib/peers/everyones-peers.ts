import { DomainError } from '#lib/domain/errors.ts';
import type { CouncilFacts } from './council-facts.ts';
import { PRODUCT_COVERAGE } from './coverage-rule.ts';
import { nearestIndex } from './nearest.ts';
import { prepareGroup } from './peer-finding.ts';
import { peerSearch, requestedWeights, type PeerRequest } from './peer-request.ts';
import { rankPeers } from './ranking.ts';
import { weighting, type Weighting } from './weighting.ts';

/** One council's list. */
export interface ListOfPeers {
	code: string;
	/** Row of the council in the facts. */
	row: number;
	/** Most alike first, with 100 × the share of its group that is farther. */
	peers: { code: string; similarity: number }[];
}

/**
 * The list that each council gets by one setting: each is compared within its own group. Councils that cannot be
 * compared have none.
 */
export function everyonesPeers(facts: CouncilFacts, request: PeerRequest): ListOfPeers[] {
	if (peerSearch(request) !== '') return draw(facts, request);
	const lists = usual.get(facts) ?? draw(facts, request);
	usual.set(facts, lists);
	return lists;
}

/** Lists by the setting that is used unless a person chooses another: asked by several pages, so drawn once. */
const usual = new WeakMap<CouncilFacts, ListOfPeers[]>();

function draw(facts: CouncilFacts, request: PeerRequest): ListOfPeers[] {
	if (facts.indicators.length === 0) return [];
	const lists: ListOfPeers[] = [];
	const seen = new Set<number>();
	facts.areas.forEach((_, first) => {
		if (seen.has(first)) return;
		const { group, space } = prepareGroup(facts, first, request.within, request.model);
		const members = group.rows.filter(group.asks);
		for (const row of members) seen.add(row);
		let weighted: Weighting;
		try {
			weighted = weighting(space, requestedWeights(request, facts.indicators, group.isCounted));
		} catch (cause) {
			// A group with too few councils or figures has no likeness, which is no fault.
			if (!(cause instanceof DomainError)) throw cause;
			return;
		}
		const index = nearestIndex(weighted, PRODUCT_COVERAGE);
		const at = new Map(group.rows.map((row, index) => [row, index]));
		for (const row of members) {
			const { peers } = rankPeers(weighted, at.get(row)!, request.count, PRODUCT_COVERAGE, index);
			if (peers.length === 0) continue;
			lists.push({
				code: facts.areas[row]!.code,
				row,
				peers: peers.map(({ code, similarity }) => ({ code, similarity }))
			});
		}
	});
	return lists.sort((a, b) => a.row - b.row);
}
