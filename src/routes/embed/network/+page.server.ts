import { parseChoice } from '#lib/view/network-choice.ts';
import { parseView } from '#lib/view/view.ts';
import { computed } from '../../answers.ts';
import { askedOfServer } from '../../network/network-address.ts';
import type { PageServerLoad } from './$types';

/** The network to stand in another page: what any visitor sees, as every address under `/embed` does. */
export const load: PageServerLoad = async (event) => {
	const { view } = parseView(event.url.searchParams);
	const { choice } = parseChoice(askedOfServer(event.url.searchParams));
	return computed(event, 'network-frame', { view, choice });
};
