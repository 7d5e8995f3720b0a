import type { AreasWire } from '#lib/domain/areas-wire.ts';
import type { Atlas } from '#lib/domain/atlas.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { councilFacts, upperFacts } from '#lib/peers/council-facts.ts';
import type { CouncilFacts } from '#lib/peers/council-facts.ts';
import { PRODUCT_COVERAGE } from '#lib/peers/coverage-rule.ts';
import { prepareGroup } from '#lib/peers/peer-finding.ts';
import { DEFAULT_REQUEST, requestedWeights } from '#lib/peers/peer-request.ts';
import { rankPeers } from '#lib/peers/ranking.ts';
import { weighting } from '#lib/peers/weighting.ts';

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
	if (facts.indicators.length === 0) return [];
	const weights = requestedWeights(DEFAULT_REQUEST, facts.indicators);
	const found: NearestCouncils[] = [];
	for (const kind of new Set(facts.areas.map((area) => area.kind))) {
		const first = facts.areas.findIndex((area) => area.kind === kind);
		try {
			const { group, space } = prepareGroup(facts, first, DEFAULT_REQUEST.within, DEFAULT_REQUEST.model);
			const weighted = weighting(space, weights);
			group.rows.forEach((row, own) => {
				const area = facts.areas[row]!;
				// A type of one council is ranked among another type, whose own councils have their turn.
				if (area.kind !== kind) return;
				const { peers } = rankPeers(weighted, own, DEFAULT_REQUEST.count, PRODUCT_COVERAGE);
				if (peers.length === 0) return;
				found.push({ code: area.code, region: area.region, peerCodes: peers.map(({ code }) => code) });
			});
		} catch (cause) {
			// A type with too few councils or figures has no likeness, which is no fault.
			if (!(cause instanceof DomainError)) throw cause;
		}
	}
	return found;
}
