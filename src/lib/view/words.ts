const MAX_WORDS = 8;

/** Lower case, without accents and punctuation: "Ynys Môn" and "ynys mon" meet here. */
export function foldText(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

/** Words of a search, folded; at most eight, so that no search is slow. */
export function searchWords(query: string): string[] {
	const folded = foldText(query);
	return folded === '' ? [] : folded.split(' ').slice(0, MAX_WORDS);
}

/** Whether every searched word begins a word of the text. */
export function matchesWords(text: string, words: readonly string[]): boolean {
	const folded = ` ${foldText(text)}`;
	return words.every((word) => folded.includes(` ${word}`));
}
