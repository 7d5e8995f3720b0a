import type { NameIndex } from './name-index.ts';
import { LOST_LETTER } from './repair-text.ts';
import type { SlipIndex } from './slips.ts';
import { ASIDES, DIRECTIONS, JOINING, NATIONS, SHORT_FORMS, SORTS } from './words.ts';

/** A name with its unknown words replaced by known ones. */
export interface Mended {
	words: readonly string[];
	slips: number;
	/** Slips in words that tell councils apart, not in "Council" and the like. */
	slipsInName: number;
	/** Letters of the words of the name that tell it from others: the fewer of those written and those meant. */
	letters: number;
	/** Whether a letter was taken for another, as between two names that differ in one. */
	isOtherLetter: boolean;
}

/** Words of a name that are mended at most, and known words tried for each. */
const MOST_MENDED = 3;
const MOST_TRIED = 6;

/**
 * The ways to replace words that nobody's name has by known words that they may be with a slip or two.
 * Words that are known stay as they are, so that a name is never taken for one that differs in a letter.
 *
 * @returns none where every word is known, or one is like none
 */
export function alternatives(words: readonly string[], index: NameIndex, slips: SlipIndex): Mended[] {
	const unknown = words.filter((word) => !isKnown(word, index));
	if (unknown.length === 0 || unknown.length > MOST_MENDED) return [];
	let ways: Mended[] = [{ words: [], slips: 0, slipsInName: 0, letters: 0, isOtherLetter: false }];
	for (const word of words) {
		const tried = unknown.includes(word) ? slips.near(word).slice(0, MOST_TRIED) : [{ word, slips: 0 }];
		ways = ways.flatMap((way) => tried.map((near) => added(way, word, near)));
	}
	return ways;
}

/** Whether a word is one of a name, or of those that stand beside names. */
export function isKnown(word: string, { coresOfWord }: NameIndex): boolean {
	if (word.includes(LOST_LETTER)) return false;
	return word.length < 4 || coresOfWord.has(word) || LISTS.some((list) => list.has(word));
}

const LISTS = [SORTS, SHORT_FORMS, JOINING, ASIDES, NATIONS];

function added(way: Mended, word: string, near: { word: string; slips: number }): Mended {
	const tellsNothing = SORTS.has(near.word) || JOINING.has(near.word) || ASIDES.has(near.word);
	const letters = tellsNothing || DIRECTIONS.has(near.word) ? 0 : Math.min(word.length, near.word.length);
	return {
		words: [...way.words, near.word],
		slips: way.slips + near.slips,
		slipsInName: way.slipsInName + (tellsNothing ? 0 : near.slips),
		letters: way.letters + letters,
		isOtherLetter:
			way.isOtherLetter ||
			(near.slips > 0 && near.word.length === word.length && !isExchange(word, near.word))
	};
}

/**
 * Whether so few slips in so many letters leave no doubt. A letter taken for another needs a longer name than one
 * left out or written twice: places that are no councils, such as Stamford and Marlow, are one letter from some.
 */
export function mended(letters: number, slips: number, isOtherLetter: boolean): boolean {
	if (slips === 0) return true;
	if (slips === 1) return letters >= (isOtherLetter ? 9 : 7);
	return slips === 2 && letters >= 12;
}

function isExchange(a: string, b: string): boolean {
	return [...a].sort().join('') === [...b].sort().join('') || a.includes(LOST_LETTER);
}
