import { error, redirect } from '@sveltejs/kit';
import { loadAtlas } from '#lib/server/atlas.ts';
import { organisationReading } from '#lib/council-peers/organisation-reading.ts';
import type { PageServerLoad } from './$types';

/** Peers of an organisation that is not a council; a council has its own page. */
export const load: PageServerLoad = async (event) => {
	const atlas = await loadAtlas(event);
	const row = atlas.index.organisationBySlug.get(event.params.slug);
	if (row === undefined) error(404, 'There is no organisation at this address, or you cannot see it.');
	const area = atlas.areas.find(({ council }) => council === row);
	if (area !== undefined) redirect(303, `/peers/${area.code}`);
	return { reading: organisationReading(atlas, row) };
};
