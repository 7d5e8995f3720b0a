import type { RequestEvent } from '@sveltejs/kit';
import { backend, serviceClient } from './backend.ts';

/** Two organisations, by slug, in no order. */
export type SlugPair = readonly [a: string, b: string];

const MOST_PAIRS = 1000;

/**
 * Pairs that are not proposed again: in a network every pair that was ever put together there, without
 * one those that declined anywhere. Read past the caller's rights, since otherwise a visitor would be
 * shown what a coordinator has settled; the pairs themselves never leave the server.
 */
export async function listSettledPairs(network: string | null): Promise<SlugPair[]> {
	const client = serviceClient(await backend());
	const query = client
		.from('introductions')
		.select(
			'state, networks!introductions_network_id_fkey!inner(slug), a:organisations!introductions_organisation_a_id_fkey(slug), b:organisations!introductions_organisation_b_id_fkey(slug)'
		)
		.order('id')
		.limit(MOST_PAIRS);
	const { data, error } = await (network === null
		? query.eq('state', 'declined')
		: query.eq('networks.slug', network));
	if (error !== null) throw new Error(`The introductions could not be read: ${error.message}`);
	return data.flatMap(({ a, b }) => (a === null || b === null ? [] : [[a.slug, b.slug] as const]));
}

/** Whether the caller coordinates a network. */
export async function isCoordinator({ locals }: RequestEvent, network: string): Promise<boolean> {
	const session = await locals.session();
	if (session === null) return false;
	const { data, error } = await locals.supabase
		.from('network_roles')
		.select('role, networks!network_roles_network_id_fkey!inner(slug)')
		.eq('user_id', session.userId)
		.eq('role', 'coordinator')
		.eq('networks.slug', network)
		.limit(1);
	if (error !== null) throw new Error(`The caller's roles could not be read: ${error.message}`);
	return data.length > 0;
}

/** What became of opening an introduction. */
export type Opened = 'opened' | 'known' | 'refused' | 'unknown';

/**
 * Opens an introduction of two organisations in a network; the database refuses whoever does not
 * coordinate it.
 *
 * @returns `known` when the pair was put together there before, `unknown` when one of the three is not found
 */
export async function openIntroduction(
	{ locals }: RequestEvent,
	network: string,
	[first, second]: SlugPair,
	reason: string
): Promise<Opened> {
	const [place, bodies] = await Promise.all([
		locals.supabase.from('networks').select('id').eq('slug', network).maybeSingle(),
		locals.supabase.from('organisations').select('id').in('slug', [first, second])
	]);
	const ids = (bodies.data ?? []).map(({ id }) => id).sort();
	if (place.data === null || ids.length !== 2) return 'unknown';
	const { error } = await locals.supabase.from('introductions').insert({
		network_id: place.data.id,
		organisation_a_id: ids[0]!,
		organisation_b_id: ids[1]!,
		reason
	});
	if (error === null) return 'opened';
	if (error.code === '23505') return 'known';
	if (error.code === '42501') return 'refused';
	throw new Error(`The introduction could not be opened: ${error.message}`);
}
