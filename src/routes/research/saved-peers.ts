import type { RequestEvent } from '@sveltejs/kit';
import type { Atlas } from '#lib/domain/atlas.ts';
import { loadAreas } from '#lib/server/areas.ts';
import { listPeerSets } from '#lib/server/peer-sets.ts';
import { organisationsByCode } from '../peers/peer-organisations.ts';

/** A list of peers that the reader kept, as a population. */
export interface SavedPeers {
	id: string;
	name: string;
	/** Slugs of the organisations on record. */
	selection: string[];
}

/** The reader's kept lists, newest first, each as the organisations it names; none for a visitor. */
export async function listSavedPeers(event: RequestEvent, atlas: Atlas): Promise<SavedPeers[]> {
	const sets = await listPeerSets(event);
	if (sets.length === 0) return [];
	const organisations = organisationsByCode(atlas, await loadAreas(event));
	return sets.map(({ id, name, codes }) => ({
		id,
		name,
		selection: codes.flatMap((code) => {
			const row = organisations.get(code);
			return row === undefined ? [] : [atlas.organisations.slug[row]!];
		})
	}));
}
