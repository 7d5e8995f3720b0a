import type { RequestEvent } from '@sveltejs/kit';
import type { Atlas } from '#lib/domain/atlas.ts';
import { ORGANISATION_KINDS } from '#lib/domain/vocabulary.ts';
import { loadAreas } from '#lib/server/areas.ts';
import { listPeerSets } from '#lib/server/peer-sets.ts';
import { organisationsByCode } from '#lib/council-peers/peer-organisations.ts';
import type { Bodies } from './research-address.ts';

/** A list of peers that the reader kept, as a population. */
export interface SavedPeers {
	id: string;
	name: string;
	/** Slugs of the organisations on record. */
	selection: string[];
	/** Whether all of them are councils. */
	bodies: Bodies;
}

/** The reader's kept lists, newest first, each as the organisations it names; none for a visitor. */
export async function listSavedPeers(event: RequestEvent, atlas: Atlas): Promise<SavedPeers[]> {
	const sets = await listPeerSets(event);
	if (sets.length === 0) return [];
	const organisations = organisationsByCode(atlas, await loadAreas(event));
	return sets.map(({ id, name, codes }) => {
		const rows = codes.flatMap((code) => organisations.get(code) ?? []);
		const isCouncil = (row: number) => ORGANISATION_KINDS[atlas.organisations.kind[row]!] === 'council';
		return {
			id,
			name,
			selection: rows.map((row) => atlas.organisations.slug[row]!),
			bodies: rows.every(isCouncil) ? 'councils' : 'all'
		};
	});
}
