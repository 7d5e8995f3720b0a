import type { RequestEvent } from '@sveltejs/kit';

/** A group of councils that somebody saved while comparing. */
export interface PeerSet {
	id: string;
	name: string;
	areas: string[];
}

/** The sets that the caller has saved, newest first; none for a visitor. */
export async function listPeerSets({ locals }: Pick<RequestEvent, 'locals'>): Promise<PeerSet[]> {
	const session = await locals.session();
	if (session === null) return [];
	const { data } = await locals.supabase
		.from('peer_sets')
		.select('id, name, area_codes')
		.eq('user_id', session.userId)
		.order('created_at', { ascending: false })
		.limit(50);
	return (data ?? []).map(({ id, name, area_codes }) => ({ id, name, areas: area_codes }));
}
