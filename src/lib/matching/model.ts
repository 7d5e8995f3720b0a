import type { Comparison } from './compare.ts';
import { NAME_LEVELS } from './compare-names.ts';
import type { Corpus } from './corpus.ts';

/** What bodies that are one agree in, as shares of those of which it is known. */
export interface MatchModel {
	/** Share of true pairs at each level of likeness of the name; sums to 1. */
	name: number[];
	/** Share of true pairs with the same identifier, host and place. */
	identifier: number;
	host: number;
	place: number;
	/** Expected number of true pairs among all pairs of the two lists, as a share. */
	prior: number;
	/** Expected share of the shorter list that has a partner at all. */
	partnered: number;
}

/** What each part of a comparison says, in bits: above 0 for one body, below 0 for two. */
export interface PartWeights {
	name: number;
	identifier: number;
	host: number;
	place: number;
}

/** Where learning starts: lists of bodies of which half are in both, with names mostly the same. */
const PRIOR: Omit<MatchModel, 'prior' | 'partnered'> = {
	name: [0.02, 0.05, 0.13, 0.2, 0.6],
	identifier: 0.98,
	host: 0.9,
	place: 0.96
};
/** True pairs that what is assumed before counts for: few rows hardly move it, many do. */
const TRUST = 60;
const ROUNDS = 12;
/** Share of two other bodies that have the same host, or the same identifier, by chance or mistake. */
const SAME_HOST = 1e-4;
const SAME_IDENTIFIER = 1e-5;
/** Share of pairs of other bodies whose names are as alike as each level says: beside what their words tell. */
const ALIKE_BY_CHANCE = [0.9, 0.06, 0.02, 0.01, 0.01];
/** No list is taken to be wholly within the other. */
const MOST_PARTNERED = 0.8;
/** Most that a name says: two bodies of one name are known in every list. */
const MOST_NAME_BITS = 24;

/** The model before any pair is seen. */
export function startingModel({ left, right }: Corpus): MatchModel {
	const pairs = Math.max(1, left.length * right.length);
	const prior = Math.min(0.5, (0.5 * Math.min(left.length, right.length) + 0.5) / pairs);
	return { ...PRIOR, name: [...PRIOR.name], prior, partnered: 0.5 };
}

/**
 * What each part of a comparison says, in bits, under a model.
 *
 * Agreement weighs log2(m / u), with m the share of true pairs that agree so and u that of others. Of a name, u is what its
 * words come to: names that many bodies have, or of common words, are shared by chance.
 *
 * Source: Fellegi & Sunter, A theory for record linkage (JASA 1969); frequencies of values: Winkler (2000).
 */
export function weightsOf(
	corpus: Corpus,
	model: MatchModel,
	{ left, right, name, nameAt, identifier, host, place }: Comparison
): PartWeights {
	return {
		name: nameWeight(corpus, model, { left, right, name, nameAt }),
		identifier: agreement(identifier, model.identifier, SAME_IDENTIFIER),
		host: agreement(
			host,
			model.host,
			host === 'same' ? hostChance(corpus, left.hosts, right.hosts) : SAME_HOST
		),
		place: agreement(place, model.place, (place === 'same' && corpus.placeShare.get(left.place!)) || 0.02)
	};
}

function nameWeight(
	corpus: Corpus,
	model: MatchModel,
	{ left, name, nameAt }: Pick<Comparison, 'left' | 'right' | 'name' | 'nameAt'>
): number {
	const m = model.name[name.level]!;
	if (name.level <= 1) return Math.log2(m / ALIKE_BY_CHANCE[name.level]!);
	const size = Math.max(corpus.left.length, corpus.right.length, 2);
	const own = left.names[nameAt[0]]!;
	const count = name.level === 4 ? (corpus.nameCounts.get(own.joined) ?? 1) : 1;
	const chance = Math.max(2 ** -Math.min(name.shared, MOST_NAME_BITS), (count - 1) / size);
	return Math.log2(m) - Math.log2(Math.min(1, chance));
}

function hostChance(
	{ hostCounts, right }: Corpus,
	left: readonly string[],
	others: readonly string[]
): number {
	const shared = left.filter((host) => others.includes(host));
	const most = Math.min(...shared.map((host) => hostCounts.get(host) ?? 1), Infinity);
	return Number.isFinite(most) ? Math.max(SAME_HOST, (most - 1) / Math.max(2, right.length)) : SAME_HOST;
}

function agreement(found: Comparison['host'], m: number, u: number): number {
	if (found === 'not known') return 0;
	return found === 'same' ? Math.log2(m / Math.min(m, u)) : Math.log2((1 - m) / (1 - u));
}

/**
 * How likely two bodies are one, 0 to 1: the odds that a row's partner is this one against its having none, since a row
 * has one partner at most.
 *
 * Source: Fortini, Liseo, Nuccitelli & Scanu, On Bayesian record linkage (2001), for the prior of a partner.
 */
export function scoreOf({ prior, partnered }: MatchModel, weights: PartWeights): number {
	return likelihood(prior / (1 - partnered), weights);
}

function likelihood(odds: number, { name, identifier, host, place }: PartWeights): number {
	const bits = Math.log2(odds) + name + identifier + host + place;
	return 1 / (1 + 2 ** -bits);
}

/**
 * Learns what true pairs agree in from the pairs themselves, by expectation–maximisation from what is assumed before.
 *
 * Only the shares of true pairs are learnt: those of other pairs are known from how often words, places and hosts occur.
 *
 * @param comparisons pairs, or a sample of them
 * @param each how many pairs one of them stands for
 *
 * Source: Winkler, Using the EM algorithm for weight computation in the Fellegi–Sunter model of record linkage (2000).
 */
export function learn(corpus: Corpus, comparisons: readonly Comparison[], each: number): MatchModel {
	let model = startingModel(corpus);
	const start = model.prior;
	const pairs = Math.max(1, corpus.left.length * corpus.right.length);
	for (let round = 0; round < ROUNDS; round += 1) {
		const name = PRIOR.name.map((share) => TRUST * share);
		const same = {
			identifier: TRUST * PRIOR.identifier,
			host: TRUST * PRIOR.host,
			place: TRUST * PRIOR.place
		};
		const known = { identifier: TRUST, host: TRUST, place: TRUST };
		let total = 0;
		for (const comparison of comparisons) {
			// Pairs are learnt from one by one: a partner's odds would let those that are merely alike teach too.
			const score = likelihood(model.prior / (1 - model.prior), weightsOf(corpus, model, comparison));
			if (score < 1e-4) continue;
			total += score;
			name[comparison.name.level]! += score;
			for (const part of ['identifier', 'host', 'place'] as const) {
				if (comparison[part] === 'not known') continue;
				known[part] += score;
				if (comparison[part] === 'same') same[part] += score;
			}
		}
		const names = name.reduce((sum, share) => sum + share, 0);
		const prior = Math.max((each * total + TRUST * start) / (pairs + TRUST), 0.02 * start);
		model = {
			name: NAME_LEVELS.map((_, level) => name[level]! / names),
			identifier: Math.min(0.999, same.identifier / known.identifier),
			host: Math.min(0.995, same.host / known.host),
			place: Math.min(0.99, same.place / known.place),
			prior,
			partnered: Math.min(
				MOST_PARTNERED,
				(prior * pairs) / Math.max(1, Math.min(corpus.left.length, corpus.right.length))
			)
		};
	}
	return model;
}
