/**
 * The query string that one would link to, from what a plain form sends: boxes of one name arrive one by
 * one ("kind=charity&kind=council") and empty boxes arrive empty; lists are joined with `~`.
 *
 * @param sent names and values in the order of the form
 */
export function joinedSearch(sent: readonly (readonly string[])[]): '' | `?${string}` {
	const lists = new Map<string, string[]>();
	for (const [name, value] of sent) {
		if (name === undefined || value === undefined || value === '') continue;
		lists.set(name, [...(lists.get(name) ?? []), value]);
	}
	const search = new URLSearchParams([...lists].map(([name, values]) => [name, values.join('~')]));
	return search.size === 0 ? '' : `?${search.toString()}`;
}

/**
 * The address's own search as `joinedSearch` would have it.
 *
 * @returns null when it is so already, and for an address that a form was sent to (`?/save`): to lead on from
 *   there would lose what the form is answered
 */
export function joinRepeated(search: URLSearchParams): '' | `?${string}` | null {
	if ([...search.keys()].some((name) => name.startsWith('/'))) return null;
	const repeats = new Set(search.keys()).size < search.size;
	const blanks = [...search.values()].includes('');
	return repeats || blanks ? joinedSearch([...search]) : null;
}
