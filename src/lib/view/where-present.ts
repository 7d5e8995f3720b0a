import type { Selection } from './selection.ts';

/** In which areas a selection has anybody on its date, as hexagons. */
export interface WherePresent {
	/** `period` 1: somebody is there; null: nobody on record. */
	cells: { q: number; r: number; period: 1 | null }[];
	/** Areas with anybody, out of all; those who sit in no single area are in neither. */
	covered: number;
	areas: number;
}

/** Where the organisations of a selection sit. */
export function wherePresent({ atlas, organisations }: Selection): WherePresent {
	const there = new Set(Array.from(organisations, (row) => atlas.organisations.area[row]!));
	return {
		cells: atlas.areas.flatMap(({ hex }, area) =>
			hex === null ? [] : [{ ...hex, period: there.has(area) ? (1 as const) : null }]
		),
		covered: atlas.areas.filter((_, area) => there.has(area)).length,
		areas: atlas.areas.length
	};
}
