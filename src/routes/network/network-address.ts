import { printChoice } from '#lib/view/network-choice.ts';
import type { NetworkChoice, PictureChoice } from '#lib/view/network-choice.ts';
import type { DateWindow } from '#lib/view/date-window.ts';
import { DEFAULT_VIEW, viewSearch } from '#lib/view/view.ts';
import type { View } from '#lib/view/view.ts';

/**
 * Address of the network page with another view or choice.
 *
 * @param sort how its table is sorted, as an address has it; null: as usual
 */
export function networkHref(view: View, choice: NetworkChoice, sort: string | null = null): string {
	return `/network${viewSearch(view, { ...printChoice(choice), sort: choice.show === 'table' ? sort : null })}`;
}

/** An address of another view of the network, keeping a choice. */
export function withChoice(href: string, choice: NetworkChoice): string {
	const [path, search = ''] = href.split('?');
	const parameters = new URLSearchParams(search);
	for (const [name, value] of Object.entries(printChoice(choice)))
		if (value !== null) parameters.set(name, value);
	return parameters.size === 0 ? path! : `${path}?${parameters.toString()}`;
}

/** Parameters that the server's answer rests on beside the view's; the rest only changes how it is drawn. */
const ASKED_OF_SERVER: readonly string[] = [
	'show',
	'as',
	'links',
	'hide',
	'lone',
	'least',
	'core',
	'component',
	'community'
];

/** An address without what asks nothing of the server, such as a node that was opened or pinned. */
export function askedOfServer(search: Pick<URLSearchParams, 'get'>): Pick<URLSearchParams, 'get'> {
	return { get: (name) => (ASKED_OF_SERVER.includes(name) ? search.get(name) : null) };
}

/** Names the nodes and links that a view and a choice make, on whatever date. */
export function pictureKey(view: View, { links, hidden, projection }: PictureChoice): string {
	const timeless: View = {
		...view,
		date: DEFAULT_VIEW.date,
		mode: DEFAULT_VIEW.mode,
		months: DEFAULT_VIEW.months,
		colourBy: DEFAULT_VIEW.colourBy
	};
	return JSON.stringify([viewSearch(timeless), links, hidden, projection]);
}

/** Names what is measured: a picture on a date. */
export function readingKey(picture: string, { mode, day, since }: DateWindow): string {
	return `${picture} ${mode} ${day} ${since}`;
}
