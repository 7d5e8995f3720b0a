import { afterNavigate, beforeNavigate, goto } from '$app/navigation';
import { page } from '$app/state';
import { onDestroy } from 'svelte';
import { parseChoice } from '#lib/view/network-choice.ts';
import type { NetworkChoice } from '#lib/view/network-choice.ts';
import { parseView } from '#lib/view/view.ts';
import type { View } from '#lib/view/view.ts';
import { networkHref } from './network-address.ts';
import { nextChoice } from './next-choice.ts';

interface Said {
	view: View;
	choice: NetworkChoice;
}

export interface GoOptions {
	/** Whether going back undoes it by itself. */
	isStep?: boolean;
	/** How long a change rests before the address and the server follow it (ms). */
	restMs?: number;
}

/**
 * The view and the choice that the address holds; a change is taken at once and the address follows. Make one
 * while a page is set up.
 */
export class AddressedNetwork {
	/** What the address is about to say. */
	#moving = $state.raw<Said | null>(null);
	readonly #said = $derived(this.#moving ?? saidBy(page.url));
	readonly view = $derived(this.#said.view);
	readonly choice = $derived(this.#said.choice);
	/** The table's own; forms and dates leave it as it is. */
	readonly sort = $derived(page.url.searchParams.get('sort'));
	/** Whether the server has not answered yet for what is shown. */
	readonly isAhead = $derived(this.#moving !== null);
	#resting: ReturnType<typeof setTimeout> | undefined;
	#isLeaving = false;

	constructor() {
		// A link, or going back, means what its address says: at once, not when the server has answered, and
		// whatever was still on its way into the address.
		beforeNavigate(({ type, to }) => {
			if (type === 'goto' || type === 'leave' || to === null) return;
			clearTimeout(this.#resting);
			this.#isLeaving = to.url.pathname !== page.url.pathname;
			this.#moving = this.#isLeaving ? null : saidBy(to.url);
		});
		afterNavigate(({ type }) => {
			if (type === 'goto') return;
			this.#isLeaving = false;
			this.#moving = null;
		});
		onDestroy(() => clearTimeout(this.#resting));
	}

	/** Takes a change at once, and has the address follow it. */
	go(part: Partial<View>, own: Partial<NetworkChoice>, { isStep = true, restMs = 0 }: GoOptions = {}): void {
		// Whoever has chosen another page is not called back by a date that still plays.
		if (this.#isLeaving) return;
		const next = { view: { ...this.view, ...part }, choice: nextChoice(this.choice, own) };
		this.#moving = next;
		clearTimeout(this.#resting);
		const follow = async (): Promise<void> => {
			await goto(networkHref(next.view, next.choice, this.sort), {
				replaceState: !isStep,
				keepFocus: true,
				noScroll: true
			});
			// What moved on meanwhile stays where it is.
			if (this.#moving === next) this.#moving = null;
		};
		if (restMs === 0) void follow();
		else this.#resting = setTimeout(follow, restMs);
	}
}

function saidBy({ searchParams }: URL): Said {
	return { view: parseView(searchParams).view, choice: parseChoice(searchParams).choice };
}
