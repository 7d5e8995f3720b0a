/** Letters of a search; the rest is cut off. */
export const MOST_LETTERS = 100;

/** What somebody typed, as it is searched: no name has a control character. */
export function typedWords(search: Pick<URLSearchParams, 'get'>): string {
	const typed = (search.get('q') ?? '').replace(/\p{Cc}+/gu, ' ');
	return typed.trim().slice(0, MOST_LETTERS);
}
