/** How a list is sorted and which page of it is in view. */
export interface ListState<Sort extends string> {
	sort: Sort;
	isDescending: boolean;
	/** From 1. */
	page: number;
}

/**
 * Reads the parameters that every list has beside the view: `sort` (a minus sign in front turns it
 * round) and `page`. What is damaged falls back alone, and says so.
 */
export function parseList<Sort extends string>(
	search: Pick<URLSearchParams, 'get'>,
	sorts: readonly Sort[],
	fallback: { sort: Sort; isDescending: boolean }
): { list: ListState<Sort>; problems: string[] } {
	const problems: string[] = [];
	const sortText = search.get('sort');
	const sort = sorts.find((name) => name === sortText?.replace(/^-/, ''));
	if (sortText !== null && sort === undefined) {
		problems.push(`The list cannot be sorted by “${sortText.slice(0, 40)}”; its usual order is used.`);
	}

	const pageText = search.get('page');
	const page = pageText === null ? 1 : /^[1-9]\d{0,4}$/.test(pageText) ? Number(pageText) : null;
	if (page === null) {
		problems.push(`There is no page “${pageText!.slice(0, 40)}”; the first is shown.`);
	}

	return {
		list: {
			...(sort === undefined ? fallback : { sort, isDescending: sortText!.startsWith('-') }),
			page: page ?? 1
		},
		problems
	};
}

/** The `sort` parameter of a list; null for its usual order. */
export function printSort<Sort extends string>(
	{ sort, isDescending }: Pick<ListState<Sort>, 'sort' | 'isDescending'>,
	fallback: { sort: Sort; isDescending: boolean }
): string | null {
	if (sort === fallback.sort && isDescending === fallback.isDescending) return null;
	return isDescending ? `-${sort}` : sort;
}

/** Rows of one page, and how many pages there are; a page past the end is the last. */
export function pageOf<Row>(
	rows: readonly Row[],
	page: number,
	size: number
): { rows: Row[]; page: number; pages: number } {
	const pages = Math.max(1, Math.ceil(rows.length / size));
	const shown = Math.min(page, pages);
	return { rows: rows.slice((shown - 1) * size, shown * size), page: shown, pages };
}
