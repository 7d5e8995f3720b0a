/** What is compared of an organisation that is not a council. Numbers of characteristics and practices are keys. */
export interface OrganisationTraits {
	id: string;
	/** Such as charity or housing association; null when unknown. */
	kind: string | null;
	/** Staff, income or members, one measure for all, above 0; null when unknown. */
	size: number | null;
	region: string | null;
	characteristics: readonly number[];
	practices: readonly number[];
}

export const TRAITS = ['kind', 'size', 'region', 'characteristics', 'practices'] as const;
export type Trait = (typeof TRAITS)[number];

/** How one trait of a pair compares; the counterpart of an indicator's comparison. */
export interface TraitComparison {
	trait: Trait;
	/** 0 nothing alike to 1 the same; null when it is not known for both. */
	similarity: number | null;
	/** What it adds to the distance; null as above. */
	contribution: number | null;
	/** Characteristics or practices that both have; empty for other traits. */
	shared: number[];
}

export interface OrganisationPeer {
	id: string;
	rank: number;
	/** 0 the same in all that is known to 1 nothing alike; the sum of the contributions. */
	distance: number;
	traits: TraitComparison[];
	/** The traits that are most alike and those that add most to the distance, three each at most. */
	mostAlike: TraitComparison[];
	mostUnlike: TraitComparison[];
	/** Traits known for both, out of five. */
	known: number;
}

/** Share of the weight of traits that a pair must know to be ranked. */
const LEAST_KNOWN = 0.6;

/** Equal weights: nothing published says that one of these matters more for learning from each other. */
export const TRAIT_WEIGHTS: Record<Trait, number> = {
	kind: 1,
	size: 1,
	region: 1,
	characteristics: 1,
	practices: 1
};

/**
 * The k organisations most like one, by Gower's coefficient: d = Σ_t w_t (1 - s_t) / Σ_t w_t over traits
 * known for both, with s = same or not for kind and region, 1 - |ln a - ln b| / range of ln for size, and
 * Jaccard's |A ∩ B| / |A ∪ B| for characteristics and practices (unknown when both sets are empty).
 *
 * @param all every organisation of the comparison, the asking one among them
 * @param id of the one that asks
 * @param k how many to list at most
 * @param weights one a trait, 0 or above
 * @returns nearest first, ties in the order of `all`; pairs that know less than 60% are left out
 *
 * Source: Gower, "A general coefficient of similarity and some of its properties" (1971); Jaccard (1901).
 */
export function organisationPeers(
	all: readonly OrganisationTraits[],
	id: string,
	k: number,
	weights: Record<Trait, number> = TRAIT_WEIGHTS
): OrganisationPeer[] {
	const own = all.find((organisation) => organisation.id === id);
	if (own === undefined) return [];
	const sizes = all.flatMap(({ size }) => (size !== null && size > 0 ? [Math.log(size)] : []));
	const range =
		sizes.reduce((a, b) => Math.max(a, b), -Infinity) - sizes.reduce((a, b) => Math.min(a, b), Infinity);
	return all
		.filter((other) => other !== own)
		.flatMap((other) => compare(own, other, range, weights) ?? [])
		.sort((a, b) => a.distance - b.distance)
		.slice(0, k)
		.map((peer, at) => ({ ...peer, rank: at + 1 }));
}

function compare(
	own: OrganisationTraits,
	other: OrganisationTraits,
	range: number,
	weights: Record<Trait, number>
): Omit<OrganisationPeer, 'rank'> | null {
	const measured = TRAITS.map((trait) => ({ trait, ...MEASURES[trait](own, other, range) }));
	const whole = TRAITS.reduce((sum, trait) => sum + weights[trait], 0);
	const known = measured.filter(({ similarity, trait }) => similarity !== null && weights[trait] > 0);
	const knownWeight = known.reduce((sum, { trait }) => sum + weights[trait], 0);
	if (knownWeight === 0 || knownWeight < LEAST_KNOWN * whole) return null;
	const traits = measured.map(({ trait, similarity, shared }): TraitComparison => ({
		trait,
		similarity,
		contribution: similarity === null ? null : (weights[trait] * (1 - similarity)) / knownWeight,
		shared
	}));
	const nameable = traits.filter(({ similarity, trait }) => similarity !== null && weights[trait] > 0);
	return {
		id: other.id,
		distance: traits.reduce((sum, { contribution }) => sum + (contribution ?? 0), 0),
		traits,
		mostAlike: nameable
			.filter(({ similarity }) => (similarity ?? 0) >= 0.5)
			.sort((a, b) => (b.similarity ?? 0) - (a.similarity ?? 0))
			.slice(0, 3),
		mostUnlike: nameable
			.filter(({ similarity }) => (similarity ?? 0) < 0.5)
			.sort((a, b) => (b.contribution ?? 0) - (a.contribution ?? 0))
			.slice(0, 3),
		known: known.length
	};
}

type Measure = (
	own: OrganisationTraits,
	other: OrganisationTraits,
	range: number
) => { similarity: number | null; shared: number[] };

const MEASURES: Record<Trait, Measure> = {
	kind: (own, other) => same(own.kind, other.kind),
	size: (own, other, range) => ({ similarity: sizeSimilarity(own.size, other.size, range), shared: [] }),
	region: (own, other) => same(own.region, other.region),
	characteristics: (own, other) => jaccard(own.characteristics, other.characteristics),
	practices: (own, other) => jaccard(own.practices, other.practices)
};

function same(a: string | null, b: string | null): { similarity: number | null; shared: number[] } {
	return { similarity: a === null || b === null ? null : Number(a === b), shared: [] };
}

function sizeSimilarity(a: number | null, b: number | null, range: number): number | null {
	if (a === null || b === null || a <= 0 || b <= 0) return null;
	return range > 0 ? 1 - Math.abs(Math.log(a) - Math.log(b)) / range : 1;
}

function jaccard(
	a: readonly number[],
	b: readonly number[]
): { similarity: number | null; shared: number[] } {
	const first = new Set(a);
	const second = new Set(b);
	const shared = [...first].filter((item) => second.has(item));
	const union = first.size + second.size - shared.length;
	return { similarity: union === 0 ? null : shared.length / union, shared };
}
