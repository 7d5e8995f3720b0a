import { json } from '@sveltejs/kit';
import { suggestions } from '#lib/server/http/asking-limits.ts';
import { loadSearch } from '#lib/server/search.ts';
import { foundHit } from '#lib/search/found-hit.ts';
import type { FoundHit } from '#lib/search/found-hit.ts';
import { GROUP_WORDS } from '#lib/search/group-words.ts';
import { typedWords } from '#lib/search/typed-words.ts';
import type { RequestHandler } from './$types';

const MOST = 8;

export interface SuggestedGroup {
	title: string;
	hits: FoundHit[];
}

/** The best few of what a search would find, for whoever still types. */
export const GET: RequestHandler = async (event) => {
	const headers = { 'cache-control': 'private, no-store', vary: 'Cookie' };
	const waitSeconds = await suggestions(event);
	if (waitSeconds !== null) {
		const message = 'Too many searches came from your address. Please wait a moment.';
		return json({ message }, { status: 429, headers: { ...headers, 'retry-after': String(waitSeconds) } });
	}
	const { groups, total } = (await loadSearch(event)).find(typedWords(event.url.searchParams), MOST);
	const best = new Set(
		groups
			.flatMap(({ hits }) => hits)
			.sort((a, b) => b.score - a.score)
			.slice(0, MOST)
	);
	const suggested: SuggestedGroup[] = groups
		.map(({ group, hits }) => ({
			title: GROUP_WORDS[group],
			hits: hits.filter((hit) => best.has(hit)).map(foundHit)
		}))
		.filter(({ hits }) => hits.length > 0);
	return json({ groups: suggested, total }, { headers });
};
