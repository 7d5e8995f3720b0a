import { foldIdentifier, foldName, hostOf, namesIn, type FoldedName } from './fold-name.ts';

/** A body as it is matched by. */
export interface Matchable {
	/** Present name first, then others: former ones, short ones. */
	names: readonly string[];
	/** Such as a company's number: which register, and the number in it. */
	identifiers: readonly { scheme: string; value: string }[];
	/** Addresses of its site and of its mail; those that many bodies share are passed over. */
	addresses: readonly string[];
	/** Key of the area it is in, the same for all that are in it; `null` where it is not known. */
	place: string | null;
}

/** A body ready to be compared. */
export interface Entry {
	row: number;
	names: IndexedName[];
	/** By scheme. */
	identifiers: ReadonlyMap<string, string>;
	hosts: string[];
	place: string | null;
}

export interface IndexedName extends FoldedName {
	/** Numbers of the words in the corpus, each once. */
	ids: number[];
	/** How much all of them tell together, in bits. */
	bits: number;
}

/** Two lists of bodies, and how often each word, place and host occurs in them. */
export interface Corpus {
	left: Entry[];
	right: Entry[];
	/** Words by their number. */
	words: string[];
	/** How much each word tells, in bits: minus the logarithm of the share of names that hold it. */
	bitsOf: Float64Array;
	/** Bodies that share a name, a place or a host, in the list that has more of them. */
	nameCounts: ReadonlyMap<string, number>;
	placeShare: ReadonlyMap<string, number>;
	hostCounts: ReadonlyMap<string, number>;
}

/** Least and most that a single word tells: none is without any meaning, and none settles a match alone. */
const LEAST_BITS = 0.3;
const MOST_BITS = 14;

/** Folds two lists and counts what occurs in them. */
export function corpusOf(left: readonly Matchable[], right: readonly Matchable[]): Corpus {
	const ids = new Map<string, number>();
	const words: string[] = [];
	const holders: number[] = [];
	const number = (word: string): number => {
		let id = ids.get(word);
		if (id === undefined) {
			id = words.push(word) - 1;
			ids.set(word, id);
			holders.push(0);
		}
		return id;
	};
	const fold = (list: readonly Matchable[]): Entry[] =>
		list.map(({ names, identifiers, addresses, place }, row) => {
			const folded = uniqueNames(names.flatMap(namesIn).map(foldName)).map((name) => ({
				...name,
				ids: [...new Set(name.words.map(number))],
				bits: 0
			}));
			for (const id of new Set(folded.flatMap((name) => name.ids))) holders[id]! += 1;
			return {
				row,
				names: folded,
				identifiers: new Map(
					identifiers.flatMap(({ scheme, value }) => {
						const key = foldIdentifier(scheme, value);
						return key === '' ? [] : [[scheme, key] as const];
					})
				),
				hosts: [...new Set(addresses.flatMap((address) => hostOf(address) ?? []))],
				place
			};
		});
	const [folded, others] = [fold(left), fold(right)];
	const size = Math.max(1, left.length + right.length);
	const bitsOf = Float64Array.from(holders, (count) =>
		Math.min(MOST_BITS, Math.max(LEAST_BITS, Math.log2(size / Math.max(1, count))))
	);
	for (const { names } of [...folded, ...others]) {
		for (const name of names) name.bits = name.ids.reduce((sum, id) => sum + bitsOf[id]!, 0);
	}
	return {
		left: folded,
		right: others,
		words,
		bitsOf,
		nameCounts: counted(folded, others, ({ names }) => names.map(({ joined }) => joined)),
		placeShare: shares([...folded, ...others]),
		hostCounts: counted(folded, others, ({ hosts }) => hosts)
	};
}

function uniqueNames(names: readonly FoldedName[]): FoldedName[] {
	const seen = new Set<string>();
	return names.filter(({ joined }) => joined !== '' && !seen.has(joined) && seen.add(joined));
}

function counted(
	left: readonly Entry[],
	right: readonly Entry[],
	keys: (entry: Entry) => string[]
): Map<string, number> {
	const most = new Map<string, number>();
	for (const list of [left, right]) {
		const counts = new Map<string, number>();
		for (const entry of list)
			for (const key of new Set(keys(entry))) counts.set(key, (counts.get(key) ?? 0) + 1);
		for (const [key, count] of counts) most.set(key, Math.max(most.get(key) ?? 0, count));
	}
	return most;
}

function shares(entries: readonly Entry[]): Map<string, number> {
	const counts = new Map<string, number>();
	let known = 0;
	for (const { place } of entries) {
		if (place === null) continue;
		known += 1;
		counts.set(place, (counts.get(place) ?? 0) + 1);
	}
	return new Map([...counts].map(([place, count]) => [place, count / known]));
}
