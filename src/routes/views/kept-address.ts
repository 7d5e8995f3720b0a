import { parseChoice, printChoice, USUAL_CHOICE } from '#lib/view/network-choice.ts';
import type { Pin } from '#lib/view/network-choice.ts';

/** Pages whose address holds a view that is worth a name. */
const KEPT_PAGES = ['map', 'network', 'organisations', 'practices', 'learning', 'peers', 'research'];
const LONGEST_PATH = 4000;
/** Many proxies refuse a longer address, or a redirect to one. */
const LONGEST_OPENED = 3500;

/** An address as it is kept: pins apart, since there may be more of them than a path has room for. */
export interface KeptAddress {
	path: string;
	pins: Pin[];
}

/**
 * Takes an address of this site apart to be kept.
 *
 * @param address path and query, as a form sends it
 * @returns null where it is no view of ours, or too long to be saved
 */
export function keptAddress(address: string): KeptAddress | null {
	if (!address.startsWith('/')) return null;
	// Parsed as a browser would, so that "//elsewhere" and its spellings are seen for what they are.
	const here = 'http://here.invalid';
	if (!URL.canParse(address, here)) return null;
	const url = new URL(address, here);
	if (url.origin !== here || !KEPT_PAGES.includes(url.pathname.split('/')[1] ?? '')) return null;
	const { pins } = parseChoice(url.searchParams).choice;
	url.searchParams.delete('pins');
	const path = url.pathname + url.search;
	return path.length > LONGEST_PATH ? null : { path, pins };
}

/** Whether a view's address, its pins included, would be too long to be opened everywhere. */
export function isTooLongToOpen(kept: KeptAddress): boolean {
	return openedAddress(kept).length > LONGEST_OPENED;
}

/** The address that a kept view opens. */
export function openedAddress({ path, pins }: KeptAddress): string {
	const printed = printChoice({ ...USUAL_CHOICE, pins }).pins;
	if (printed == null) return path;
	return `${path}${path.includes('?') ? '&' : '?'}pins=${encodeURIComponent(printed)}`;
}
