import { candidates } from './candidates.ts';
import { compare, type Comparison } from './compare.ts';
import { corpusOf, type Corpus, type Matchable } from './corpus.ts';
import { learn, scoreOf, weightsOf, type MatchModel, type PartWeights } from './model.ts';

/** From this score on a pair is one body where the area is the same too, and from the lower one possibly so. */
export const SURE = 0.92;
export const POSSIBLE = 0.75;

/** Two rows that may be one body. */
export interface MatchedPair {
	left: number;
	right: number;
	/** How likely, 0 to 1. */
	score: number;
	/** "update" where nobody need be asked; else "possible". */
	verdict: 'update' | 'possible';
	comparison: Comparison;
	weights: PartWeights;
	/** Other rows of the right list that may be the body as well, likeliest first. */
	others: { right: number; score: number }[];
}

/** Two lists matched. */
export interface Matching {
	corpus: Corpus;
	model: MatchModel;
	/** Each row in one pair at most, likeliest first. */
	pairs: MatchedPair[];
	/** Rows without a partner. */
	onlyLeft: number[];
	onlyRight: number[];
	/** Pairs that were compared (count). */
	compared: number;
}

/** Candidates of a pair that are remembered beside it. */
const MOST_OTHERS = 5;
/** Pairs that the model learns from: a sample of all that were compared, the same each time. */
const MOST_LEARNT = 60_000;

/**
 * Finds which rows of two lists are one body, with how likely and why. Nothing is merged: the caller decides.
 *
 * A pair is sure where its score is at least {@link SURE}, its area the same or its identifier, and no other row is nearly
 * as likely.
 */
export function match(left: readonly Matchable[], right: readonly Matchable[]): Matching {
	const corpus = corpusOf(left, right);
	const blocks = candidates(corpus);
	const compared = blocks.reduce((sum, rows) => sum + rows.length, 0);
	const sample = sampled(corpus, blocks, compared);
	const model = learn(corpus, sample, compared / Math.max(1, sample.length));

	const found: Omit<MatchedPair, 'verdict' | 'others'>[] = [];
	blocks.forEach((rows, row) => {
		for (const other of rows) {
			const comparison = compare(corpus, corpus.left[row]!, corpus.right[other]!);
			const weights = weightsOf(corpus, model, comparison);
			const score = scoreOf(model, weights);
			if (score >= POSSIBLE) found.push({ left: row, right: other, score, comparison, weights });
		}
	});
	found.sort(
		(a, b) => b.score - a.score || total(b.weights) - total(a.weights) || a.left - b.left || a.right - b.right
	);
	const pairs = paired(found);
	const [usedLeft, usedRight] = [
		new Set(pairs.map((pair) => pair.left)),
		new Set(pairs.map((pair) => pair.right))
	];
	return {
		corpus,
		model,
		pairs,
		onlyLeft: left.flatMap((_, row) => (usedLeft.has(row) ? [] : [row])),
		onlyRight: right.flatMap((_, row) => (usedRight.has(row) ? [] : [row])),
		compared
	};
}

function total({ name, identifier, host, place }: PartWeights): number {
	return name + identifier + host + place;
}

function sampled(corpus: Corpus, blocks: readonly (readonly number[])[], compared: number): Comparison[] {
	const step = Math.max(1, Math.ceil(compared / MOST_LEARNT));
	const sample: Comparison[] = [];
	blocks.forEach((rows, row) => {
		// Whole rows, so that the true pair of a row is among its candidates as often as it is in all.
		if (row % step !== 0) return;
		for (const other of rows) sample.push(compare(corpus, corpus.left[row]!, corpus.right[other]!));
	});
	return sample;
}

/** The likeliest pairs, each row in one of them; others that a row might be in are kept beside it. */
function paired(found: readonly Omit<MatchedPair, 'verdict' | 'others'>[]): MatchedPair[] {
	const byLeft = new Map<number, { right: number; score: number }[]>();
	for (const { left, right, score } of found)
		byLeft.set(left, [...(byLeft.get(left) ?? []), { right, score }]);
	const [usedLeft, usedRight] = [new Set<number>(), new Set<number>()];
	const pairs: MatchedPair[] = [];
	for (const pair of found) {
		if (usedLeft.has(pair.left) || usedRight.has(pair.right)) continue;
		usedLeft.add(pair.left);
		usedRight.add(pair.right);
		const others = (byLeft.get(pair.left) ?? []).filter(({ right }) => right !== pair.right);
		pairs.push({ ...pair, verdict: verdictOf(pair, others), others: others.slice(0, MOST_OTHERS) });
	}
	return pairs;
}

function verdictOf(
	{ score, comparison }: Pick<MatchedPair, 'score' | 'comparison'>,
	others: readonly { score: number }[]
): MatchedPair['verdict'] {
	const isPlaced = comparison.place === 'same' || comparison.identifier === 'same';
	const isAlone = others.every((other) => other.score < SURE);
	return score >= SURE && isPlaced && isAlone ? 'update' : 'possible';
}
