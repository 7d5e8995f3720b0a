import { stemOf } from './words.ts';

/** Least likeness of a near spelling, of 1. */
const NEAR = 0.38;
/** Spellings that are nearly as near as the nearest. */
const NEARLY = 0.75;
const MOST_NEAR = 4;
/** Shorter words have too few letters to be misspelt and known again. */
const SHORTEST_NEAR = 3;
const MOST_BEGINNINGS = 400;

/** How well a word of the index fits a word that was typed, to 1. */
export type Fits = Map<number, number>;

/**
 * All words of an index, to be found by their own letters, by another form, by their beginning, or by a near
 * spelling: the share of letter triples that both have, of those that either has, among words of about the same length.
 *
 * Source of the likeness: PostgreSQL, pg_trgm.
 */
export class Vocabulary {
	readonly #words: readonly string[];
	readonly #places: ReadonlyMap<string, number>;
	readonly #byStem = new Map<string, number[]>();
	/** Words in the order of the alphabet, for beginnings. */
	readonly #sorted: readonly number[];
	readonly #byTriple = new Map<string, number[]>();
	readonly #triples: Uint8Array;

	/**
	 * @param words each once; a word is known by its place
	 * @param isName whether a word stands in a name: only names are misspelt
	 */
	constructor(words: readonly string[], isName: (word: number) => boolean) {
		this.#words = words;
		this.#places = new Map(words.map((word, at) => [word, at]));
		this.#triples = new Uint8Array(words.length);
		for (const [at, word] of words.entries()) {
			add(this.#byStem, stemOf(word), at);
			if (!isName(at) || word.length < SHORTEST_NEAR) continue;
			const triples = triplesOf(word);
			this.#triples[at] = triples.size;
			for (const triple of triples) add(this.#byTriple, triple, at);
		}
		this.#sorted = words.map((_, at) => at).sort((a, b) => (words[a]! < words[b]! ? -1 : 1));
	}

	/** Words that are the same word, or another form of it. */
	same(word: string): Fits {
		const fits: Fits = new Map();
		for (const at of this.#byStem.get(stemOf(word)) ?? []) fits.set(at, this.#words[at] === word ? 1 : 0.95);
		return fits;
	}

	/** Words that begin so. */
	beginning(start: string): Fits {
		const fits: Fits = new Map();
		let [low, high] = [0, this.#sorted.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if (this.#words[this.#sorted[middle]!]! < start) low = middle + 1;
			else high = middle;
		}
		for (let at = low; at < this.#sorted.length && fits.size < MOST_BEGINNINGS; at += 1) {
			const word = this.#words[this.#sorted[at]!]!;
			if (!word.startsWith(start)) break;
			fits.set(this.#sorted[at]!, 0.7 + (0.2 * start.length) / word.length);
		}
		return fits;
	}

	/** Words that are spelt nearly so, the nearest of them. */
	near(word: string): Fits {
		if (word.length < SHORTEST_NEAR) return new Map();
		const own = triplesOf(word);
		const shared = new Map<number, number>();
		for (const triple of own)
			for (const at of this.#byTriple.get(triple) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
		const longer = Math.max(1, Math.round(word.length / 4));
		const likely = Array.from(shared, ([at, both]): [number, number] => [
			at,
			both / (own.size + this.#triples[at]! - both)
		])
			.filter(
				([at, likeness]) => likeness >= NEAR && Math.abs(this.#words[at]!.length - word.length) <= longer
			)
			.sort((a, b) => b[1] - a[1] || a[0] - b[0])
			.slice(0, MOST_NEAR);
		const best = likely[0]?.[1] ?? 0;
		return new Map(
			likely
				.filter(([, likeness]) => likeness >= NEARLY * best)
				.map(([at, likeness]) => [at, 0.4 + likeness / 2])
		);
	}

	/** Where a word is, as it is spelt; null where it is not. */
	placeOf(word: string): number | null {
		return this.#places.get(word) ?? null;
	}

	wordAt(at: number): string {
		return this.#words[at]!;
	}
}

function add(map: Map<string, number[]>, key: string, value: number): void {
	const kept = map.get(key);
	if (kept === undefined) map.set(key, [value]);
	else kept.push(value);
}

/** Letter triples of a word with two blanks before it and one behind, as a misspelt beginning tells most. */
function triplesOf(word: string): Set<string> {
	const padded = `  ${word} `;
	const triples = new Set<string>();
	for (let at = 0; at + 3 <= padded.length && triples.size < 255; at += 1)
		triples.add(padded.slice(at, at + 3));
	return triples;
}
