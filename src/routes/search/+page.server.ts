import { assertRead } from '#lib/server/database-fault.ts';
import { loadAtlas } from '#lib/server/atlas.ts';
import type { Atlas } from '#lib/domain/atlas.ts';
import { joinRepeated } from '#lib/view/form-search.ts';
import { searches } from '#lib/server/http/asking-limits.ts';
import { waitWords } from '#lib/server/http/rate-limits.ts';
import { error, redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

const MAX_QUERY = 100;
const MAX_HITS = 60;

export const load: PageServerLoad = async (event) => {
	const { url, locals } = event;
	const joined = joinRepeated(url.searchParams);
	if (joined !== null) redirect(303, url.pathname + joined);

	// No name has a control character, and a database refuses the null among them.
	const typed = (url.searchParams.get('q') ?? '').replace(/\p{Cc}+/gu, ' ');
	const query = typed.trim().slice(0, MAX_QUERY);
	if (query === '') return { query, hits: [] };
	const waitSeconds = await searches(event);
	if (waitSeconds !== null) {
		event.setHeaders({ 'retry-after': String(waitSeconds) });
		error(
			429,
			`Too many searches came from your address. Please wait ${waitWords(waitSeconds)} and search again.`
		);
	}
	const { data, error: fault } = await locals.supabase.rpc('search', { q: query, max_hits: MAX_HITS });
	assertRead(fault, 'The search');
	const atlas = await loadAtlas(event);
	return {
		query,
		hits: data.map(({ kind, slug, title, detail }) => ({
			kind,
			slug,
			title,
			detail,
			isSample: isSample(atlas, kind, slug)
		}))
	};
};

/** Whether a hit is of the invented sample network, which is searched beside what is real. */
function isSample(
	{ index, organisations, practices, links }: Atlas,
	kind: string | null,
	slug: string | null
): boolean {
	switch (kind) {
		case 'organisation':
			return organisations.isSample[index.organisationBySlug.get(slug ?? '') ?? -1] === 1;
		case 'practice':
			return practices[index.practiceBySlug.get(slug ?? '') ?? -1]?.isSample === true;
		default:
			return links[index.linkBySlug.get(slug ?? '') ?? -1]?.isSample === true;
	}
}
