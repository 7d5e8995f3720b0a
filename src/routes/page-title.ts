const MOST_CONDITIONS = 3;

/**
 * What a page is called in tabs, bookmarks and previews: its name and the conditions of its view, without the
 * site's name, so that two views of one page can be told apart.
 *
 * @param name of the page ("Map of Good Help")
 * @param conditions of the view in words; only the first few are named
 */
export function pageTitle(name: string, conditions: readonly string[]): string {
	if (conditions.length === 0) return name;
	const rest = conditions.length - MOST_CONDITIONS;
	const named = conditions.slice(0, MOST_CONDITIONS).join(', ');
	return `${name}: ${named}${rest > 0 ? ` and ${rest} more` : ''}`;
}
