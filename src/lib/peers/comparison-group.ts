import { councilTypes } from '#lib/councils/council-types.ts';
import type { CouncilFacts } from './council-facts.ts';

/** Whom a council is compared with: its own type, its nation, its region, or everyone of its tier. */
export const WITHIN = ['type', 'nation', 'region', 'all'] as const;
export type Within = (typeof WITHIN)[number];

/** The councils that are standardised and ranked together. */
export interface ComparisonGroup {
	/** Rows of the facts, the asking council's own among them. */
	rows: number[];
	/** What they are, in words: "metropolitan districts", "councils in Wales". */
	name: string;
	/** Whether the others compare themselves with this council too; not where it joined a type that is not its own. */
	isMutual: boolean;
	/** Something a reader must know of this group; null when there is nothing. */
	note: string | null;
}

/** A type of one council only is compared with the type nearest to it in law and duties. */
const NEAREST_TYPE: Readonly<Record<string, string>> = { city_of_london: 'london_borough' };

/** Below this many councils, a standard deviation says little. */
const SMALL = 8;

/**
 * The comparison group of one council.
 *
 * @param row the council's row in the facts
 */
export function comparisonGroup({ areas }: CouncilFacts, row: number, within: Within): ComparisonGroup {
	const own = areas[row]!;
	const rowsWhere = (isIn: (area: (typeof areas)[number]) => boolean) =>
		areas.flatMap((area, at) => (at === row || isIn(area) ? [at] : []));

	if (within === 'type') {
		const like = NEAREST_TYPE[own.kind];
		const rows = rowsWhere(({ kind }) => kind === (like ?? own.kind));
		if (like === undefined)
			return { rows, name: councilTypes(own.kind), isMutual: true, note: smallNote(rows) };
		return {
			rows,
			name: councilTypes(like),
			isMutual: false,
			note: `${own.name} is the only council of its type, so it is compared with the ${councilTypes(like)}; it differs from all of them.`
		};
	}
	const group = {
		nation: { rows: rowsWhere(({ nation }) => nation === own.nation), place: own.nation },
		region: { rows: rowsWhere(({ region }) => region === own.region), place: own.region },
		all: { rows: [...areas.keys()], place: 'the United Kingdom' }
	}[within];
	const kinds = new Set(group.rows.map((at) => areas[at]!.kind));
	const only = kinds.size === 1 ? [...kinds][0]! : null;
	return {
		rows: group.rows,
		isMutual: true,
		name: `${only === 'county' || only === 'combined authority' ? councilTypes(only) : 'councils'} in ${group.place}`,
		note:
			smallNote(group.rows) ??
			(kinds.size > 1
				? 'These councils are of different types, with different duties; their own type is the safer comparison.'
				: null)
	};
}

function smallNote(rows: readonly number[]): string | null {
	return rows.length < SMALL
		? `There are only ${rows.length} areas in this group, so being near among them says little.`
		: null;
}
