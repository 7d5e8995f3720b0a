/** A page to offer, or a gap between pages that are not. */
export type PageStep = { page: number } | { gap: number };

/**
 * Which pages to offer from where one is: the first, the last, and the neighbours; a gap of exactly
 * one page is offered as that page.
 *
 * @param current page in view, from 1
 * @param pages number of pages, at least 1
 */
export function pageSteps(current: number, pages: number): PageStep[] {
	const offered = [...new Set([1, current - 1, current, current + 1, pages])]
		.filter((page) => page >= 1 && page <= pages)
		.sort((a, b) => a - b);

	return offered.flatMap((page, index): PageStep[] => {
		const before = offered[index - 1] ?? 0;
		if (page - before === 2) return [{ page: page - 1 }, { page }];
		return page - before > 2 ? [{ gap: before }, { page }] : [{ page }];
	});
}
