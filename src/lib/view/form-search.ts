/**
 * A search as one would link to it, from one that a plain form sent: boxes of one name arrive one by
 * one ("kind=charity&kind=council") and empty boxes arrive empty; lists are joined with `~`.
 *
 * @returns null when the search is already as it should be
 */
export function joinRepeated(search: URLSearchParams): '' | `?${string}` | null {
	const joined = new URLSearchParams();
	for (const name of new Set(search.keys())) {
		const values = search.getAll(name).filter((value) => value !== '');
		if (values.length > 0) joined.set(name, values.join('~'));
	}
	const text = joined.toString();
	if (text === search.toString()) return null;
	return text === '' ? '' : `?${text}`;
}
