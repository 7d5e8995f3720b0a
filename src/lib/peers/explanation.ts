import { DomainError } from '#lib/domain/errors.ts';
import { pairDistance } from './distance.ts';
import { figure } from './feature-table.ts';
import { ALIKE_WITHIN, likenessIn, RARE_UP_TO, type Likeness } from './likeness.ts';
import type { PeerSpace } from './peer-space.ts';
import type { Weighting } from './weighting.ts';

/** One indicator seen from both sides of a pair. */
export interface FeatureComparison {
	column: string;
	/** Figures in original units; null where missing. */
	mine: number | null;
	theirs: number | null;
	/** How alike the two are in it and how rare that is; null when either is missing or areas hardly differ. */
	likeness: Likeness | null;
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
	/** Up to three likenesses, the rarest first. */
	mostAlike: FeatureComparison[];
	/** Up to three differences that set the pair apart most, largest contribution first. */
	mostUnlike: FeatureComparison[];
	/** Weighted indicators that both have, and out of how many. */
	shared: number;
	counted: number;
}

/** Explains a pair: rows of the area that asks ("mine") and of the other ("theirs"). */
export type Explain = (mine: number, theirs: number) => PairExplanation;

/** How many indicators each side of an explanation names. */
const NAMED = 3;

/**
 * Prepares the explanations of one area's pairs: why two areas are as near as they are.
 *
 * Alike is what both have and few of the areas compared do: the fewer, the better a reason. What most share is no reason
 * however equal it is, and what differs by half of the usual spread or more is none however few are nearer. Unlike is
 * judged by contribution to the squared distance, because that is what moved the pair apart. Only indicators with a
 * weight and two figures are named, and of what is said by several, one.
 *
 * @param aspectOf what an indicator tells about an area, so that of several that tell the same one is named
 * @param isNoisy whether two areas may be near or far in it by chance, so that it is never named
 * @returns of a row of the area that asks ("mine") and a row of the other ("theirs")
 */
export function explainer(
	weighting: Weighting,
	aspectOf: (column: string) => string = (column) => column,
	isNoisy: (column: string) => boolean = () => false
): Explain {
	const { table } = weighting.space;
	const likeness = likenesses(weighting.space);
	const oneAnAspect = (features: FeatureComparison[]) =>
		features.filter(
			({ column }, at) => features.findIndex((other) => aspectOf(other.column) === aspectOf(column)) === at
		);

	return (a, b) => {
		const pair = pairDistance(weighting, a, b);
		if (pair === null) {
			throw new DomainError(`${table.codes[a]} and ${table.codes[b]} have no indicator in common.`);
		}
		const features = table.columns.map((column, k): FeatureComparison => {
			const contribution = pair.contributions[k] ?? null;
			return {
				column,
				mine: figure(table, a, k),
				theirs: figure(table, b, k),
				likeness: likeness[k]?.(a, b) ?? null,
				contribution,
				share: contribution === null || pair.squared === 0 ? null : contribution / pair.squared
			};
		});
		const nameable = features.filter(({ column }, k) => (weighting.weights[k] ?? 0) > 0 && !isNoisy(column));
		const mostAlike = nameable
			.filter(({ likeness }) => likeness !== null && isRareLikeness(likeness))
			.sort(
				(x, y) => x.likeness!.commonness - y.likeness!.commonness || x.likeness!.apart - y.likeness!.apart
			);
		const mostUnlike = nameable
			.filter(
				({ likeness, contribution }) => (contribution ?? 0) > 0 && (likeness?.apart ?? 0) > ALIKE_WITHIN
			)
			.sort((x, y) => (y.contribution ?? 0) - (x.contribution ?? 0));
		const { distance, squared, shared, counted } = pair;
		return {
			distance,
			squared,
			features,
			mostAlike: oneAnAspect(mostAlike).slice(0, NAMED),
			mostUnlike: oneAnAspect(mostUnlike).slice(0, NAMED),
			shared,
			counted
		};
	};
}

const known = new WeakMap<PeerSpace, ReturnType<typeof likenessIn>[]>();

/** One an indicator; made once a space, since weights do not change them. */
function likenesses(space: PeerSpace): ReturnType<typeof likenessIn>[] {
	const before = known.get(space);
	if (before !== undefined) return before;
	const made = space.table.columns.map((_, k) => likenessIn(space, k));
	known.set(space, made);
	return made;
}

function isRareLikeness({ apart, commonness }: Likeness): boolean {
	return apart <= ALIKE_WITHIN && commonness <= RARE_UP_TO;
}
