import { NODE_FIGURES } from '#lib/view/network-choice.ts';
import type { NetworkChoice, NodeFigure } from '#lib/view/network-choice.ts';
import { dateWindow } from '#lib/view/date-window.ts';
import type { View } from '#lib/view/view.ts';
import type { MomentQuestion } from '#lib/network/network-moment.ts';

/** The node with a key; null where the picture has none, or nothing was named. */
export type NodeAt = (key: string | null) => number | null;

/**
 * What a view and a choice ask of a picture.
 *
 * @param asOf day of the snapshot
 */
export function momentQuestion(
	view: View,
	choice: NetworkChoice,
	asOf: number,
	figures: readonly NodeFigure[],
	nodeAt: NodeAt
): MomentQuestion {
	const { least, component, community, core, isLoneHidden, steps, isGone } = choice;
	return {
		window: dateWindow(view, asOf),
		figures,
		filters: { least, component, community, core, isLoneHidden },
		asked: { node: nodeAt(choice.node), steps, to: nodeAt(choice.to), isGone },
		compared: choice.then === null ? null : dateWindow({ ...view, date: choice.then }, asOf)
	};
}

/** Two that take as long as all the others: not worked out only because a card lists them. */
const NOT_FOR_CARDS: readonly NodeFigure[] = ['reach', 'closeness'];

/** The figures that a graph shows: as size, colour or label, on the card of an open node, and those introductions rest on. */
export function shownFigures({ size, paint, label }: NetworkChoice, isCardOpen: boolean): NodeFigure[] {
	const chosen: readonly string[] = [size, paint, label, 'practices'];
	return NODE_FIGURES.filter(
		(figure) => chosen.includes(figure) || (isCardOpen && !NOT_FOR_CARDS.includes(figure))
	);
}
