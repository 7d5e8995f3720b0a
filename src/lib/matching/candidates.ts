import type { Corpus, Entry } from './corpus.ts';

/** Pairs that one block may hold: a word or place that more share says too little to compare them all. */
const MOST_PAIRS = 1500;
/** Words of a name that it is looked up by: those that tell most. */
const TELLING_WORDS = 3;

/**
 * Pairs worth comparing: bodies that share an identifier, a site, a name, a telling word (spelt right or nearly so), two
 * words, or the beginning of a name in the same area. Never all pairs.
 *
 * @returns rows of the right list for each row of the left
 */
export function candidates({ left, right, words, bitsOf }: Corpus): number[][] {
	const blocks = new Map<string, number[]>();
	for (const entry of right) {
		for (const key of keysOf(entry, words, bitsOf)) {
			const rows = blocks.get(key);
			if (rows === undefined) blocks.set(key, [entry.row]);
			else rows.push(entry.row);
		}
	}
	// How many of the left share a key, so that a block of many on both sides is left out whichever side is asked.
	const asked = left.map((entry) => keysOf(entry, words, bitsOf));
	const askers = new Map<string, number>();
	for (const keys of asked)
		for (const key of keys) if (blocks.has(key)) askers.set(key, (askers.get(key) ?? 0) + 1);
	return asked.map((keys) => {
		const rows = new Set<number>();
		for (const key of keys) {
			const block = blocks.get(key);
			if (block === undefined || block.length * askers.get(key)! > limitOf(key)) continue;
			for (const row of block) rows.add(row);
		}
		return [...rows];
	});
}

/** What is all but an identity is compared however many share it, up to a point. */
function limitOf(key: string): number {
	return key.startsWith('i:') || key.startsWith('n:') || key.startsWith('h:') ? 40 * MOST_PAIRS : MOST_PAIRS;
}

function keysOf(
	{ names, identifiers, hosts, place }: Entry,
	words: readonly string[],
	bitsOf: Float64Array
): Set<string> {
	const keys = new Set<string>();
	for (const [scheme, value] of identifiers) keys.add(`i:${scheme}:${value}`);
	for (const host of hosts) keys.add(`h:${host}`);
	for (const { ids, joined, initials } of names) {
		keys.add(`n:${joined}`);
		const telling = [...ids].sort((a, b) => bitsOf[b]! - bitsOf[a]! || a - b).slice(0, TELLING_WORDS);
		for (const id of telling) {
			keys.add(`w:${id}`);
			keys.add(`s:${skeleton(words[id]!)}`);
			if (place !== null) keys.add(`p:${place}:${words[id]!.slice(0, 4)}`);
		}
		for (let a = 0; a < ids.length && a < 4; a += 1) {
			for (let b = a + 1; b < ids.length && b < 5; b += 1) {
				keys.add(`t:${Math.min(ids[a]!, ids[b]!)}:${Math.max(ids[a]!, ids[b]!)}`);
			}
		}
		// Initials meet a name that is initials.
		if (initials.length >= 3) keys.add(`a:${initials}`);
		if (ids.length === 1 && joined.length >= 3 && joined.length <= 8) keys.add(`a:${joined}`);
	}
	return keys;
}

/** What slips of the pen mostly leave of a word: its first letter and its consonants, each once in a row. */
function skeleton(word: string): string {
	return (
		word[0]! +
		word
			.slice(1)
			.replace(/[aeiouyhw]/g, '')
			.replace(/(.)\1+/g, '$1')
	);
}
