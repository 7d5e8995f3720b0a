import { page } from '$app/state';
import { parseChoice } from '#lib/view/network-choice.ts';
import type { NetworkChoice } from '#lib/view/network-choice.ts';
import { parseView } from '#lib/view/view.ts';
import type { View } from '#lib/view/view.ts';
import { Addressed } from '../addressed.svelte.ts';
import type { Following } from '../addressed.svelte.ts';
import { networkHref } from './network-address.ts';
import { nextChoice } from './next-choice.ts';

interface Shown {
	view: View;
	choice: NetworkChoice;
}

/** The view and the choice that the network's address holds. Make one while a page is set up. */
export class AddressedNetwork {
	readonly #shown: Addressed<Shown>;
	readonly view = $derived.by(() => this.#shown.state.view);
	readonly choice = $derived.by(() => this.#shown.state.choice);
	/** The table's own; forms and dates leave it as it is. */
	readonly sort = $derived(page.url.searchParams.get('sort'));
	/** Whether the server has not answered yet for what is shown. */
	readonly isAhead = $derived.by(() => this.#shown.isAhead);

	/** @param known the view of the present address, as far as the server knows it */
	constructor(known: () => View) {
		this.#shown = new Addressed({
			said: () => ({ view: known(), choice: parseChoice(page.url.searchParams).choice }),
			// Who draws the picture leaves out what nobody knows; the server says so once it has answered.
			read: ({ searchParams }) => ({
				view: parseView(searchParams).view,
				choice: parseChoice(searchParams).choice
			}),
			href: ({ view, choice }) => networkHref(view, choice, this.sort)
		});
	}

	/** Takes a change at once, and has the address follow it. */
	go(part: Partial<View>, own: Partial<NetworkChoice>, following: Following = 'step'): void {
		this.#shown.go({ view: { ...this.view, ...part }, choice: nextChoice(this.choice, own) }, following);
	}
}
