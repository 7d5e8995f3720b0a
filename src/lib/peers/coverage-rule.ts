import { sharedCount } from './distance.ts';
import type { Weighting } from './weighting.ts';

/** Which areas and pairs are compared at all. Shares of the weighted indicators, 0 to 1. */
export interface CoverageRule {
	/** An area with figures for less than this share is neither ranked nor anyone's peer. */
	area: number;
	/** A pair that shares less than this is not ranked; 0 asks for one shared indicator only. */
	pair: number;
}

/** The product's rule: 60% for an area and for a pair. */
export const PRODUCT_COVERAGE: CoverageRule = { area: 0.6, pair: 0.6 };

/** R's rule for a pair (any shared column), with the product's refusal of areas with many blanks. */
export const REFERENCE_COVERAGE: CoverageRule = { area: 0.6, pair: 0 };

/** Whether an area has figures enough to be ranked or to be anyone's peer. */
export function isCovered({ coverage }: Weighting, rule: CoverageRule, row: number): boolean {
	return (coverage[row] ?? 0) >= rule.area;
}

/** Whether two areas both have figures enough, and enough of them in common. */
export function isComparable(weighting: Weighting, rule: CoverageRule, a: number, b: number): boolean {
	const { coverage, counted } = weighting;
	if (!isCovered(weighting, rule, a) || !isCovered(weighting, rule, b)) return false;
	if (coverage[a] === 1 && coverage[b] === 1) return true;
	return sharedCount(weighting, a, b) >= Math.max(1, rule.pair * counted);
}
