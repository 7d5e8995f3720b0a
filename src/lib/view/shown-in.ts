import { NODE_TYPES } from './network-data.ts';
import type { LinkDays } from './network-data.ts';
import type { MeasuredPicture, NetworkPicture } from './network-picture.ts';
import { isNodeInWindow } from './node-spells.ts';
import { isInWindow } from './date-window.ts';
import type { DateWindow } from './date-window.ts';
import { MOST_HOLDERS, holdersIn } from './shared-things.ts';

/** Which nodes and links are there: 1 each, else 0. */
export interface Shown {
	nodes: Uint8Array;
	links: Uint8Array;
}

/**
 * What of a picture a date shows. A link needs both its ends; a practice, learning link or network
 * needs a link.
 */
export function shownIn(
	{ nodes, links }: Pick<MeasuredPicture, 'nodes' | 'links'>,
	window: DateWindow
): Shown {
	const organisation = NODE_TYPES.indexOf('organisation');
	const isThere = Uint8Array.from(nodes.type, (type, node) =>
		type === organisation && isNodeInWindow(nodes.spells, node, window) ? 1 : 0
	);
	const isEnd = (node: number): boolean => nodes.type[node] !== organisation || isThere[node] === 1;
	// A tie that changed lately joins two who may have been there all along.
	const ends =
		window.mode === 'changed'
			? Uint8Array.from(nodes.type, (_, node) =>
					isNodeInWindow(nodes.spells, node, { ...window, mode: 'cumulative' }) ? 1 : 0
				)
			: null;
	const shown = new Uint8Array(links.count);
	for (let link = 0; link < links.count; link += 1) {
		const [source, target] = [links.source[link]!, links.target[link]!];
		if (!isLinkInWindow(links, link, window)) continue;
		if (ends === null ? !(isEnd(source) && isEnd(target)) : !(ends[source] === 1 && ends[target] === 1))
			continue;
		shown[link] = isThere[source] = isThere[target] = 1;
	}
	return { nodes: isThere, links: shown };
}

/**
 * Strength of each link in a window. Two who share a thing are tied with 1 / (n − 1), where n hold it on
 * that date, so that what came later changes no earlier picture.
 */
export function weightsIn(
	{ links, holdings }: Pick<MeasuredPicture, 'links' | 'holdings'>,
	window: DateWindow
): Float32Array {
	if (holdings.thing.length === 0) return links.weight;
	const holders = holdersIn(holdings, 1 + (holdings.thing.at(-1) ?? -1), window);
	return links.weight.map((weight, link) => {
		const thing = links.thing[link]!;
		return thing < 0 ? weight : 1 / (Math.max(2, holders[thing]!) - 1);
	});
}

/** Things that too many hold in a window to tie any two of them, and how many hold each. */
export function tooCommonIn(
	{ holdings, texts }: Pick<NetworkPicture, 'holdings' | 'texts'>,
	window: DateWindow
): { label: string; holders: number }[] {
	const counts = holdersIn(holdings, texts.thing.length, window);
	return texts.thing.flatMap((label, thing) => {
		const holders = counts[thing]!;
		return holders > MOST_HOLDERS ? [{ label, holders }] : [];
	});
}

/** Links of a window that the picture cannot hold: they lead out of the view, or to who is not there then. */
export function linksToMissing(
	{ links, outside }: Pick<MeasuredPicture, 'links' | 'outside'>,
	shown: Shown,
	window: DateWindow
): number {
	let count = 0;
	for (let at = 0; at < outside.from.length; at += 1) {
		if (isLinkInWindow(outside, at, window)) count += 1;
	}
	for (let link = 0; link < links.count; link += 1) {
		if (shown.links[link] !== 1 && isLinkInWindow(links, link, window)) count += 1;
	}
	return count;
}

function isLinkInWindow({ from, to, begun }: LinkDays, link: number, window: DateWindow): boolean {
	return isInWindow(from[link]!, to[link]!, window, begun[link]!);
}
