import { sum } from 'd3';
import type { DocumentName, NameSource, SearchDocument, SearchGroup } from './documents.ts';
import { shareOf } from './search-tokens.ts';
import type { Token } from './search-tokens.ts';

export interface SearchHit {
	document: SearchDocument;
	/** Above 0; only good for comparing hits of one search. */
	score: number;
	/** The other name by which it was found; null where its title or what is said of it has the words. */
	alias: string | null;
	/** Whether its words stand in what is said of it, and none in a name. */
	isMention: boolean;
}

/** A name with its words by their place in the vocabulary. */
export interface IndexedName extends DocumentName {
	words: Int32Array;
	/** How much each of them says. */
	weights: Float64Array;
}

/** How well each name says what a thing is. */
const SOURCES: Record<NameSource, number> = { title: 1, 'other name': 0.98, spelling: 0.95, initials: 0.9 };
/** What most who type the same words look for. */
const GROUPS: Record<SearchGroup, number> = {
	network: 1.35,
	framework: 1.3,
	characteristic: 1.15,
	practice: 1.2,
	organisation: 1.05,
	link: 0.75,
	page: 0.9
};
const SAMPLE = 0.6;
/** A word in what is said about a thing, as against one in its name. */
const IN_TEXT = 0.45;
/** All words, but not in one name. */
const SCATTERED = 0.5;
/** Words in the order in which a name has them: West Somerset is not Somerset West and Taunton. */
const IN_ORDER = 0.18;
/** A name that is the query, small words included. */
const EXACT = 0.1;
/** All words are in a name, however long it is; the rest is for how much of it they are. */
const IN_NAME = 0.55;

/**
 * What was found, with how well it fits: a name that is the query and nothing else is 1, a long name with all its
 * words more than half, words scattered over names and text less than half; each by what kind of thing it is.
 *
 * @param isExact whether one of its names is the query, small words included
 */
export function hitOf(
	at: number,
	document: SearchDocument,
	names: readonly IndexedName[],
	tokens: readonly Token[],
	isExact: boolean
): SearchHit {
	let [fit, name] = [0, null as IndexedName | null];
	for (const candidate of names) {
		const own = nameFit(candidate, tokens);
		if (own > fit) [fit, name] = [own, candidate];
	}
	if (isExact) fit += EXACT;
	const share = shareOf(at, tokens);
	const parts = sum(
		tokens,
		({ weight, inNames, inTexts }) =>
			weight * Math.max(inNames.get(at) ?? 0, IN_TEXT * (inTexts.get(at) ?? 0))
	);
	const scattered = (SCATTERED * parts * share * share) / sum(tokens, ({ weight }) => weight);
	return {
		document,
		score: Math.max(fit, scattered) * GROUPS[document.group] * (document.isSample ? SAMPLE : 1),
		alias: fit >= scattered && name?.source === 'other name' ? name.text : null,
		isMention: tokens.every(({ inNames }) => !inNames.has(at))
	};
}

/** How well one name fits all words; 0 where it lacks one. */
function nameFit({ words, weights, source }: IndexedName, tokens: readonly Token[]): number {
	const covered = new Set<number>();
	let [quality, last, isInOrder] = [0, -1, true];
	for (const { fits } of tokens) {
		let [own, place] = [0, -1];
		for (const [at, word] of words.entries()) {
			const fit = fits.get(word);
			if (fit === undefined) continue;
			covered.add(at);
			if (fit > own) [own, place] = [fit, at];
		}
		if (own === 0) return 0;
		quality += own / tokens.length;
		isInOrder &&= place > last;
		last = place;
	}
	const coverage = sum(covered, (at) => weights[at]!) / sum(weights);
	return SOURCES[source] * quality * (IN_NAME + (1 - IN_NAME) * coverage) + (isInOrder ? IN_ORDER : 0);
}
