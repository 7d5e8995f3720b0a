import type { RequestEvent } from '@sveltejs/kit';
import type { PeerSetOrigin } from '#lib/council-peers/kept-list.ts';
import { assertRead, assertWritten } from './database-fault.ts';

/** A list of councils that somebody named and kept. */
export interface PeerSet {
	id: string;
	name: string;
	codes: string[];
	isShared: boolean;
	/** How the list came about; null where that is not on record. */
	origin: PeerSetOrigin | null;
}

const COLUMNS = 'id, name, area_codes, is_shared, council_code, setting, universe, model';
const MOST_LISTED = 100;

interface Row {
	id: string;
	name: string;
	area_codes: string[];
	is_shared: boolean;
	council_code: string | null;
	setting: string | null;
	universe: string | null;
	model: string | null;
}

/** The caller's own sets, newest first; none for a visitor. */
export async function listPeerSets({ locals }: Pick<RequestEvent, 'locals'>): Promise<PeerSet[]> {
	const session = await locals.session();
	if (session === null) return [];
	const { data, error } = await locals.supabase
		.from('peer_sets')
		.select(COLUMNS)
		.eq('user_id', session.userId)
		.order('created_at', { ascending: false })
		.limit(MOST_LISTED);
	assertRead(error, 'The lists of peers');
	return data.map(peerSet);
}

/** One set, if it is the caller's own or shared; null otherwise. Shared ones are found by their address only. */
export async function findPeerSet(
	{ locals }: Pick<RequestEvent, 'locals'>,
	id: string
): Promise<PeerSet | null> {
	const { data, error } = await locals.supabase.rpc('peer_set_at', { address: id }).maybeSingle();
	assertRead(error, 'The list of peers');
	// What a function answers is typed as if every column could be empty; these cannot.
	return data === null ? null : peerSet(data as Row);
}

/**
 * Keeps a set for whoever is signed in.
 *
 * @returns its id
 */
export async function savePeerSet(
	{ locals }: RequestEvent,
	{ name, codes, isShared, origin }: Omit<PeerSet, 'id'>
): Promise<string> {
	const { data, error } = await locals.supabase
		.from('peer_sets')
		.insert({
			name,
			area_codes: codes,
			is_shared: isShared,
			council_code: origin?.councilCode ?? null,
			setting: origin?.search ?? null,
			universe: origin?.universe ?? null,
			model: origin?.model ?? null
		})
		.select('id')
		.single();
	assertWritten(error, 'This list could not be saved. Please try again.');
	return data.id;
}

/** Removes one of the caller's own sets; another's stays, since its owner alone may remove it. */
export async function removePeerSet({ locals }: RequestEvent, id: string): Promise<void> {
	const { error } = await locals.supabase.from('peer_sets').delete().eq('id', id);
	assertWritten(error, 'This list could not be removed. Please try again.');
}

function peerSet({ id, name, area_codes, is_shared, council_code, setting, universe, model }: Row): PeerSet {
	const origin =
		council_code === null || setting === null || universe === null || model === null
			? null
			: { councilCode: council_code, search: setting, universe, model };
	return { id, name, codes: area_codes, isShared: is_shared, origin };
}
