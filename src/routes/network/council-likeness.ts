import type { AreasWire } from '#lib/domain/areas-wire.ts';
import type { Atlas } from '#lib/domain/atlas.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { councilFacts } from '#lib/peers/council-facts.ts';
import { PRODUCT_COVERAGE } from '#lib/peers/coverage-rule.ts';
import { prepareGroup } from '#lib/peers/peer-finding.ts';
import { presetWeights } from '#lib/peers/presets.ts';
import { rankPeers } from '#lib/peers/ranking.ts';
import { weighting } from '#lib/peers/weighting.ts';

/** Two councils by the codes of their areas. */
export interface AlikeCouncils {
	a: string;
	b: string;
	/** Share of the councils of its type that are farther from a than b is, 0 to 1. */
	score: number;
}

/** How many peers of each council count as like it. */
const NEAREST = 3;

const known = new WeakMap<AreasWire, AlikeCouncils[]>();

/**
 * Councils whose figures are most alike, by the peer finder's own default: z-scores within the type,
 * its themes weighed alike. The figures are everybody's and seldom change, so they are compared once.
 */
export function alikeCouncils(figures: AreasWire, atlas: Pick<Atlas, 'areas'>): AlikeCouncils[] {
	const before = known.get(figures);
	if (before !== undefined) return before;
	const found = new Map<string, AlikeCouncils>();
	const facts = councilFacts(figures, atlas.areas);
	if (facts.indicators.length > 0) {
		const weights = presetWeights('balanced', facts.indicators);
		const seen = new Set<number>();
		facts.areas.forEach((_, row) => {
			if (seen.has(row)) return;
			const { group, space } = prepareGroup(facts, row, 'type', 'zscore');
			for (const member of group.rows) seen.add(member);
			try {
				const weighed = weighting(space, weights);
				group.rows.forEach((_, at) => {
					for (const { code, similarity } of rankPeers(weighed, at, NEAREST, PRODUCT_COVERAGE).peers) {
						const [a, b] = [space.table.codes[at]!, code].sort() as [string, string];
						const pair = found.get(`${a} ${b}`);
						const score = similarity / 100;
						if (pair === undefined || pair.score < score) found.set(`${a} ${b}`, { a, b, score });
					}
				});
			} catch (cause) {
				// A type with too few councils or figures has no likeness, which is no fault.
				if (!(cause instanceof DomainError)) throw cause;
			}
		});
	}
	const pairs = [...found.values()];
	known.set(figures, pairs);
	return pairs;
}
