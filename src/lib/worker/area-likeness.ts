import type { Area } from '#lib/domain/atlas.ts';
import type { AreasWire } from '#lib/domain/areas-wire.ts';
import type { Likeness } from '#lib/analysis/study/study-networks.ts';
import { councilFacts } from '#lib/peers/council-facts.ts';
import { squaredDistance } from '#lib/peers/distance.ts';
import { peerSpace } from '#lib/peers/peer-space.ts';
import { presetWeights } from '#lib/peers/presets.ts';
import { weighting } from '#lib/peers/weighting.ts';

/**
 * Distance of two areas by the default figures of the peer finder, balanced over themes: the root of the mean
 * weighted square, in standard deviations.
 *
 * @returns `null` where no figures are published
 */
export function areaLikeness(figures: AreasWire, areas: readonly Area[]): Likeness | null {
	const { table, indicators } = councilFacts(figures, areas);
	if (indicators.length === 0 || table.codes.length < 2) return null;
	const log = indicators.filter((indicator) => indicator.log).map(({ column }) => column);
	const space = peerSpace(table, { model: 'zscore', log, winsorise: null });
	const weighted = weighting(space, presetWeights('balanced', indicators));
	const row = new Map(table.codes.map((code, at) => [code, at]));
	return (a, b) => {
		const [from, to] = [row.get(a), row.get(b)];
		if (from === undefined || to === undefined) return null;
		const squared = squaredDistance(weighted, from, to) / weighted.total;
		return Number.isNaN(squared) ? null : Math.sqrt(squared);
	};
}
