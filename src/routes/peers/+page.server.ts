import { redirect } from '@sveltejs/kit';
import { areaFinder } from '#lib/councils/find-area.ts';
import { loadAreas } from '#lib/server/areas.ts';
import { loadAtlas } from '#lib/server/atlas.ts';
import { listPeerSets, removePeerSet } from '#lib/server/peer-sets.ts';
import { readForm } from '../form-input.ts';
import type { Actions, PageServerLoad } from './$types';

/** Whose peers to find; a council that is found leads on to its page. */
export const load: PageServerLoad = async (event) => {
	const { url } = event;
	const asked = url.searchParams.get('council');
	const [atlas, areas] = await Promise.all([loadAtlas(event), loadAreas(event)]);
	const found = asked === null ? null : areaFinder(areas, atlas, atlas.asOf)(asked);
	if (found?.ok === true) {
		const search = new URLSearchParams(url.searchParams);
		search.delete('council');
		if (found.note !== null) search.set('asked', asked ?? '');
		redirect(303, `/peers/${found.code}${search.size === 0 ? '' : `?${search.toString()}`}`);
	}
	return {
		asked: asked ?? '',
		message: found?.message ?? null,
		choices: found?.choices ?? [],
		councils: atlas.areas.map(({ code, name, region }) => ({ code, name, region })),
		upper: areas.upper.map(({ code, name, kind }) => ({ code, name, kind })),
		sets: await listPeerSets(event)
	};
};

export const actions: Actions = {
	remove: async (event) => {
		const id = (await readForm(event.request)).get('id');
		if ((await event.locals.session()) === null) redirect(303, '/auth/sign-in?next=%2Fpeers');
		if (typeof id === 'string') await removePeerSet(event, id);
		redirect(303, '/peers');
	}
};
