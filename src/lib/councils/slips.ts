import { LOST_LETTER } from './repair-text.ts';

/**
 * Slips of the pen between two words: letters put in, left out, mistaken or exchanged with the next one.
 * A lost letter matches any one letter.
 *
 * @param most slips beyond which it does not matter how many there are
 * @returns the fewest slips; `most + 1` when there are more
 *
 * Source: optimal string alignment (restricted Damerau–Levenshtein) distance.
 */
export function slipsBetween(a: string, b: string, most: number): number {
	const beyond = most + 1;
	const length = b.length;
	if (Math.abs(a.length - length) > most || length >= WIDEST) return beyond;
	let [twoUp, up, row] = [ROWS[0]!, ROWS[1]!, ROWS[2]!];
	for (let at = 0; at <= length; at += 1) up[at] = at;
	for (let i = 1; i <= a.length; i += 1) {
		const letter = a.charCodeAt(i - 1);
		// Further from the diagonal than the slips that are left, nothing can come of it.
		const first = Math.max(1, i - most);
		const last = Math.min(length, i + most);
		row[first - 1] = first === 1 ? i : beyond;
		let least = row[first - 1]!;
		for (let j = first; j <= last; j += 1) {
			const other = b.charCodeAt(j - 1);
			const isSame = letter === other || letter === LOST;
			let slips = up[j - 1]! + (isSame ? 0 : 1);
			if (j < i + most && up[j]! + 1 < slips) slips = up[j]! + 1;
			if (row[j - 1]! + 1 < slips) slips = row[j - 1]! + 1;
			const isExchanged = i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other;
			if (isExchanged && twoUp[j - 2]! + 1 < slips) slips = twoUp[j - 2]! + 1;
			row[j] = slips;
			if (slips < least) least = slips;
		}
		if (least > most) return beyond;
		[twoUp, up, row] = [up, row, twoUp];
	}
	return Math.min(up[length]!, beyond);
}

const LOST = LOST_LETTER.charCodeAt(0);
/** Letters of the longest word that is compared; kept rows save making new ones for each of thousands of words. */
const WIDEST = 256;
const ROWS = [0, 1, 2].map(() => new Int32Array(WIDEST));

/** Slips that a word of so many letters may have and still be recognised. */
export function slipsAllowed(letters: number): number {
	return letters < 4 ? 0 : letters < 8 ? 1 : 2;
}

/** Words, ready to be compared with one that has slips. */
export interface SlipIndex {
	/** Words that come within its allowed slips of another, nearest first. */
	near(word: string): readonly { word: string; slips: number }[];
}

/**
 * Words to find others near. Two words within two slips share enough letters that most pairs are told apart by
 * their lengths and the set of letters they hold, without comparing them.
 */
export function slipIndex(words: readonly string[]): SlipIndex {
	const byLength = new Map<number, { word: string; letters: number }[]>();
	for (const word of words) {
		const alike = byLength.get(word.length) ?? [];
		byLength.set(word.length, alike);
		alike.push({ word, letters: signature(word) });
	}
	const known = new Map<string, readonly { word: string; slips: number }[]>();
	return {
		near(asked) {
			const before = known.get(asked);
			if (before !== undefined) return before;
			const found = compare(asked, byLength);
			found.sort((a, b) => a.slips - b.slips || (a.word < b.word ? -1 : 1));
			if (known.size < MOST_KEPT) known.set(asked, found);
			return found;
		}
	};
}

function compare(
	asked: string,
	byLength: ReadonlyMap<number, readonly { word: string; letters: number }[]>
): { word: string; slips: number }[] {
	const hasLost = asked.includes(LOST_LETTER);
	const mine = signature(asked);
	const found: { word: string; slips: number }[] = [];
	for (let length = asked.length - 2; length <= asked.length + 2; length += 1) {
		const most = slipsAllowed(Math.min(asked.length, length));
		if (Math.abs(length - asked.length) > most || (most === 0 && !hasLost)) continue;
		for (const { word, letters } of byLength.get(length) ?? []) {
			if (!hasLost && bits(mine ^ letters) > 2 * most) continue;
			const slips = slipsBetween(asked, word, most);
			if (slips <= most) found.push({ word, slips });
		}
	}
	return found;
}

/** Answers kept at most: what is asked comes from outside. */
const MOST_KEPT = 5000;

/** One bit for each letter that a word holds. */
function signature(word: string): number {
	let set = 0;
	for (let at = 0; at < word.length; at += 1) {
		const letter = word.charCodeAt(at) - 97;
		if (letter >= 0 && letter < 26) set |= 1 << letter;
	}
	return set;
}

function bits(set: number): number {
	let count = 0;
	for (let rest = set; rest !== 0; rest &= rest - 1) count += 1;
	return count;
}
