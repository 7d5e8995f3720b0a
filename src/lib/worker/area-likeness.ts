import type { Area } from '#lib/domain/atlas.ts';
import type { AreasWire } from '#lib/domain/areas-wire.ts';
import type { Likeness } from '#lib/analysis/study/study-networks.ts';
import { councilFacts } from '#lib/peers/council-facts.ts';
import { isComparable, PRODUCT_COVERAGE } from '#lib/peers/coverage-rule.ts';
import { squaredDistance } from '#lib/peers/distance.ts';
import { prepareGroup } from '#lib/peers/peer-finding.ts';
import { DEFAULT_REQUEST, requestedWeights } from '#lib/peers/peer-request.ts';
import { weighting } from '#lib/peers/weighting.ts';

/**
 * Distance of two areas by the default figures and the treatment of the peer finder, balanced over themes, among
 * all councils: the root of the mean weighted square, in standard deviations.
 *
 * @returns `null` where no figures are published; of a pair, `null` where either has, or both share, fewer than
 *   60% of the indicators
 */
export function areaLikeness(figures: AreasWire, areas: readonly Area[]): Likeness | null {
	const facts = councilFacts(figures, areas);
	const { table, indicators } = facts;
	if (indicators.length === 0 || table.codes.length < 2) return null;
	const { space, group } = prepareGroup(facts, 0, 'all', DEFAULT_REQUEST.model);
	const weighted = weighting(space, requestedWeights(DEFAULT_REQUEST, indicators, group.isCounted));
	const row = new Map(table.codes.map((code, at) => [code, at]));
	return (a, b) => {
		const [from, to] = [row.get(a), row.get(b)];
		if (from === undefined || to === undefined) return null;
		if (!isComparable(weighted, PRODUCT_COVERAGE, from, to)) return null;
		const squared = squaredDistance(weighted, from, to) / weighted.total;
		return Number.isNaN(squared) ? null : Math.sqrt(squared);
	};
}
