import type { Ground } from '#lib/server/answers/serve-answers.ts';
import type { SlugPair } from '#lib/server/introductions.ts';
import { countFacets } from '#lib/view/facets.ts';
import { knownView } from '#lib/view/known-view.ts';
import { lateDateProblems } from '#lib/view/late-date.ts';
import { NODE_FIGURES } from '#lib/view/network-choice.ts';
import type { NetworkChoice } from '#lib/view/network-choice.ts';
import { select } from '#lib/view/selection.ts';
import type { View } from '#lib/view/view.ts';
import { pageOf } from '#lib/view/list-address.ts';
import type { ListState } from '#lib/view/list-address.ts';
import { MOST_FOR_FILE, measuredPicture, networkFrame } from './network-frame.ts';
import type { NetworkFrame } from './network-frame.ts';
import { proposeIntroductions } from './network-introductions.ts';
import { listNodes } from './network-table.ts';
import type { NodeRow, NodeSort } from './network-table.ts';

interface Asked {
	view: View;
	choice: NetworkChoice;
}
type List = ListState<NodeSort>;

const PAGE_SIZE = 100;

/** All that the network page shows of an atlas; the table is null where it is not asked for. */
export function readNetworkPage(
	{ atlas, areas }: Ground,
	{ view: asked, choice, list, settled }: Asked & { list: List; settled: SlugPair[] }
) {
	const { view, problems } = knownView(atlas, asked);
	const selection = select(atlas, view);
	const measured = measuredPicture(selection, choice);
	return {
		view,
		frame: networkFrame(selection, choice, measured),
		facets: countFacets(selection),
		proposals: proposeIntroductions(selection, areas, settled),
		table:
			choice.show === 'table'
				? { ...pageOf(listNodes(measured.picture, measured.moment, list), list.page, PAGE_SIZE), list }
				: null,
		problems: [...problems, ...lateDateProblems(view, atlas.asOf)]
	};
}

/** What stands beside the picture in another site's page. */
export function readNetworkFrame(
	{ atlas }: Ground,
	{ view: asked, choice }: Asked
): { view: View; frame: NetworkFrame } {
	const { view } = knownView(atlas, asked);
	const selection = select(atlas, view);
	return { view, frame: networkFrame(selection, choice, measuredPicture(selection, choice)) };
}

/** Every row of the network's table; of a network too large to be measured without its costly figures. */
export function readNetworkRows(
	{ atlas }: Ground,
	{ view, choice, list }: Asked & { list: Pick<List, 'sort' | 'isDescending'> }
): NodeRow[] {
	const { picture, moment } = measuredPicture(select(atlas, view), choice, NODE_FIGURES, MOST_FOR_FILE);
	return listNodes(picture, moment, list);
}
