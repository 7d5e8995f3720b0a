import { councilTypes } from '#lib/councils/council-types.ts';
import type { CouncilFacts } from './council-facts.ts';
import { unpublished, type Unpublished } from './published.ts';

/** Who a council is compared with: its own type, its nation, its region, or everyone of its tier. */
export const WITHIN = ['type', 'nation', 'region', 'all'] as const;
export type Within = (typeof WITHIN)[number];

/** The councils that are ranked together. */
export interface ComparisonGroup {
	/** Rows of the facts, the asking council's own among them. */
	rows: number[];
	/** What they are, in words: "metropolitan districts", "councils in Wales". */
	name: string;
	/** Whether a council of the group, by its row in the facts, compares itself with this very group. */
	asks: (row: number) => boolean;
	/** One an indicator: whether it is published for every nation in the group, and so counts. */
	isCounted: boolean[];
	/** Those that are not, with the nations that lack them. */
	unpublished: Unpublished[];
	/** Something a reader must know of this group; null when there is nothing. */
	note: string | null;
}

/** In a smaller group the ten most alike would be most of those there are, so all councils of the tier are compared. */
export const LEAST_OF_A_TYPE = 30;

/** Below this many councils, being near says little. */
const SMALL = 30;

/**
 * The comparison group of one council.
 *
 * @param row the council's row in the facts
 */
export function comparisonGroup(facts: CouncilFacts, row: number, within: Within): ComparisonGroup {
	const { areas } = facts;
	const own = areas[row]!;
	const everyone = [...areas.keys()];
	const rowsWhere = (isIn: (area: (typeof areas)[number]) => boolean) =>
		everyone.filter((at) => isIn(areas[at]!));

	if (within === 'type') {
		const small = smallTypes(facts);
		const ofType = rowsWhere(({ kind }) => kind === own.kind);
		if (!small.has(own.kind)) return group(facts, ofType, councilTypes(own.kind), () => true, null);
		const asks = (at: number) => small.has(areas[at]!.kind);
		const note =
			ofType.length === 1
				? `${own.name} is the only council of its type, so it is compared with all ${everyone.length} councils of the United Kingdom.`
				: `There are only ${ofType.length} ${councilTypes(own.kind)}, too few to say who is alike, so ${own.name} is compared with all ${everyone.length} councils of the United Kingdom.`;
		if (everyone.length > ofType.length) return group(facts, everyone, nameOf('all', facts, row), asks, note);
		return group(facts, everyone, councilTypes(own.kind), () => true, smallNote(everyone.length));
	}
	const rows = {
		nation: () => rowsWhere(({ nation }) => nation === own.nation),
		region: () => rowsWhere(({ region }) => region === own.region),
		all: () => everyone
	}[within]();
	const isMixed = new Set(rows.map((at) => areas[at]!.kind)).size > 1;
	const note =
		smallNote(rows.length) ??
		(isMixed
			? 'These councils are of different types, with different duties; their own type is the safer comparison.'
			: null);
	return group(facts, rows, nameOf(within, facts, row), () => true, note);
}

/** Types of council that are too few to be compared among themselves. */
function smallTypes({ areas }: CouncilFacts): Set<string> {
	const count = new Map<string, number>();
	for (const { kind } of areas) count.set(kind, (count.get(kind) ?? 0) + 1);
	return new Set([...count].flatMap(([kind, members]) => (members < LEAST_OF_A_TYPE ? [kind] : [])));
}

/**
 * A group of some areas, with what is not published for all of its nations left out.
 *
 * @param rows of the facts
 * @param name what they are, in words
 */
export function group(
	facts: CouncilFacts,
	rows: number[],
	name: string,
	asks: ComparisonGroup['asks'],
	note: string | null
): ComparisonGroup {
	const missing = unpublished(facts.table, rows, (row) => facts.areas[row]!.nation);
	const without = new Set(missing.map(({ column }) => column));
	// Where nothing is published for everyone, what there is must do.
	const isCounted = facts.table.columns.map(
		(column) => without.size === facts.table.columns.length || !without.has(column)
	);
	return { rows, name, asks, isCounted, unpublished: missing, note };
}

function nameOf(within: Exclude<Within, 'type'>, { areas }: CouncilFacts, row: number): string {
	const { kind, nation, region } = areas[row]!;
	const place = { nation, region, all: 'the United Kingdom' }[within];
	const what = kind === 'county' || kind === 'combined authority' ? councilTypes(kind) : 'councils';
	return `${what} in ${place}`;
}

/** Said of a group in which being near says little; null of a larger one. */
export function smallNote(members: number): string | null {
	return members < SMALL
		? `There are only ${members} areas in this group, so being near among them says little.`
		: null;
}
