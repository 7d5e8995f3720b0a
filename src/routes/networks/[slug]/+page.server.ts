import { error } from '@sveltejs/kit';
import { formatDay, parseDay } from '#lib/domain/day.ts';
import { loadAtlas } from '#lib/server/atlas.ts';
import { assertRead } from '#lib/server/database-fault.ts';
import { countReach } from '#lib/view/reach.ts';
import { select } from '#lib/view/selection.ts';
import { DEFAULT_VIEW } from '#lib/view/view.ts';
import { wherePresent } from '#lib/view/where-present.ts';
import { networkProfile } from '#lib/view/network-profile.ts';
import type { PageServerLoad } from './$types';

/** What a network is: its idea, its framework, its people and its timeline. */
export const load: PageServerLoad = async (event) => {
	const { params, locals } = event;
	const atlas = await loadAtlas(event);
	const row = atlas.index.networkBySlug.get(params.slug);
	if (row === undefined) error(404, 'There is no network at this address, or you cannot see it.');
	const { data, error: unread } = await locals.supabase
		.from('networks')
		.select(
			'note, source_url, frameworks!frameworks_network_id_fkey(name, source_url, note), milestones!milestones_network_id_fkey(id, happened_on, happened_precision, title, note, source_url)'
		)
		.eq('slug', params.slug)
		.maybeSingle();
	assertRead(unread, 'The network');
	const profile = networkProfile(atlas, row);
	const selection = select(atlas, { ...DEFAULT_VIEW, network: profile.slug });
	return {
		profile,
		where: wherePresent(selection),
		reach: countReach(selection),
		isSample: profile.isSample,
		sourceUrl: data?.source_url ?? null,
		note: data?.note ?? null,
		framework: data?.frameworks[0] ?? null,
		milestones: (data?.milestones ?? [])
			.sort((a, b) => a.happened_on.localeCompare(b.happened_on))
			.map(({ id, happened_on, happened_precision, title, note, source_url }) => ({
				id,
				when: formatDay(parseDay(happened_on) ?? 0, happened_precision),
				day: happened_on,
				title,
				note,
				sourceUrl: source_url
			}))
	};
};
