import { compareNames, type NameComparison } from './compare-names.ts';
import type { Corpus, Entry } from './corpus.ts';

/** Whether two bodies agree in something, differ in it, or it is not known of both. */
export type Agreement = 'same' | 'different' | 'not known';

/** Two bodies compared in all that is known of both. */
export interface Comparison {
	left: Entry;
	right: Entry;
	name: NameComparison;
	/** The names that are most alike, by their place in the lists of names. */
	nameAt: [number, number];
	identifier: Agreement;
	/** Which register the identifier is of; `null` where none is known of both. */
	scheme: string | null;
	host: Agreement;
	place: Agreement;
}

/** Compares two bodies: the best pair of their names, identifiers of the same register, sites and areas. */
export function compare(corpus: Corpus, left: Entry, right: Entry): Comparison {
	let name: NameComparison | null = null;
	let nameAt: [number, number] = [0, 0];
	for (let a = 0; a < left.names.length; a += 1) {
		for (let b = 0; b < right.names.length; b += 1) {
			const found = compareNames(corpus, left.names[a]!, right.names[b]!);
			if (
				name === null ||
				found.level > name.level ||
				(found.level === name.level && found.shared > name.shared)
			) {
				name = found;
				nameAt = [a, b];
			}
		}
	}
	const { agreement: identifier, scheme } = identifiers(left, right);
	return {
		left,
		right,
		name: name ?? { level: 0, shared: 0, likeness: 0, onlyLeft: [], onlyRight: [] },
		nameAt,
		identifier,
		scheme,
		host: hosts(left.hosts, right.hosts),
		place:
			left.place === null || right.place === null
				? 'not known'
				: left.place === right.place
					? 'same'
					: 'different'
	};
}

function identifiers(left: Entry, right: Entry): { agreement: Agreement; scheme: string | null } {
	let differs: string | null = null;
	for (const [scheme, value] of left.identifiers) {
		const other = right.identifiers.get(scheme);
		if (other === undefined) continue;
		if (other === value) return { agreement: 'same', scheme };
		differs = scheme;
	}
	return differs === null
		? { agreement: 'not known', scheme: null }
		: { agreement: 'different', scheme: differs };
}

function hosts(left: readonly string[], right: readonly string[]): Agreement {
	if (left.length === 0 || right.length === 0) return 'not known';
	return left.some((host) => right.includes(host)) ? 'same' : 'different';
}
