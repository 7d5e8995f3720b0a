import type { Atlas } from '#lib/domain/atlas.ts';
import { matchesWords, searchWords } from '#lib/view/words.ts';

/** An organisation or an area to bring the map to. */
export interface FoundPlace {
	key: string;
	name: string;
	/** What else tells it apart: the other name that was found, its area, or that it has no place. */
	note: string;
	/** Degrees; null where it has no recorded place. */
	at: { lon: number; lat: number } | null;
	zoom: number;
	/** Row of the organisation, or of an area's council; null where there is none. */
	organisation: number | null;
}

const ORGANISATION_ZOOM = 11;
const AREA_ZOOM = 9;

/**
 * Organisations and areas by any of their names; names that begin with the words come first, then by
 * length, so that the exact name is on top.
 */
export function findPlaces(atlas: Atlas, query: string, most: number): FoundPlace[] {
	const words = searchWords(query);
	if (words.length === 0) return [];
	const { organisations, areas } = atlas;
	const found: (FoundPlace & { rank: number })[] = [];
	const rank = (name: string): number =>
		(name.toLowerCase().startsWith(query.trim().toLowerCase()) ? 0 : 1000) + name.length;

	for (let row = 0; row < organisations.count; row += 1) {
		const name = organisations.name[row]!;
		const names = [name, ...(organisations.otherNames.get(row) ?? [])];
		const hit = names.find((candidate) => matchesWords(candidate, words));
		if (hit === undefined) continue;
		const [lon, lat] = [organisations.lon[row]!, organisations.lat[row]!];
		const isPlaced = !Number.isNaN(lon);
		const where = areas[organisations.area[row]!]?.name ?? '';
		found.push({
			key: `organisation-${organisations.slug[row]!}`,
			name,
			note: !isPlaced ? 'no recorded place' : hit !== name ? `also ${hit}` : where,
			at: isPlaced ? { lon, lat } : null,
			zoom: ORGANISATION_ZOOM,
			organisation: row,
			rank: rank(hit)
		});
	}
	for (const { code, name, region, lon, lat, council } of areas) {
		if (lon === null || lat === null || !matchesWords(name, words)) continue;
		const note = `area, ${region}`;
		// An organisation goes before an area of the same name.
		found.push({
			key: code,
			name,
			note,
			at: { lon, lat },
			zoom: AREA_ZOOM,
			organisation: council,
			rank: rank(name) + 0.5
		});
	}
	return found
		.sort((a, b) => a.rank - b.rank || a.name.localeCompare(b.name, 'en-GB'))
		.slice(0, most)
		.map(({ rank: _, ...place }) => place);
}
