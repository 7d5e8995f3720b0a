import { DomainError } from '#lib/domain/errors.ts';
import type { PeerSpace } from './peer-space.ts';

/** A space with the weight of each of its indicators: all that a distance needs. */
export interface Weighting {
	space: PeerSpace;
	/** One weight a column, 0 or above; a constant column has 0 whatever was asked. */
	weights: Float64Array;
	/** Sum of the weights. */
	total: number;
	/** Number of columns with a weight above 0: what coverage is counted out of. */
	counted: number;
	/** One share a row: how many of the counted columns the area has a figure for, 0 to 1. */
	coverage: Float64Array;
}

/** Far above any sensible weight, and far below where a sum of squares would overflow. */
const LARGEST_WEIGHT = 1_000_000;

/**
 * Gives each indicator its weight. A weight multiplies the squared difference: 2 counts an indicator
 * twice, as if it stood in the table two times; 0 leaves it out.
 *
 * @param weights one a column of the table, 0 or above; null for 1 each
 * @throws {DomainError} if there are too many or too few, one is negative or no number, or none is
 *   above 0 on a column that varies
 */
export function weighting(space: PeerSpace, weights: ArrayLike<number> | null): Weighting {
	const { columns } = space.table;
	if (weights !== null && weights.length !== columns.length) {
		throw new DomainError(`There are ${weights.length} weights for ${columns.length} columns.`);
	}
	const effective = new Float64Array(columns.length);
	let isAnyAsked = false;
	columns.forEach((column, at) => {
		const weight = weights === null ? 1 : (weights[at] ?? Number.NaN);
		if (!(weight >= 0 && weight <= LARGEST_WEIGHT)) {
			throw new DomainError(`The weight of "${column}" is ${weight}; weights go from 0 to 1,000,000.`);
		}
		isAnyAsked ||= weight > 0;
		effective[at] = space.scales[at]?.isConstant === true ? 0 : weight;
	});
	if (!isAnyAsked) throw new DomainError('All weights are 0, so there is nothing to compare by.');
	const total = effective.reduce((sum, weight) => sum + weight, 0);
	if (total === 0) {
		throw new DomainError(
			'Every column with a weight is the same everywhere, so nothing tells the areas apart.'
		);
	}
	const counted = effective.filter((weight) => weight > 0).length;
	return { space, weights: effective, total, counted, coverage: coverageByRow(space, effective, counted) };
}

/** Share of the weighted indicators that each area has a figure for. */
function coverageByRow(
	{ coordinates, table }: PeerSpace,
	weights: Float64Array,
	counted: number
): Float64Array {
	const width = weights.length;
	const coverage = new Float64Array(table.codes.length);
	for (let row = 0; row < coverage.length; row += 1) {
		let known = 0;
		for (let column = 0; column < width; column += 1) {
			if (weights[column]! > 0 && !Number.isNaN(coordinates[row * width + column]!)) known += 1;
		}
		coverage[row] = known / counted;
	}
	return coverage;
}
