import { joinRepeated } from '#lib/view/form-search.ts';
import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

const MAX_QUERY = 100;
const MAX_HITS = 60;

export const load: PageServerLoad = async ({ url, locals }) => {
	const joined = joinRepeated(url.searchParams);
	if (joined !== null) redirect(303, url.pathname + joined);

	// No name has a control character, and a database refuses the null among them.
	const typed = (url.searchParams.get('q') ?? '').replace(/\p{Cc}+/gu, ' ');
	const query = typed.trim().slice(0, MAX_QUERY);
	if (query === '') return { query, hits: [] };
	const { data, error } = await locals.supabase.rpc('search', { q: query, max_hits: MAX_HITS });
	if (error !== null) throw new Error(`The search failed: ${error.message}`);
	return { query, hits: data.map(({ kind, slug, title, detail }) => ({ kind, slug, title, detail })) };
};
