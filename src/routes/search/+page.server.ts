import { error, redirect } from '@sveltejs/kit';
import { searches } from '#lib/server/http/asking-limits.ts';
import { waitWords } from '#lib/server/http/rate-limits.ts';
import { loadSearch } from '#lib/server/search.ts';
import { joinRepeated } from '#lib/view/form-search.ts';
import { foundHit } from '#lib/search/found-hit.ts';
import { GROUP_LISTS, GROUP_WORDS } from '#lib/search/group-words.ts';
import { typedWords } from '#lib/search/typed-words.ts';
import type { PageServerLoad } from './$types';

const MOST_OF_GROUP = 30;

export const load: PageServerLoad = async (event) => {
	const { url } = event;
	const joined = joinRepeated(url.searchParams);
	if (joined !== null) redirect(303, url.pathname + joined);

	const query = typedWords(url.searchParams);
	if (query === '') return { query, total: 0, groups: [], readAs: [] };
	const waitSeconds = await searches(event);
	if (waitSeconds !== null) {
		event.setHeaders({ 'retry-after': String(waitSeconds) });
		error(
			429,
			`Too many searches came from your address. Please wait ${waitWords(waitSeconds)} and search again.`
		);
	}
	const { groups, total, readAs } = (await loadSearch(event)).find(query, MOST_OF_GROUP);
	return {
		query,
		total,
		readAs,
		groups: groups.map(({ group, total: found, hits }) => {
			const shown = hits.map(foundHit);
			const list = GROUP_LISTS[group];
			return {
				group,
				title: GROUP_WORDS[group],
				total: found,
				named: shown.filter(({ isMention }) => !isMention),
				mentions: shown.filter(({ isMention }) => isMention),
				rest: found > shown.length && list !== undefined ? `${list}?q=${encodeURIComponent(query)}` : null
			};
		})
	};
};
