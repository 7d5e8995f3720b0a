import type { FactsIndicator } from './council-facts.ts';
import type { Unpublished } from './published.ts';

/** Figures that one nation or several do not publish, for a reader. */
export interface UnpublishedInWords {
	/** "Northern Ireland", "Scotland and Northern Ireland". */
	nations: string;
	labels: string[];
}

const NAMES = new Intl.ListFormat('en-GB');

/** Gathers the indicators that a comparison leaves out by who does not publish them, the most first. */
export function unpublishedInWords(
	indicators: readonly FactsIndicator[],
	missing: readonly Unpublished[]
): UnpublishedInWords[] {
	const labels = new Map(indicators.map(({ column, label }) => [column, label]));
	const found = new Map<string, string[]>();
	for (const { column, nations } of missing) {
		const label = labels.get(column);
		const where = NAMES.format(nations);
		if (label !== undefined) found.set(where, [...(found.get(where) ?? []), label]);
	}
	return [...found]
		.map(([nations, labels]) => ({ nations, labels }))
		.sort((a, b) => b.labels.length - a.labels.length);
}
