import { isSilent } from '#lib/domain/counting.ts';
import { recordOf } from './practices-of.ts';
import type { Selection } from './selection.ts';

/**
 * Rows of the organisations of which nothing may be said about the practices that a view asks for: the record
 * of one of these is silent about them, and no other is on record with them either. Nobody, where a view
 * names no practice: then it asks about no record.
 */
export function silentOrganisations({ atlas, view, practices }: Selection): Set<number> {
	const silent = new Set<number>();
	if (view.practices.length === 0 && recordOf(atlas, view) === null) return silent;
	for (const practice of practices) {
		for (const row of atlas.adoptionGaps.get(practice) ?? []) {
			if (isSilent(atlas, row, practice)) silent.add(row);
		}
	}
	const { adoptions, index } = atlas;
	for (const practice of practices) {
		const rows = index.adoptionsOfPractice;
		for (let at = rows.start[practice]!; at < rows.start[practice + 1]!; at += 1) {
			silent.delete(adoptions.organisation[rows.rows[at]!]!);
		}
	}
	return silent;
}
