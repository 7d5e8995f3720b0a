import { greatest, rollup } from 'd3';
import { SEARCH_GROUPS } from './documents.ts';
import type { SearchDocument, SearchGroup } from './documents.ts';
import { hitOf } from './search-ranking.ts';
import type { IndexedName, SearchHit } from './search-ranking.ts';
import { bestOf, haveAll, haveMost, merged } from './search-tokens.ts';
import type { Token } from './search-tokens.ts';
import { Vocabulary } from './vocabulary.ts';
import type { Fits } from './vocabulary.ts';
import { isSmall, joinHyphens, wordsOf } from './words.ts';

export interface SearchResult {
	/** Those with hits, the best first. */
	groups: { group: SearchGroup; total: number; hits: SearchHit[] }[];
	total: number;
	/** Words that stand nowhere, and the nearest that does. */
	readAs: { typed: string; read: string }[];
}

/** Where nothing has all words, what has this share of their weight is found. */
const LEAST_SHARE = 0.6;
const MOST_WORDS = 12;
/** More than anybody reads: what is found beyond them is counted only. */
const MOST_SCORED = 4000;

/** Everything that can be found, ready to be searched; `SearchIndexBuilder` makes it. */
export class SearchIndex {
	readonly #documents: readonly SearchDocument[];
	readonly #names: readonly IndexedName[][];
	readonly #vocabulary: Vocabulary;
	/** Documents by word: with it in a name, and in what is said of them. */
	readonly #inNames: readonly number[][];
	readonly #inTexts: readonly number[][];
	/** Documents by a whole name, so that what is called exactly so is never passed over. */
	readonly #byName = new Map<string, number[]>();

	constructor(
		documents: readonly SearchDocument[],
		names: readonly IndexedName[][],
		words: readonly string[],
		inNames: readonly number[][],
		inTexts: readonly number[][]
	) {
		this.#documents = documents;
		this.#names = names;
		this.#inNames = inNames;
		this.#inTexts = inTexts;
		this.#vocabulary = new Vocabulary(words, (word) => inNames[word]!.length > 0);
		for (const [at, own] of names.entries()) {
			for (const name of own) {
				const key = name.words.join(' ');
				const called = this.#byName.get(key);
				if (called === undefined) this.#byName.set(key, [at]);
				else called.push(at);
			}
		}
	}

	/**
	 * What has all words of a query, in its names or in what is said of it; the last word may be begun only. A word
	 * that stands nowhere is read as the nearest spelling; where nothing has all words, each may be misspelt; and where
	 * nothing has them even so, what has the rarer of them.
	 *
	 * @param most hits that are given of each group; all are counted
	 */
	find(query: string, most: number): SearchResult {
		const asTyped = this.#search(query);
		const joined = joinHyphens(query);
		const asOne = joined === query ? asTyped : this.#search(joined);
		const { hits, found, readAs } = topScore(asOne) > topScore(asTyped) ? asOne : asTyped;
		const totals = rollup(
			found,
			(own) => own.length,
			(at) => this.#documents[at]!.group
		);
		const groups = SEARCH_GROUPS.map((group) => ({
			group,
			total: totals.get(group) ?? 0,
			hits: hits.filter(({ document }) => document.group === group).slice(0, most)
		}));
		return {
			groups: groups
				.filter((group) => group.hits.length > 0)
				.sort((a, b) => b.hits[0]!.score - a.hits[0]!.score),
			total: found.length,
			readAs
		};
	}

	#search(query: string): Found {
		const typed = [...new Set(wordsOf(query))].slice(0, MOST_WORDS);
		// One letter after others is a word that somebody has begun, and says nothing yet.
		const telling = typed.filter((word, at) => !isSmall(word) && (word.length > 1 || at < 1));
		const searched = telling.length > 0 ? telling : typed;
		if (searched.length === 0) return { hits: [], found: [], readAs: [] };

		const known = searched.map((word) => this.#fitsOf(word, word === typed.at(-1)));
		const nearest = known.map((fits, at) => (fits.size > 0 ? fits : this.#vocabulary.near(searched[at]!)));
		const misspelt = () => known.map((fits, at) => merged(fits, this.#vocabulary.near(searched[at]!)));
		for (const [read, least] of [
			[() => nearest, 1],
			...(searched.length > 1 ? ([[misspelt, 1]] as const) : []),
			[() => nearest, LEAST_SHARE]
		] as const) {
			const fits = read();
			const tokens = fits.map((words) => this.#token(words));
			const found = least === 1 ? haveAll(tokens) : haveMost(tokens, least);
			if (found.length === 0) continue;
			const readAs = searched.flatMap((word, at) => {
				const first = greatest(fits[at]!, ([, fit]) => fit);
				const spelt = first === undefined ? word : this.#vocabulary.wordAt(first[0]);
				return known[at]!.size > 0 || spelt === word ? [] : [{ typed: word, read: spelt }];
			});
			return { hits: this.#ranked(found, tokens, query), found, readAs };
		}
		return { hits: [], found: [], readAs: [] };
	}

	#fitsOf(word: string, isLast: boolean): Fits {
		const same = this.#vocabulary.same(word);
		const fits = isLast && word.length > 1 ? merged(same, this.#vocabulary.beginning(word)) : same;
		// A form that nobody wrote may as well be a slip: "haveing" has the stem of "have", and means Havering.
		const isForm = fits.size > 0 && fits.size === same.size && this.#vocabulary.placeOf(word) === null;
		return isForm ? merged(fits, this.#vocabulary.near(word)) : fits;
	}

	#token(fits: Fits): Token {
		const inNames = bestOf(fits, this.#inNames);
		const inTexts = bestOf(fits, this.#inTexts);
		let among = inNames.size;
		for (const at of inTexts.keys()) if (!inNames.has(at)) among += 1;
		return { fits, inNames, inTexts, weight: Math.log(1 + this.#documents.length / (1 + among)) };
	}

	/** Best first; of equals in the order of the groups, then of the alphabet. */
	#ranked(found: readonly number[], tokens: readonly Token[], query: string): SearchHit[] {
		const key = wordsOf(query).map((word) => this.#vocabulary.placeOf(word));
		const exact = new Set(this.#byName.get(key.join(' ')));
		const kept = new Set(found);
		const scored = new Set([...[...exact].filter((at) => kept.has(at)), ...found.slice(0, MOST_SCORED)]);
		return Array.from(scored, (at) =>
			hitOf(at, this.#documents[at]!, this.#names[at]!, tokens, exact.has(at))
		).sort(
			(a, b) =>
				b.score - a.score ||
				SEARCH_GROUPS.indexOf(a.document.group) - SEARCH_GROUPS.indexOf(b.document.group) ||
				(a.document.title < b.document.title ? -1 : 1)
		);
	}
}

interface Found {
	/** The best of them, and by name all that are called exactly so. */
	hits: SearchHit[];
	/** All that were found. */
	found: number[];
	readAs: SearchResult['readAs'];
}

function topScore({ hits }: Found): number {
	return hits[0]?.score ?? 0;
}
