import { AnalysisError } from '../analysis-error.ts';
import { infectiousness, susceptibility } from '../diffusion/infectiousness.ts';
import { structuralEquivalence } from '../diffusion/structural-equivalence.ts';
import { exists, isAdopter, type Panel } from '../panel/panel.ts';
import { networkAt, sparseMatrix, type SparseMatrix } from '../sparse/sparse-matrix.ts';
import { binary, submatrix } from '../sparse/sparse-operations.ts';
import { joinCounts, type JoinCount, type JoinCounts } from '../spatial/join-counts.ts';
import { compareNetworks, type NetworkComparison } from '../survival/network-comparison.ts';
import { outcome, type Outcome } from './outcome.ts';
import type { StudyNetwork } from './study-networks.ts';

/** Mean of a measure over the units that have it; `null` where none has. */
export interface MeanOfUnits {
	mean: number | null;
	/** Units with a value (count). */
	n: number;
}

/** Signs that a practice may have passed along one network. */
export interface NetworkInfluence {
	/** Pairs tied in the last period, each once, against adopters dealt out at random. */
	joins: JoinCounts;
	/** Of contacts that adopted later, the share that did so in the very next period. */
	infectiousness: MeanOfUnits;
	/** Of contacts that had adopted earlier, the share that did so in the period just before. */
	susceptibility: MeanOfUnits;
	/** Exposure to one's contacts beside exposure to those in a like position; of the same rows. */
	positions: Outcome<NetworkComparison>;
}

/** Largest network whose positions are compared (units): time grows with the cube. */
export const MOST_POSITIONS = 1000;

/**
 * Join counts, infectiousness, susceptibility, and contacts against structural equivalents.
 *
 * Structural equivalence is that of the network in the last period.
 *
 * @param isTested whether enough adopted for a test to mean anything; otherwise counts stand without one
 *
 * Source: Cliff & Ord (1981); Myers (2000); Valente et al. (2015); Burt, Social contagion and innovation (1987).
 */
export function networkInfluence(
	panel: Panel,
	{ name, network }: StudyNetwork,
	isTested = true
): NetworkInfluence {
	const last = panel.periods.length - 1;
	const present = [...panel.ids.keys()].filter((unit) => exists(panel, unit, last));
	const atEnd = networkAt(network, last);
	const joins = joinCounts(
		present.map((unit) => isAdopter(panel, unit, last)),
		eitherWay(submatrix(atEnd, present))
	);
	return {
		joins: isTested ? joins : withoutTests(joins),
		infectiousness: meanOf(infectiousness(panel, network, { normalised: false })),
		susceptibility: meanOf(susceptibility(panel, network, { normalised: false })),
		positions: outcome(() => {
			if (atEnd.size > MOST_POSITIONS) {
				throw new AnalysisError(
					`positions are compared among up to ${MOST_POSITIONS} bodies; there are ${atEnd.size}`
				);
			}
			const { weights } = structuralEquivalence(binary(atEnd));
			return compareNetworks(panel, [
				{ name, network },
				{ name: 'like positions', network: weights }
			]);
		})
	};
}

function withoutTests({ n, having, ...counts }: JoinCounts): JoinCounts {
	const bare = (joins: JoinCount): JoinCount => ({ ...joins, test: null });
	return {
		...{ n, having },
		bothHave: bare(counts.bothHave),
		neitherHas: bare(counts.neitherHas),
		oneHas: bare(counts.oneHas)
	};
}

/** Each tied pair once: 1 both ways, whoever names whom. */
function eitherWay({ size, rowStart, column, value }: SparseMatrix): SparseMatrix {
	const [rows, columns]: [number[], number[]] = [[], []];
	for (let row = 0; row < size; row++) {
		for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++) {
			if (value[at]! <= 0) continue;
			rows.push(row, column[at]!);
			columns.push(column[at]!, row);
		}
	}
	return binary(sparseMatrix(size, { row: rows, column: columns, value: rows.map(() => 1) }));
}

function meanOf(values: readonly (number | null)[]): MeanOfUnits {
	const known = values.filter((value) => value !== null);
	return {
		mean: known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length,
		n: known.length
	};
}
