import { MOST_PINS } from '#lib/view/network-choice.ts';
import type { Pin } from '#lib/view/network-choice.ts';
import { stepped, withPin, withoutPin } from './network-places.ts';
import type { Direction, MovedNode } from './network-places.ts';

/** No more can be pinned, in words. */
export const FULL = `No more than ${MOST_PINS} nodes can be pinned: let some go first.`;

interface Named {
	key: string;
	name: string;
}

/** Nodes that the reader puts where they are to stay, by dragging, by keys or by buttons; the address keeps them. */
export class Pinning {
	/** The node that is being dragged. */
	moved = $state.raw<MovedNode | null>(null);
	/** Whether the last pin found no room. */
	isFull = $state(false);

	readonly #pins: () => readonly Pin[];
	readonly #onchange: (pins: Pin[]) => void;
	#steps = 0;

	/**
	 * @param pins those there are
	 * @param onchange is told those there should be
	 */
	constructor(pins: () => readonly Pin[], onchange: (pins: Pin[]) => void) {
		this.#pins = pins;
		this.#onchange = onchange;
	}

	has(key: string): boolean {
		return this.#pins().some((pin) => pin.key === key);
	}

	/** Keeps a node where it was put (layout units), if there is room for one more. */
	put(key: string, x: number, y: number): boolean {
		this.moved = null;
		const pins = withPin(this.#pins(), key, x, y);
		this.isFull = pins === null;
		if (pins !== null) this.#onchange(pins);
		return pins !== null;
	}

	/** For those who do not drag: pins a node where it lies, or lets it go. Says what came of it. */
	toggle({ key, name }: Named, places: Float32Array, node: number): string {
		if (this.has(key)) {
			this.#onchange(withoutPin(this.#pins(), key));
			return `${name} is let go.`;
		}
		return this.put(key, places[2 * node]!, places[2 * node + 1]!) ? `${name} is pinned here.` : FULL;
	}

	/** Moves a node one step and pins it there. Says what came of it. */
	step({ key, name }: Named, places: Float32Array, node: number, direction: Direction): string {
		const to = direction === 'left' || direction === 'right' ? `to the ${direction}` : direction;
		// Said anew each time, since a text that stays the same is read once.
		this.#steps += 1;
		const isPut = this.put(key, ...stepped(places, node, direction));
		return isPut ? `${name} is moved ${to} and pinned, step ${this.#steps}.` : FULL;
	}
}
