import type { Corpus, IndexedName } from './corpus.ts';
import { slipsAllowed, slipsBetween } from './slips.ts';

/** How alike two names are, from not at all to the same. */
export const NAME_LEVELS = ['different', 'a little alike', 'alike', 'nearly the same', 'the same'] as const;
export type NameLevel = 0 | 1 | 2 | 3 | 4;

/** Two names compared. */
export interface NameComparison {
	level: NameLevel;
	/** How much the words that both have tell, in bits. */
	shared: number;
	/** Share of what the words of both tell that they have in common, 0 to 1. */
	likeness: number;
	/** Words of each that the other has not; none are named where the names are different. */
	onlyLeft: readonly string[];
	onlyRight: readonly string[];
}

/** Least likeness of each level below "the same". */
const THRESHOLDS = [0.45, 0.66, 0.86] as const;
const NO_WORDS: readonly string[] = [];
/** What a word with a slip counts beside the same word. */
const SLIPPED = 0.85;

/** Compares the words of two names, rare ones counting more; a word with a slip is nearly the word. */
export function compareNames(corpus: Corpus, a: IndexedName, b: IndexedName): NameComparison {
	const { bitsOf, words } = corpus;
	const all = a.bits + b.bits;
	if (a.joined === b.joined) {
		return { level: 4, shared: Math.min(a.bits, b.bits), likeness: 1, onlyLeft: [], onlyRight: [] };
	}
	const restLeft: number[] = [];
	const right: number[] = [];
	let shared = 0;
	// Names have few words: looking through them is quicker than any index.
	for (const id of a.ids) {
		if (b.ids.includes(id)) shared += bitsOf[id]!;
		else restLeft.push(id);
	}
	for (const id of b.ids) if (!a.ids.includes(id)) right.push(id);
	let common = 2 * shared;
	for (let at = restLeft.length - 1; at >= 0 && right.length > 0; at -= 1) {
		const id = restLeft[at]!;
		const other = slipOf(words, id, right);
		if (other < 0) continue;
		// A word misspelt is rarer than it would be spelt right: the commoner of the two says how much it tells.
		const bits = Math.min(bitsOf[id]!, bitsOf[right[other]!]!);
		shared += SLIPPED * bits;
		common += SLIPPED * (bitsOf[id]! + bitsOf[right[other]!]!);
		right.splice(other, 1);
		restLeft.splice(at, 1);
	}
	let likeness = all === 0 ? 0 : common / all;
	if (restLeft.length + right.length > 0 && isShortFor(a, b)) likeness = Math.max(likeness, THRESHOLDS[1]);
	// Words in another order, or joined, are the same name.
	const isSame = restLeft.length + right.length === 0 && common === 2 * shared && likeness > 0.999;
	const level = isSame ? 4 : (THRESHOLDS.filter((least) => likeness >= least).length as NameLevel);
	if (level === 0) return { level, shared, likeness, onlyLeft: NO_WORDS, onlyRight: NO_WORDS };
	return {
		level,
		shared,
		likeness,
		onlyLeft: restLeft.map((id) => words[id]!),
		onlyRight: right.map((id) => words[id]!)
	};
}

/** Place of the word that another may be with a slip; −1 where none is. */
function slipOf(words: readonly string[], id: number, others: readonly number[]): number {
	const word = words[id]!;
	for (let at = 0; at < others.length; at += 1) if (isSlip(word, words[others[at]!]!)) return at;
	return -1;
}

function isSlip(a: string, b: string): boolean {
	if (a.charCodeAt(0) !== b.charCodeAt(0)) return false;
	const allowed = slipsAllowed(Math.min(a.length, b.length));
	return allowed > 0 && Math.abs(a.length - b.length) <= allowed && slipsBetween(a, b, allowed) <= allowed;
}

/** Whether one name is the initials of the other: "MEAM" for "Making Every Adult Matter". */
function isShortFor(a: IndexedName, b: IndexedName): boolean {
	const short = (name: IndexedName, other: IndexedName) =>
		name.words.length === 1 &&
		name.joined.length >= 3 &&
		(name.joined === other.initials || name.joined === other.words.map((word) => word[0]).join(''));
	return short(a, b) || short(b, a);
}
