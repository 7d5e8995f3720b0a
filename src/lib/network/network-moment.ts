import type { NodeFigure } from '#lib/view/network-choice.ts';
import type { DateWindow } from '#lib/view/date-window.ts';
import type { Shown } from '#lib/view/shown-in.ts';
import type { NetworkFilters } from './drawn-part.ts';
import type { NetworkAnswer, NetworkQuestion } from './network-asked.ts';
import type { NetworkParts } from './network-parts.ts';
import type { FigureValues } from './node-figures.ts';

/** What is asked of the measurement of a picture. */
export interface MomentQuestion extends NetworkQuestion {
	window: DateWindow;
	/** Figures that something on the page wants; links and core are always there. */
	figures: readonly NodeFigure[];
	filters: NetworkFilters;
}

/** A picture on a date: who is drawn, what every node's figures are, and what was asked. */
export interface NetworkMoment extends Omit<NetworkParts, 'links' | 'core'>, NetworkAnswer {
	/** There, and left by the filters. */
	drawn: Shown;
	/** Without those that would have taken too long. */
	figures: FigureValues;
}

/** A moment from its pieces, each of which may have been measured at another time. */
export function momentOf(
	{ links, core, ...parts }: NetworkParts,
	drawn: Shown,
	figures: FigureValues,
	answer: NetworkAnswer
): NetworkMoment {
	return { ...parts, ...answer, drawn, figures: { ...figures, links, core } };
}
