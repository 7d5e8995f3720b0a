import { DomainError } from '#lib/domain/errors.ts';
import { pairDistance } from './distance.ts';
import { figure } from './feature-table.ts';
import type { Weighting } from './weighting.ts';

/** One indicator seen from both sides of a pair. */
export interface FeatureComparison {
	column: string;
	/** Figures in original units; null where missing. */
	mine: number | null;
	theirs: number | null;
	/** Theirs less mine, in the model's standard deviations; null when either is missing. */
	gap: number | null;
	/** What it adds to the squared distance; null when either is missing, 0 without weight. */
	contribution: number | null;
	/** Contribution as a share of the squared distance, 0 to 1; null as above or when the areas coincide. */
	share: number | null;
}

export interface PairExplanation {
	distance: number;
	squared: number;
	/** Every indicator, in column order. */
	features: FeatureComparison[];
	/** Up to three indicators in which the pair is closest, closest first. */
	mostAlike: FeatureComparison[];
	/** Up to three indicators that set the pair apart most, largest contribution first. */
	mostUnlike: FeatureComparison[];
	/** Weighted indicators that both have, and out of how many. */
	shared: number;
	counted: number;
}

/** How many indicators each side of an explanation names. */
const NAMED = 3;

/**
 * Says why two areas are as near as they are.
 *
 * Unlike is judged by contribution to the squared distance, because that is what moved the pair apart.
 * Alike is judged by the gap itself, since a small weight would make any gap look close. Only
 * indicators with a weight and two figures are named, and none on both sides: with fewer than six of
 * them each side names half.
 *
 * @param a row of the area that asks ("mine"), `b` row of the other ("theirs")
 * @throws {DomainError} when no weighted indicator is known for both
 */
export function explainPair(weighting: Weighting, a: number, b: number): PairExplanation {
	const pair = pairDistance(weighting, a, b);
	const { table, coordinates, scales } = weighting.space;
	if (pair === null) {
		throw new DomainError(`${table.codes[a]} and ${table.codes[b]} have no indicator in common.`);
	}
	const width = table.columns.length;
	const features = table.columns.map((column, k): FeatureComparison => {
		const contribution = pair.contributions[k] ?? null;
		const gap = (coordinates[b * width + k] ?? Number.NaN) - (coordinates[a * width + k] ?? Number.NaN);
		return {
			column,
			mine: figure(table, a, k),
			theirs: figure(table, b, k),
			gap: Number.isNaN(gap) || scales[k]?.isConstant === true ? null : gap,
			contribution,
			share: contribution === null || pair.squared === 0 ? null : contribution / pair.squared
		};
	});

	const nameable = features.filter((feature, k) => feature.gap !== null && (weighting.weights[k] ?? 0) > 0);
	const named = Math.min(NAMED, Math.ceil(nameable.length / 2));
	const mostUnlike = nameable
		.filter(({ contribution }) => (contribution ?? 0) > 0)
		.sort((x, y) => (y.contribution ?? 0) - (x.contribution ?? 0))
		.slice(0, named);
	const mostAlike = nameable
		.filter((feature) => !mostUnlike.includes(feature))
		.sort((x, y) => Math.abs(x.gap ?? 0) - Math.abs(y.gap ?? 0))
		.slice(0, Math.min(NAMED, nameable.length - mostUnlike.length));
	const { distance, squared, shared, counted } = pair;
	return { distance, squared, features, mostAlike, mostUnlike, shared, counted };
}
