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
	/** Words of each that the other has not. */
	onlyLeft: string[];
	onlyRight: string[];
}

/** Least likeness of each level below "the same". */
const THRESHOLDS = [0.45, 0.66, 0.86] as const;
/** What a word with a slip counts beside the same word. */
const SLIPPED = 0.85;

/** Compares the words of two names, rare ones counting more; a word with a slip is nearly the word. */
export function compareNames(corpus: Corpus, a: IndexedName, b: IndexedName): NameComparison {
	const { bitsOf, words } = corpus;
	const all = a.bits + b.bits;
	if (a.joined === b.joined) {
		return { level: 4, shared: Math.min(a.bits, b.bits), likeness: 1, onlyLeft: [], onlyRight: [] };
	}
	const left = a.ids.filter((id) => !b.ids.includes(id));
	const right = b.ids.filter((id) => !a.ids.includes(id));
	let shared = 0;
	for (const id of a.ids) if (b.ids.includes(id)) shared += bitsOf[id]!;
	let common = 2 * shared;
	const restLeft: number[] = [];
	for (const id of left) {
		const at = right.findIndex((other) => isSlip(words[id]!, words[other]!));
		if (at < 0) {
			restLeft.push(id);
			continue;
		}
		// A word misspelt is rarer than it would be spelt right: the commoner of the two says how much it tells.
		const bits = Math.min(bitsOf[id]!, bitsOf[right[at]!]!);
		shared += SLIPPED * bits;
		common += SLIPPED * (bitsOf[id]! + bitsOf[right[at]!]!);
		right.splice(at, 1);
	}
	let likeness = all === 0 ? 0 : common / all;
	if (restLeft.length + right.length > 0 && isShortFor(a, b)) likeness = Math.max(likeness, THRESHOLDS[1]);
	// Words in another order, or joined, are the same name.
	const isSame = restLeft.length + right.length === 0 && common === 2 * shared && likeness > 0.999;
	const level = isSame ? 4 : (THRESHOLDS.filter((least) => likeness >= least).length as NameLevel);
	return {
		level,
		shared,
		likeness,
		onlyLeft: restLeft.map((id) => words[id]!),
		onlyRight: right.map((id) => words[id]!)
	};
}

function isSlip(a: string, b: string): boolean {
	const allowed = slipsAllowed(Math.min(a.length, b.length));
	return allowed > 0 && a[0] === b[0] && slipsBetween(a, b, allowed) <= allowed;
}

/** Whether one name is the initials of the other: "MEAM" for "Making Every Adult Matter". */
function isShortFor(a: IndexedName, b: IndexedName): boolean {
	const short = (name: IndexedName, other: IndexedName) =>
		name.words.length === 1 &&
		name.joined.length >= 3 &&
		(name.joined === other.initials || name.joined === other.words.map((word) => word[0]).join(''));
	return short(a, b) || short(b, a);
}
