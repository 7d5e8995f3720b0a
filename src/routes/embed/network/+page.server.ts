import { loadAtlas } from '#lib/server/atlas.ts';
import { parseChoice } from '#lib/view/network-choice.ts';
import { parseView } from '#lib/view/view.ts';
import { measuredPicture, networkFrame } from '../../network/network-frame.ts';
import type { PageServerLoad } from './$types';

/** The network to stand in another page: what any visitor sees, as every address under `/embed` does. */
export const load: PageServerLoad = async (event) => {
	const atlas = await loadAtlas(event);
	const { view } = parseView(event.url.searchParams);
	const { choice } = parseChoice(event.url.searchParams);
	return { frame: networkFrame(atlas, view, choice, measuredPicture(atlas, view, choice)) };
};
