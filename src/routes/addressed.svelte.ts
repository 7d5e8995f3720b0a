import { afterNavigate, beforeNavigate, goto } from '$app/navigation';
import { page } from '$app/state';
import { onDestroy } from 'svelte';

/** How long something that is moved, such as a date, rests before the address and the server follow it (ms). */
export const REST_MS = 300;

/**
 * How the address follows a change: as a step that going back undoes, in the place of the present address, or
 * in its place once the change rests (browsers refuse an address that changes at every step of a slider).
 */
export type Following = 'step' | 'replace' | 'rest';

export interface AddressedOptions<State> {
	/** What the present address says. */
	said: () => State;
	/** The address of a state. */
	href: (state: State) => string;
	/** What another address of this page says, to be shown before the server has answered; left out, the page waits for it. */
	read?: (url: URL) => State;
}

/**
 * What a page shows of its address. The address owns it; a change is shown at once and the address follows.
 * Make one while a page is set up.
 */
export class Addressed<State> {
	readonly #options: AddressedOptions<State>;
	/** What the address is about to say. */
	#ahead = $state.raw<State | null>(null);
	readonly #said = $derived.by(() => this.#options.said());
	#resting: ReturnType<typeof setTimeout> | undefined;
	#isLeaving = false;

	constructor(options: AddressedOptions<State>) {
		this.#options = options;
		// A link, or going back, means what its address says, whatever was still on its way into the address.
		beforeNavigate(({ type, to }) => {
			if (type === 'goto' || type === 'leave' || to === null) return;
			clearTimeout(this.#resting);
			this.#isLeaving = to.url.pathname !== page.url.pathname;
			this.#ahead = this.#isLeaving ? null : (options.read?.(to.url) ?? null);
		});
		afterNavigate(({ type }) => {
			if (type === 'goto') return;
			this.#isLeaving = false;
			this.#ahead = null;
		});
		onDestroy(() => clearTimeout(this.#resting));
	}

	/** What is shown. */
	get state(): State {
		return this.#ahead ?? this.#said;
	}

	/** Whether the address and the server have not followed yet. */
	get isAhead(): boolean {
		return this.#ahead !== null;
	}

	/** Shows a state at once, and has the address follow. */
	go(next: State, following: Following = 'step'): void {
		// Whoever has chosen another page is not called back by a date that still plays.
		if (this.#isLeaving) return;
		this.#ahead = next;
		clearTimeout(this.#resting);
		if (following === 'rest') this.#resting = setTimeout(() => void this.#follow(next, true), REST_MS);
		else void this.#follow(next, following === 'replace');
	}

	async #follow(next: State, replaceState: boolean): Promise<void> {
		await goto(this.#options.href(next), { replaceState, keepFocus: true, noScroll: true });
		// What moved on meanwhile stays where it is.
		if (this.#ahead === next) this.#ahead = null;
	}
}
