import type { Weighting } from './weighting.ts';

/** Two areas apart, and what each indicator adds to it. */
export interface PairDistance {
	/** sqrt of `squared`, in weighted standard deviations. */
	distance: number;
	/** Sum of the contributions, in column order. */
	squared: number;
	/** One a column: what it adds to `squared`; null where a figure is missing, 0 without weight. */
	contributions: (number | null)[];
	/** Weighted indicators that both areas have a figure for, and out of how many. */
	shared: number;
	counted: number;
}

/**
 * Squared distance of two areas:
 *
 * d² = W / W_shared · Σ_k w_k (u_ak - u_bk)², over indicators k that both have a figure for, where W
 * is the sum of all weights and W_shared the sum over those k.
 *
 * Without blanks this is Σ w_k (u_ak - u_bk)²; with equal weights W / W_shared is p / p_observed, as R's
 * `dist` scales up. Divided by W, a constant of the weighting, it is the mean weighted square that
 * the product's design names, so both order alike. An indicator of weight 0 changes nothing, blank or not.
 *
 * @returns squared standard deviations; `NaN` when no weighted indicator is shared
 *
 * Source: R Core Team, `stats::dist`, section Details.
 */
export function squaredDistance({ space, weights, total }: Weighting, a: number, b: number): number {
	const { coordinates } = space;
	const width = weights.length;
	const fromA = a * width;
	const fromB = b * width;
	let sum = 0;
	for (let k = 0; k < width; k += 1) {
		const weight = weights[k]!;
		if (weight === 0) continue;
		const gap = coordinates[fromA + k]! - coordinates[fromB + k]!;
		sum += weight * gap * gap;
	}
	if (!Number.isNaN(sum)) return sum;

	let sharedWeight = 0;
	for (let k = 0; k < width; k += 1) {
		if (!Number.isNaN(coordinates[fromA + k]! - coordinates[fromB + k]!)) sharedWeight += weights[k]!;
	}
	if (sharedWeight === 0) return Number.NaN;
	const scale = total / sharedWeight;
	sum = 0;
	for (let k = 0; k < width; k += 1) {
		const gap = coordinates[fromA + k]! - coordinates[fromB + k]!;
		if (!Number.isNaN(gap)) sum += scale * weights[k]! * gap * gap;
	}
	return sum;
}

/** Splits a number after its first 33 bits, about ten digits (Veltkamp, 1968). */
const SPLITTER = 2 ** 20 + 1;

/**
 * A squared distance as areas are ranked by it: to ten digits, so that two that are equal but for the rounding of their
 * sums are equal, and keep the order of the table.
 */
export function rankable(squared: number): number {
	const scaled = squared * SPLITTER;
	return scaled - (scaled - squared);
}

/**
 * Distance of two areas with the contribution of each indicator,
 * c_k = W / W_shared · w_k (u_ak - u_bk)², which add up to d² (see `squaredDistance`).
 *
 * @returns null when no weighted indicator is known for both
 */
export function pairDistance(weighting: Weighting, a: number, b: number): PairDistance | null {
	const { space, weights, total, counted } = weighting;
	const width = weights.length;
	const gaps = Array.from(
		weights,
		(_, k) =>
			(space.coordinates[a * width + k] ?? Number.NaN) - (space.coordinates[b * width + k] ?? Number.NaN)
	);
	let shared = 0;
	let sharedWeight = 0;
	gaps.forEach((gap, k) => {
		const weight = weights[k] ?? 0;
		if (Number.isNaN(gap) || weight === 0) return;
		shared += 1;
		sharedWeight += weight;
	});
	if (shared === 0) return null;
	const scale = total / sharedWeight;
	const contributions = gaps.map((gap, k) =>
		Number.isNaN(gap) ? null : scale * (weights[k] ?? 0) * gap * gap
	);
	const squared = contributions.reduce((sum: number, part) => sum + (part ?? 0), 0);
	return { distance: Math.sqrt(squared), squared, contributions, shared, counted };
}

/** Number of weighted indicators that both areas have a figure for. */
export function sharedCount({ space, weights }: Weighting, a: number, b: number): number {
	const { coordinates } = space;
	const width = weights.length;
	let shared = 0;
	for (let k = 0; k < width; k += 1) {
		if (weights[k]! > 0 && !Number.isNaN(coordinates[a * width + k]! - coordinates[b * width + k]!))
			shared += 1;
	}
	return shared;
}
