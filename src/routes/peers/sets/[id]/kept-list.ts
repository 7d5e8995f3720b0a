import { error, type RequestEvent } from '@sveltejs/kit';
import { keptCouncils, keptSetting, type KeptList } from '#lib/council-peers/kept-list.ts';
import { isoDay } from '#lib/domain/day.ts';
import { loadAreas } from '#lib/server/areas.ts';
import { loadAtlas } from '#lib/server/atlas.ts';
import { findPeerSet } from '#lib/server/peer-sets.ts';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads a list that is the caller's own or shared; 404 for any other. */
export async function loadKeptList(event: RequestEvent, id: string): Promise<KeptList> {
	const set = ID.test(id) ? await findPeerSet(event, id) : null;
	if (set === null) error(404, 'There is no list at this address, or its owner has not shared it.');
	const [atlas, areas] = await Promise.all([loadAtlas(event), loadAreas(event)]);
	return {
		id: set.id,
		name: set.name,
		isShared: set.isShared,
		councils: keptCouncils(atlas, areas, set.codes),
		setting: set.origin === null ? null : keptSetting(atlas, areas, set.origin),
		asOf: isoDay(atlas.asOf)
	};
}
