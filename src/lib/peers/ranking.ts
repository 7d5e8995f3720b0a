import { DomainError } from '#lib/domain/errors.ts';
import { isComparable, type CoverageRule } from './coverage-rule.ts';
import { pairDistance, rankable, squaredDistance, type PairDistance } from './distance.ts';
import type { Neighbour, NearestIndex } from './nearest.ts';
import { NearestHeap } from './nearest-heap.ts';
import type { Weighting } from './weighting.ts';

export interface RankedPeer extends PairDistance {
	row: number;
	code: string;
	/** 1 for the nearest; equally far areas keep the order of the table. */
	rank: number;
	/** 100 × share of the other ranked areas that are farther than this one, 0 to 100. */
	similarity: number;
}

export interface PeerRanking {
	code: string;
	/** Share of the weighted indicators that the area has, 0 to 1. */
	coverage: number;
	/** Why nothing is ranked, in one sentence; null when something is. */
	refusal: string | null;
	/** Other areas that could be ranked: what similarity is out of. */
	ranked: number;
	/** Other areas of the universe left out for their blanks. */
	leftOut: number;
	peers: RankedPeer[];
}

/**
 * The k areas most like one area, with reasons.
 *
 * similarity_j = 100 · #{l : d_l > d_j} / n, over the n areas that can be ranked.
 *
 * @param row the area's row in the table
 * @param k how many peers to list, a whole number of at least 1; fewer come when there are fewer
 * @param index of the same weighting and rule, for many areas of a long table: the answer is the same
 * @throws {DomainError} if the row is not in the table or k is no whole number above 0
 */
export function rankPeers(
	weighting: Weighting,
	row: number,
	k: number,
	rule: CoverageRule,
	index: NearestIndex | null = null
): PeerRanking {
	const { codes } = weighting.space.table;
	const code = codes[row];
	if (code === undefined) throw new DomainError(`There is no row ${row} among the ${codes.length} areas.`);
	if (!Number.isInteger(k) || k < 1)
		throw new DomainError(`The number of peers must be at least 1, got ${k}.`);

	const own = weighting.coverage[row] ?? 0;
	const others = codes.length - 1;
	if (own < rule.area) {
		const known = Math.round(own * weighting.counted);
		const refusal = `${code} has figures for only ${known} of ${weighting.counted} indicators, which is too few to compare it.`;
		return { code, coverage: own, refusal, ranked: 0, leftOut: others, peers: [] };
	}

	const { nearest, ranked, farther } =
		(index === null ? null : nearestByIndex(weighting, row, k, rule, index)) ??
		nearestByScan(weighting, row, k, rule);
	const peers = nearest.map((neighbour, at) => ({
		...pair(weighting, row, neighbour.row),
		row: neighbour.row,
		code: codes[neighbour.row] ?? '',
		rank: at + 1,
		similarity: (100 * farther(neighbour.squared)) / ranked
	}));
	const refusal = peers.length === 0 ? `There is no other area to compare ${code} with.` : null;
	return { code, coverage: own, refusal, ranked, leftOut: others - ranked, peers };
}

interface Nearest {
	nearest: Neighbour[];
	/** Areas that can be ranked. */
	ranked: number;
	/** How many of them are farther than a distance. */
	farther: (squared: number) => number;
}

function nearestByScan(weighting: Weighting, row: number, k: number, rule: CoverageRule): Nearest {
	const squared = squaredDistances(weighting, row, rule);
	const heap = new NearestHeap(Math.min(k, Math.max(1, squared.length - 1)));
	squared.forEach((value, other) => {
		if (!Number.isNaN(value)) heap.offer(other, value);
	});
	const sorted = squared
		.filter((value) => !Number.isNaN(value))
		.map(rankable)
		.sort();
	return {
		nearest: heap.sorted(),
		ranked: sorted.length,
		farther: (value) => sorted.length - countUpTo(sorted, rankable(value))
	};
}

/**
 * The same without measuring far areas: those beyond the list are farther than all on it, unless the first
 * of them is as far as the last of the list.
 *
 * @returns null in that case, since the number of equally far areas is then unknown
 */
function nearestByIndex(
	weighting: Weighting,
	row: number,
	k: number,
	rule: CoverageRule,
	index: NearestIndex
): Nearest | null {
	const found = index.nearest(row, k + 1);
	const nearest = found.slice(0, k);
	const next = found[k];
	const last = nearest.at(-1);
	if (next !== undefined && last !== undefined && rankable(next.squared) === rankable(last.squared))
		return null;
	let ranked = 0;
	for (let other = 0; other < weighting.coverage.length; other += 1) {
		if (other !== row && isComparable(weighting, rule, row, other)) ranked += 1;
	}
	return {
		nearest,
		ranked,
		farther: (value) => ranked - nearest.filter(({ squared }) => rankable(squared) <= rankable(value)).length
	};
}

/**
 * Squared distance from one area to every row; `NaN` for itself and for rows that the rule leaves out.
 * This is what a moved weight asks again.
 */
export function squaredDistances(weighting: Weighting, row: number, rule: CoverageRule): Float64Array {
	const squared = new Float64Array(weighting.coverage.length);
	for (let other = 0; other < squared.length; other += 1) {
		squared[other] =
			other !== row && isComparable(weighting, rule, row, other)
				? squaredDistance(weighting, row, other)
				: Number.NaN;
	}
	return squared;
}

function pair(weighting: Weighting, a: number, b: number): PairDistance {
	const distance = pairDistance(weighting, a, b);
	if (distance === null) throw new DomainError('A ranked pair shares at least one indicator.');
	return distance;
}

/** How many of the rising figures are at most `value`. */
function countUpTo(sorted: Float64Array, value: number): number {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (sorted[middle]! <= value) low = middle + 1;
		else high = middle;
	}
	return low;
}
