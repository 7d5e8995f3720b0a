import { isComparable, isCovered, type CoverageRule } from './coverage-rule.ts';
import { rankable, squaredDistance } from './distance.ts';
import { nearestIndex } from './nearest.ts';
import type { Weighting } from './weighting.ts';

/** An area that counts us among its nearest. */
export interface ReversePeer {
	row: number;
	code: string;
	/** Our place on its list, 1 to k. */
	rankOfUs: number;
	/** Whether it is on our list too. */
	isMutual: boolean;
}

/**
 * Areas that have us among their k nearest, whether or not we have them: nearness is one-way, because a
 * place in a crowded part of the space is near to many, and one at the edge to few.
 *
 * Our rank on j's list is 1 + the number of areas nearer to j than we are (of equally far ones, those
 * that stand before us in the table). The count stops at k, so most areas cost a fraction of a scan.
 *
 * @param row our row in the table
 * @param k length of every list, a whole number of at least 1
 * @returns by our place on their list, then by row; empty when our coverage is below the rule
 *
 * Source: Korn & Muthukrishnan, "Influence sets based on reverse nearest neighbor queries" (2000).
 */
export function reversePeers(
	weighting: Weighting,
	row: number,
	k: number,
	rule: CoverageRule
): ReversePeer[] {
	const { codes } = weighting.space.table;
	if (!isCovered(weighting, rule, row)) return [];
	const isRanked = (a: number, b: number) => isComparable(weighting, rule, a, b);
	const ours = new Set(
		nearestIndex(weighting, rule)
			.nearest(row, k)
			.map((neighbour) => neighbour.row)
	);

	const found: ReversePeer[] = [];
	codes.forEach((code, other) => {
		if (other === row || !isRanked(other, row)) return;
		const toUs = rankable(squaredDistance(weighting, other, row));
		if (Number.isNaN(toUs)) return;
		let nearer = 0;
		for (let third = 0; third < codes.length && nearer < k; third += 1) {
			if (third === other || third === row || !isRanked(other, third)) continue;
			const squared = rankable(squaredDistance(weighting, other, third));
			if (squared < toUs || (squared === toUs && third < row)) nearer += 1;
		}
		if (nearer < k) found.push({ row: other, code, rankOfUs: nearer + 1, isMutual: ours.has(other) });
	});
	return found.sort((a, b) => a.rankOfUs - b.rankOfUs || a.row - b.row);
}
