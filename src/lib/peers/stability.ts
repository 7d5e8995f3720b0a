import { agreement, type Agreement } from './agreement.ts';
import type { CoverageRule } from './coverage-rule.ts';
import { nearestIndex } from './nearest.ts';
import { weighting, type Weighting } from './weighting.ts';

/** The list of peers when one indicator is left out. */
export interface WithoutIndicator {
	column: string;
	/** With the list that uses every indicator. */
	agreement: Agreement;
	/** Codes that drop off the list, and those that take their place. */
	dropped: string[];
	entered: string[];
}

export interface Stability {
	/** One entry a weighted indicator, in column order; none when there is only one. */
	without: WithoutIndicator[];
	/** The list with every indicator; `kept` counts the entries of `without` that still hold the peer. */
	peers: { row: number; code: string; kept: number }[];
	/** Mean share of the list that stays, 0 to 1; null when nothing could be left out. */
	meanShare: number | null;
}

/**
 * How far the k nearest hang on single indicators: each weighted one in turn gets weight 0 and the list
 * is drawn again. In the Mahalanobis model that leaves out what the indicator says by itself; what it
 * shares with others stays in them.
 *
 * @param row the area's row in the table
 * @param k length of the list, a whole number of at least 1
 *
 * Source: the jackknife; Efron & Tibshirani, An Introduction to the Bootstrap (1993), chapter 11.
 */
export function leaveOneOut(weighted: Weighting, row: number, k: number, rule: CoverageRule): Stability {
	const { table } = weighted.space;
	const list = (of: Weighting) => nearestIndex(of, rule).nearest(row, k);
	const code = (at: number) => table.codes[at] ?? '';
	const all = list(weighted);
	const allCodes = all.map((neighbour) => code(neighbour.row));

	const columns = Array.from(weighted.weights.keys()).filter((column) => weighted.weights[column]! > 0);
	const without =
		columns.length < 2
			? []
			: columns.map((column): WithoutIndicator => {
					const weights = weighted.weights.map((weight, at) => (at === column ? 0 : weight));
					const codes = list(weighting(weighted.space, weights)).map((neighbour) => code(neighbour.row));
					return {
						column: table.columns[column] ?? '',
						agreement: agreement(allCodes, codes),
						dropped: allCodes.filter((name) => !codes.includes(name)),
						entered: codes.filter((name) => !allCodes.includes(name))
					};
				});

	const shares = without.flatMap(({ agreement: { share } }) => (share === null ? [] : [share]));
	return {
		without,
		peers: all.map((neighbour) => ({
			row: neighbour.row,
			code: code(neighbour.row),
			kept: without.filter((entry) => !entry.dropped.includes(code(neighbour.row))).length
		})),
		meanShare: shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length
	};
}
