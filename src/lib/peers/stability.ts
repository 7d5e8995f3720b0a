import { seededRandom } from '#lib/analysis/graph/seeded-random.ts';
import { agreement, type Agreement } from './agreement.ts';
import type { CoverageRule } from './coverage-rule.ts';
import { nearestIndex } from './nearest.ts';
import { weighting, type Weighting } from './weighting.ts';

/** The list of peers when some of the indicators are left out. */
export interface WithoutPart {
	/** Name of the part, such as a theme or a column. */
	part: string;
	/** With the list that uses every indicator. */
	agreement: Agreement;
	/** Codes that drop off the list, and those that take their place. */
	dropped: string[];
	entered: string[];
}

/**
 * How far the k nearest hang on parts of the indicators: each in turn gets weight 0 and the list is drawn again. In the
 * Mahalanobis model that leaves out what the part says by itself; what it shares with others stays in them.
 *
 * @param row the area's row in the table
 * @param k length of the list, a whole number of at least 1
 * @param partOf the part of each column; parts without weight are passed over
 * @returns one entry a part, in order of first mention; none when there is only one
 *
 * Source: the jackknife; Efron & Tibshirani, An Introduction to the Bootstrap (1993), chapter 11.
 */
export function leaveOneOut(
	weighted: Weighting,
	row: number,
	k: number,
	rule: CoverageRule,
	partOf: readonly string[] = weighted.space.table.columns
): WithoutPart[] {
	const all = codesOfList(weighted, row, k, rule);
	const parts = [...new Set(partOf.filter((_, column) => weighted.weights[column]! > 0))];
	if (parts.length < 2) return [];
	return parts.map((part): WithoutPart => {
		const weights = weighted.weights.map((weight, column) => (partOf[column] === part ? 0 : weight));
		const codes = codesOfList(weighting(weighted.space, weights), row, k, rule);
		return {
			part,
			agreement: agreement(all, codes),
			dropped: all.filter((name) => !codes.includes(name)),
			entered: codes.filter((name) => !all.includes(name))
		};
	});
}

/** How well a list holds when other weights are drawn. */
export interface Redrawn {
	/** How many lists were drawn. */
	draws: number;
	/** The list with the weights as they are, and in what share of the draws each peer is on it, 0 to 1. */
	peers: { code: string; share: number }[];
	/** Mean share of the list that stays, 0 to 1. */
	kept: number;
	/** What a list by lot would share with it: its length over the number of areas that can be ranked. */
	byLot: number;
}

const DRAWS = 200;
const SEED = 20_261_122;

/**
 * How far the k nearest hang on the weights: in each draw the weight of every part is multiplied by a draw from the
 * exponential distribution of mean 1, so that some parts count for hardly anything and others three times over, and the
 * list is drawn again.
 *
 * @param row the area's row in the table
 * @param k length of the list, a whole number of at least 1
 * @param ranked how many areas can be ranked
 * @param partOf the part of each column; columns of one part move together
 * @returns null when there is no list, or only one part to weigh
 *
 * Source: the Bayesian bootstrap, Rubin, "The Bayesian bootstrap" (1981), over parts; as a test of weights, Saisana,
 *   Saltelli & Tarantola, "Uncertainty and sensitivity analysis techniques" (2005).
 */
export function redrawWeights(
	weighted: Weighting,
	row: number,
	k: number,
	rule: CoverageRule,
	ranked: number,
	partOf: readonly string[] = weighted.space.table.columns
): Redrawn | null {
	const all = codesOfList(weighted, row, k, rule);
	const parts = [...new Set(partOf.filter((_, column) => weighted.weights[column]! > 0))];
	if (all.length === 0 || parts.length < 2) return null;
	const random = seededRandom(SEED);
	const times = new Map(all.map((code) => [code, 0]));
	for (let draw = 0; draw < DRAWS; draw += 1) {
		const factor = new Map(parts.map((part) => [part, -Math.log(1 - random())]));
		const weights = weighted.weights.map((weight, column) => weight * (factor.get(partOf[column]!) ?? 0));
		for (const code of codesOfList(weighting(weighted.space, weights), row, k, rule)) {
			const before = times.get(code);
			if (before !== undefined) times.set(code, before + 1);
		}
	}
	const peers = [...times].map(([code, count]) => ({ code, share: count / DRAWS }));
	return {
		draws: DRAWS,
		peers,
		kept: peers.reduce((sum, { share }) => sum + share, 0) / peers.length,
		byLot: Math.min(1, peers.length / ranked)
	};
}

function codesOfList(weighted: Weighting, row: number, k: number, rule: CoverageRule): string[] {
	const { codes } = weighted.space.table;
	return nearestIndex(weighted, rule)
		.nearest(row, k)
		.map((neighbour) => codes[neighbour.row] ?? '');
}
