import type { Area } from '#lib/domain/atlas.ts';
import type { AreasWire } from '#lib/domain/areas-wire.ts';
import type { Likeness } from '#lib/analysis/study/study-networks.ts';
import { councilFacts } from '#lib/peers/council-facts.ts';
import { isComparable, PRODUCT_COVERAGE } from '#lib/peers/coverage-rule.ts';
import { squaredDistance } from '#lib/peers/distance.ts';
import { productTreatment } from '#lib/peers/peer-finding.ts';
import { peerSpace } from '#lib/peers/peer-space.ts';
import { presetWeights } from '#lib/peers/presets.ts';
import { weighting } from '#lib/peers/weighting.ts';

/**
 * Distance of two areas by the default figures and the treatment of the peer finder, balanced over themes, among
 * all councils: the root of the mean weighted square, in standard deviations.
 *
 * @returns `null` where no figures are published; of a pair, `null` where either has, or both share, fewer than
 *   60 % of the indicators
 */
export function areaLikeness(figures: AreasWire, areas: readonly Area[]): Likeness | null {
	const { table, indicators } = councilFacts(figures, areas);
	if (indicators.length === 0 || table.codes.length < 2) return null;
	const space = peerSpace(table, { model: 'zscore', ...productTreatment(indicators) });
	const weighted = weighting(space, presetWeights('balanced', indicators));
	const row = new Map(table.codes.map((code, at) => [code, at]));
	return (a, b) => {
		const [from, to] = [row.get(a), row.get(b)];
		if (from === undefined || to === undefined) return null;
		if (!isComparable(weighted, PRODUCT_COVERAGE, from, to)) return null;
		const squared = squaredDistance(weighted, from, to) / weighted.total;
		return Number.isNaN(squared) ? null : Math.sqrt(squared);
	};
}
