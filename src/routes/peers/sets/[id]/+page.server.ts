import { error } from '@sveltejs/kit';
import { factsOfCode } from '#lib/peers/council-facts.ts';
import { councilType } from '#lib/peers/council-types.ts';
import { loadAreas } from '#lib/server/areas.ts';
import { loadAtlas } from '#lib/server/atlas.ts';
import { findPeerSet } from '#lib/server/peer-sets.ts';
import { organisationsByCode } from '../../peer-organisations.ts';
import type { PageServerLoad } from './$types';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A list of councils that somebody kept under a name. */
export const load: PageServerLoad = async (event) => {
	const set = ID.test(event.params.id) ? await findPeerSet(event, event.params.id) : null;
	if (set === null) error(404, 'There is no list at this address, or its owner has not shared it.');
	const [atlas, areas] = await Promise.all([loadAtlas(event), loadAreas(event)]);
	const organisations = organisationsByCode(atlas, areas);
	return {
		name: set.name,
		isShared: set.isShared,
		councils: set.codes.map((code) => {
			const placed = factsOfCode(areas, atlas.areas, code);
			const area = placed?.facts.areas[placed.row];
			const organisation = organisations.get(code);
			return {
				code,
				name: area?.name ?? code,
				type: area === undefined ? null : councilType(area.kind),
				region: area?.region ?? null,
				slug: organisation === undefined ? null : atlas.organisations.slug[organisation]!
			};
		})
	};
};
