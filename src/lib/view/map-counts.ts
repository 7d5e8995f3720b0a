import type { Atlas } from '#lib/domain/atlas.ts';
import { ORGANISATION_KINDS } from '#lib/domain/vocabulary.ts';
import type { AreaCounts } from './coverage.ts';
import type { DateWindow } from './date-window.ts';
import type { Presences } from './presence.ts';
import { WindowCounts } from './window-counts.ts';

/** Every count beside the map on a date. */
export interface MapNumbers extends AreaCounts {
	total: number;
	/** In the order of `ORGANISATION_KINDS`. */
	byKind: Uint32Array;
	/** Organisations without a place on the map. */
	unlocated: number;
}

const KINDS = ORGANISATION_KINDS.length;

/**
 * Counts what stands beside the map for any date at the speed of a slider: organisations are sorted
 * once by kind, area and whether they have a place, and a step reads sums of two binary searches each.
 */
export class MapCounts {
	readonly #counts: WindowCounts;
	readonly #areas: number;

	constructor(atlas: Atlas, presences: Presences) {
		const { count, kind, area, lon } = atlas.organisations;
		this.#areas = atlas.areas.length;
		// Area −1, no single area, takes the first place.
		const group = (row: number): number =>
			((area[row]! + 1) * KINDS + kind[row]!) * 2 + (Number.isNaN(lon[row]!) ? 1 : 0);
		this.#counts = new WindowCounts(presences, count, (this.#areas + 1) * KINDS * 2, group);
	}

	/** The numbers of a window. */
	count(window: DateWindow): MapNumbers {
		const groups = this.#counts.count(window);
		const numbers: MapNumbers = {
			total: 0,
			byKind: new Uint32Array(KINDS),
			unlocated: 0,
			inArea: new Uint32Array(this.#areas),
			withoutArea: 0
		};
		const inArea = numbers.inArea as Uint32Array;
		for (let group = 0; group < groups.length; group += 1) {
			const count = groups[group]!;
			if (count === 0) continue;
			const kindAndArea = group >> 1;
			const area = Math.floor(kindAndArea / KINDS) - 1;
			numbers.total += count;
			numbers.byKind[kindAndArea % KINDS]! += count;
			if ((group & 1) === 1) numbers.unlocated += count;
			if (area < 0) numbers.withoutArea += count;
			else inArea[area]! += count;
		}
		return numbers;
	}
}

/** The same numbers from the rows that are there: one pass, for a date that is asked for once. */
export function countRows(atlas: Atlas, shown: Int32Array): MapNumbers {
	const { kind, area, lon } = atlas.organisations;
	const inArea = new Uint32Array(atlas.areas.length);
	const byKind = new Uint32Array(KINDS);
	let unlocated = 0;
	let withoutArea = 0;
	for (const row of shown) {
		byKind[kind[row]!]! += 1;
		if (Number.isNaN(lon[row]!)) unlocated += 1;
		if (area[row]! < 0) withoutArea += 1;
		else inArea[area[row]!]! += 1;
	}
	return { total: shown.length, byKind, unlocated, inArea, withoutArea };
}
