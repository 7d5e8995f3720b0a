export interface CountsBarPart<Key> {
	key: Key;
	count: number;
	/** Start and length as shares of the bar, 0 to 1. */
	start: number;
	share: number;
}

/**
 * A whole cut into its parts, largest first; parts of nothing are left out.
 *
 * @returns empty when the whole is nothing
 */
export function countsBar<Key>(counts: readonly { key: Key; count: number }[]): CountsBarPart<Key>[] {
	const total = counts.reduce((sum, { count }) => sum + count, 0);
	let start = 0;
	return counts
		.filter(({ count }) => count > 0)
		.sort((a, b) => b.count - a.count)
		.map(({ key, count }) => {
			const part = { key, count, start, share: count / total };
			start += part.share;
			return part;
		});
}
