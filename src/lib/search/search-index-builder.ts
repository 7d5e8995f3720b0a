import type { SearchDocument } from './documents.ts';
import { SearchIndex } from './search-index.ts';
import type { IndexedName } from './search-ranking.ts';
import { isSmall, weightOf, wordsOf } from './words.ts';

/** Gathers what can be found, one by one, so that whoever gathers much can pause in between. */
export class SearchIndexBuilder {
	readonly #documents: SearchDocument[] = [];
	readonly #names: IndexedName[][] = [];
	readonly #places = new Map<string, number>();
	readonly #inNames: number[][] = [];
	readonly #inTexts: number[][] = [];

	add(document: SearchDocument): void {
		const at = this.#documents.push(document) - 1;
		for (const word of new Set(wordsOf(document.text)))
			if (!isSmall(word)) this.#inTexts[this.#placeOf(word)]!.push(at);
		this.#names.push(
			document.names.map((name) => {
				const words = wordsOf(name.text);
				for (const word of words) {
					const found = this.#inNames[this.#placeOf(word)]!;
					if (found.at(-1) !== at) found.push(at);
				}
				const weights = Float64Array.from(words, weightOf);
				return { ...name, words: Int32Array.from(words, (word) => this.#placeOf(word)), weights };
			})
		);
	}

	finish(): SearchIndex {
		return new SearchIndex(
			this.#documents,
			this.#names,
			[...this.#places.keys()],
			this.#inNames,
			this.#inTexts
		);
	}

	#placeOf(word: string): number {
		const known = this.#places.get(word);
		if (known !== undefined) return known;
		this.#inNames.push([]);
		this.#inTexts.push([]);
		this.#places.set(word, this.#places.size);
		return this.#places.size - 1;
	}
}
