import { error } from '@sveltejs/kit';
import type { Atlas } from '#lib/domain/atlas.ts';
import { parseView } from '#lib/view/view.ts';
import type { View } from '#lib/view/view.ts';

/**
 * The view of a download. A page may leave out what it does not understand, and say so; a file cannot say
 * so, and must never hold more than was asked for. A name that is not known is kept, and nobody meets it.
 *
 * @throws 400 where a part of the address is damaged, 404 where its network is not known
 */
export function downloadView(atlas: Atlas, search: URLSearchParams): View {
	const { view, problems } = parseView(search);
	if (problems.length > 0) error(400, `${problems.join(' ')} So there is no file for this address.`);
	if (view.network !== null && !atlas.index.networkBySlug.has(view.network)) {
		error(404, `There is no network “${view.network}” that you can see, so there is nothing to download.`);
	}
	return view;
}

/**
 * Words of a page's own filter in the address of a download.
 *
 * @throws 400 where one of them is not among the words the filter knows
 */
export function assertWords(search: URLSearchParams, name: string, known: readonly string[]): void {
	const unknown = (search.get(name) ?? '').split('~').find((word) => word !== '' && !known.includes(word));
	if (unknown !== undefined) error(400, `The list knows no ${name} “${unknown.slice(0, 40)}”.`);
}
