import type { RequestEvent } from '@sveltejs/kit';
import { assertRead } from './database-fault.ts';

/** Two organisations, by slug, in no order. */
export type SlugPair = readonly [a: string, b: string];

// The API cuts longer answers without a word.
const PAGE_ROWS = 1000;

/**
 * Pairs that are not proposed to the caller again: those that declined in any network that they coordinate,
 * and every pair that was ever put together in the network at hand. Read under the caller's own rights, so
 * that others get none: from a list without the settled pairs, and one of all pairs worked out from the
 * public atlas, anybody could tell who declined.
 *
 * @param network slug of the network at hand; null for none
 */
export async function listSettledPairs(
	{ locals }: Pick<RequestEvent, 'locals'>,
	network: string | null
): Promise<SlugPair[]> {
	if ((await locals.session()) === null) return [];
	const pairs: SlugPair[] = [];
	for (let from = 0; ; from += PAGE_ROWS) {
		const { data, error } = await locals.supabase
			.from('introductions')
			.select(
				'state, networks!introductions_network_id_fkey(slug), a:organisations!introductions_organisation_a_id_fkey(slug), b:organisations!introductions_organisation_b_id_fkey(slug)'
			)
			.order('id')
			.range(from, from + PAGE_ROWS - 1);
		assertRead(error, 'The introductions');
		for (const { state, networks, a, b } of data) {
			// One of the two may have been archived since.
			if (a === null || b === null) continue;
			if (state === 'declined' || networks?.slug === network) pairs.push([a.slug, b.slug]);
		}
		if (data.length < PAGE_ROWS) return pairs;
	}
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
