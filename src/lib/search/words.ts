import { foldText } from '#lib/view/words.ts';
import { stemmer } from 'stemmer';

/** Words that say little: a search goes on without them, and a name is no less found for having them. */
const SMALL = new Set(
	'a an and are as at be by do does for from how in into is it its of on or our so that the their this to was we what when where which who why with you your'.split(
		' '
	)
);
const NUMBERS = new Map(
	['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'].map((word, at) => [
		word,
		String(at + 1)
	])
);

/**
 * Words of a text as they are compared: folded, without apostrophes, small numbers as figures. "The King’s Fund" and
 * "kings fund", "Three Conversations" and "3 conversations" meet here.
 */
export function wordsOf(text: string): string[] {
	const folded = foldText(text.replace(/['’‘`´]/g, '').replaceAll('&', ' and '));
	return folded === '' ? [] : folded.split(' ').map((word) => NUMBERS.get(word) ?? word);
}

/** How much a word says, of 1. */
export function weightOf(word: string): number {
	return SMALL.has(word) ? 0.15 : 1;
}

/** Whether a word says little by itself. */
export function isSmall(word: string): boolean {
	return SMALL.has(word);
}

/**
 * What a word has in common with its other forms: "scaffolding" and "scaffold" are one. Figures stay. The stemmer takes
 * "-ence" from "conference" and leaves "conferencing" at "conferenc".
 */
export function stemOf(word: string): string {
	return /^[a-z]+$/.test(word) ? stemmer(word).replace(/(?<=.{6})[ae]nc$/, '') : word;
}

/** A text with words parted by hyphens as one: "co-operative" and "cooperative" meet here. */
export function joinHyphens(text: string): string {
	return text.replace(/(\p{L})[-‐‑](?=\p{L})/gu, '$1');
}

/** First letters of a name, as people shorten it: of all its words, and of those that say something. */
export function initialsOf(name: string): string[] {
	// "Co-operative" begins one word; in "asset-based" both count.
	const spellings = [wordsOf(name), wordsOf(joinHyphens(name))];
	const initials = spellings.flatMap((words) => [words, words.filter((word) => !isSmall(word))]);
	const letters = initials
		.filter((words) => words.length > 1)
		.map((words) => words.map((word) => word[0]!).join(''));
	return [...new Set(letters)].filter((short) => short.length < 8);
}
