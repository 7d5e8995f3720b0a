import type { Atlas } from './atlas.ts';
import { isHandedOn } from './counting.ts';
import type { Day } from './day.ts';
import { rowsOf } from './row-index.ts';

/** An organisation before or after another, and the day of the change; null where it is not recorded. */
export interface Kin {
	organisation: number;
	on: Day | null;
}

/** Who followed whom, by row of the organisation. */
export interface Lineage {
	before: ReadonlyMap<number, readonly Kin[]>;
	after: ReadonlyMap<number, readonly Kin[]>;
}

/** Reads who followed whom. */
export function lineageOf({ successions }: Pick<Atlas, 'successions'>): Lineage {
	const before = new Map<number, Kin[]>();
	const after = new Map<number, Kin[]>();
	for (const { predecessor, successor, on } of successions) {
		before.set(successor, [...(before.get(successor) ?? []), { organisation: predecessor, on }]);
		after.set(predecessor, [...(after.get(predecessor) ?? []), { organisation: successor, on }]);
	}
	return { before, after };
}

/** Everyone before an organisation, through as many changes as are recorded, the nearest first; each once. */
export function ancestorsOf(organisation: number, { before }: Lineage): number[] {
	const found = new Set<number>();
	let nearest = [organisation];
	while (nearest.length > 0) {
		nearest = nearest
			.flatMap((row) => (before.get(row) ?? []).map((kin) => kin.organisation))
			.filter((row) => row !== organisation && !found.has(row));
		for (const row of nearest) found.add(row);
	}
	return [...found];
}

/**
 * Adoptions that an organisation has from those before it: what each of them had in place when it closed, and what
 * these had inherited themselves. Whoever has a record of a practice of its own inherits nothing of it: its own
 * record says what became of it.
 *
 * @returns rows of adoptions, of one practice more than one where several before it had it
 */
export function inheritedAdoptions(
	atlas: Pick<Atlas, 'organisations' | 'adoptions' | 'index'>,
	organisation: number,
	lineage: Lineage
): number[] {
	return inherit(atlas, organisation, lineage, new Set([organisation]));
}

function inherit(
	atlas: Pick<Atlas, 'organisations' | 'adoptions' | 'index'>,
	organisation: number,
	lineage: Lineage,
	seen: Set<number>
): number[] {
	const { adoptions, index } = atlas;
	const practicesOf = (row: number) =>
		new Set(rowsOf(index.adoptionsOfOrganisation, row).map((adoption) => adoptions.practice[adoption]!));
	const own = practicesOf(organisation);
	return (lineage.before.get(organisation) ?? []).flatMap((kin) => {
		// What people wrote may go in a circle.
		if (seen.has(kin.organisation)) return [];
		seen.add(kin.organisation);
		const handed = Array.from(rowsOf(index.adoptionsOfOrganisation, kin.organisation)).filter((row) =>
			isHandedOn(atlas, row)
		);
		return [...handed, ...inherit(atlas, kin.organisation, lineage, seen)].filter(
			(row) => !own.has(adoptions.practice[row]!)
		);
	});
}
