/** How far two lists of peers name the same areas. */
export interface Agreement {
	/** Areas on both lists, in the order of the first. */
	shared: string[];
	/** How many could be shared at most: the length of the shorter list. */
	of: number;
	/** shared / of, 0 to 1; null when a list is empty. */
	share: number | null;
}

/**
 * Overlap of two lists of peers: |A ∩ B| / min(|A|, |B|). Order within the lists does not count.
 *
 * @param first codes without repeats, such as the ten nearest under one model
 * @param second codes without repeats
 */
export function agreement(first: readonly string[], second: readonly string[]): Agreement {
	const other = new Set(second);
	const shared = first.filter((code) => other.has(code));
	const of = Math.min(first.length, second.length);
	return { shared, of, share: of === 0 ? null : shared.length / of };
}

/** One peer of one model, and which of the other lists name it too. */
export interface ModelAgreement {
	/** Each pair of lists once, in the order given. */
	pairs: { first: string; second: string; agreement: Agreement }[];
	/** Every area on any list with the names of the lists that hold it, most named first. */
	named: { code: string; by: string[] }[];
}

/**
 * Compares the lists that several models, or a council's own list, give for one area.
 *
 * @param lists by name, such as `zscore`, `robust` and `own list`; codes nearest first
 */
export function modelAgreement(lists: ReadonlyMap<string, readonly string[]>): ModelAgreement {
	const names = [...lists.keys()];
	const pairs = names.flatMap((first, at) =>
		names.slice(at + 1).map((second) => ({
			first,
			second,
			agreement: agreement(lists.get(first) ?? [], lists.get(second) ?? [])
		}))
	);
	const by = new Map<string, string[]>();
	for (const [name, codes] of lists) {
		for (const code of codes) by.set(code, [...(by.get(code) ?? []), name]);
	}
	const named = [...by].map(([code, by]) => ({ code, by }));
	// Sorting is stable: areas named equally often keep the order in which lists mention them.
	return { pairs, named: named.sort((a, b) => b.by.length - a.by.length) };
}
