import { eventStrip } from '#lib/charts/event-strip.ts';
import type { EventStrip } from '#lib/charts/event-strip.ts';
import { linkEvents } from '#lib/view/dated-events.ts';
import type { NetworkChoice, NodeFigure } from '#lib/view/network-choice.ts';
import { networkPicture } from '#lib/view/network-picture.ts';
import type { NetworkPicture } from '#lib/view/network-picture.ts';
import { tooCommonIn } from '#lib/view/shown-in.ts';
import { listRecordsApart } from '#lib/view/records-apart.ts';
import type { RecordApart } from '#lib/view/records-apart.ts';
import { countReach } from '#lib/view/reach.ts';
import type { ReachCounts } from '#lib/view/reach.ts';
import type { Selection } from '#lib/view/selection.ts';
import { measureMoment } from '#lib/network/measure-moment.ts';
import type { NetworkMoment } from '#lib/network/network-moment.ts';
import { readNetwork } from '#lib/network/network-reading.ts';
import { PictureOnDate } from '#lib/network/picture-on-date.ts';
import type { NetworkReading } from '#lib/network/network-reading.ts';
import { dateInWords, viewChips } from '../view-chips.ts';
import type { Chip } from '../view-chips.ts';
import { namesIn } from './network-names.ts';
import { momentQuestion } from './network-question.ts';
import { TABLE_FIGURES } from './network-table.ts';
import type { NamedNode } from './network-table.ts';

/** What the server says of a network, for the first answer and for those without scripts. */
export interface NetworkFrame {
	/** Null where the network is too large to be measured while a page waits. */
	reading: NetworkReading | null;
	/** The nodes that the reading names. */
	names: Record<number, NamedNode>;
	/** The date and how it is read, in words. */
	when: string;
	/** What is drawn: there on the date, and left by the filters. */
	counts: { nodes: number; links: number };
	/** Of the parts and communities that the filters number, the largest first; no communities where that was too much. */
	componentSizes: number[];
	communitySizes: number[];
	tooCommon: { label: string; holders: number }[];
	strip: EventStrip;
	/** Organisations by the way in which they are part of a movement; null where none is shown. */
	reach: ReachCounts | null;
	/** Public records that the view leaves out. */
	apart: RecordApart[];
	/** Conditions of the view, each with its address; the page adds its own choice to these. */
	chips: Chip[];
	clearHref: string;
}

/** The most nodes whose communities and costly figures a page waits for, which takes about five seconds; beyond it the browser's worker does. */
const MOST_FOR_PAGE = 5000;
/** All figures of so many nodes take about a quarter of a minute. */
export const MOST_FOR_FILE = 10_000;

/** A picture on its date. */
export interface MeasuredNetwork {
	picture: NetworkPicture;
	/** The same on its date, with what the moment rests on. */
	on: PictureOnDate;
	moment: NetworkMoment;
	/** Whether communities, costly figures and the reading were too much for a page; links and parts are there. */
	isTooLarge: boolean;
}

/**
 * The picture of a view with its figures on its date.
 *
 * @param figures those that something asks for; beyond `mostNodes` only the cheap ones come
 * @param mostNodes a file may be waited for longer than a page
 */
export function measuredPicture(
	selection: Selection,
	choice: NetworkChoice,
	figures: readonly NodeFigure[] = choice.show === 'table' ? TABLE_FIGURES : ['practices'],
	mostNodes = MOST_FOR_PAGE
): MeasuredNetwork {
	const { atlas, view } = selection;
	const picture = networkPicture(selection, choice);
	const nodeAt = (key: string | null): number | null => {
		const at = key === null ? -1 : picture.texts.key.indexOf(key);
		return at < 0 ? null : at;
	};
	const { window, ...question } = momentQuestion(view, choice, atlas.asOf, figures, nodeAt);
	const on = new PictureOnDate(picture, window);
	const moment = measureMoment(on, question, mostNodes);
	return { picture, on, moment, isTooLarge: picture.nodes.count > mostNodes };
}

/** The frame of a picture that was measured. */
export function networkFrame(
	selection: Selection,
	choice: NetworkChoice,
	{ picture, on, moment, isTooLarge }: MeasuredNetwork
): NetworkFrame {
	const { atlas, view } = selection;
	const { window } = on;
	const { drawn, componentSizes, communitySizes } = moment;
	const reading = isTooLarge ? null : readNetwork(on);
	const starts = linkEvents(picture.links, atlas.asOf);
	const sum = (mask: Uint8Array): number => mask.reduce((total, one) => total + one, 0);
	return {
		reading,
		names: reading === null ? {} : namesIn(picture, reading),
		when: dateInWords(view, window.day),
		counts: { nodes: sum(drawn.nodes), links: sum(drawn.links) },
		componentSizes,
		communitySizes,
		tooCommon: tooCommonIn(picture, window),
		strip: eventStrip(starts.days, atlas.asOf, starts),
		reach: countReach(selection),
		apart: listRecordsApart(selection),
		...viewChips(atlas, view, '/network')
	};
}
