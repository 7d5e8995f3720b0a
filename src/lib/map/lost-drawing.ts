import type { Map as MapLibreMap } from 'maplibre-gl';
import { styleReady } from './create-map.ts';

/** So long may a browser that took the drawing away take to give it back, before the page says so. */
const LIMIT_MS = 4000;

export interface LossHandlers {
	/** The map's style is gone, with every layer and state that was added to it. */
	onlose: () => void;
	/** MapLibre has its own style and images back; layers of ours are for us to bring back. */
	onrestore: () => void;
	/** The drawing is gone, and does not come back by itself. */
	ongone: () => void;
}

/**
 * Follows the browser as it takes a map's drawing (its WebGL context) away and gives it back: a laptop that
 * slept, a tab of a phone that was not looked at.
 */
export class LostDrawing {
	readonly #limitMs: number;
	readonly #handlers: LossHandlers;
	#isLost = false;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(map: MapLibreMap, handlers: LossHandlers, limitMs = LIMIT_MS) {
		this.#handlers = handlers;
		this.#limitMs = limitMs;
		map.on('webglcontextlost', () => this.#lose());
		map.on('webglcontextrestored', () => void styleReady(map).then(() => this.#restore()));
	}

	/** Whether nothing can be told to the map's style now. */
	get isLost(): boolean {
		return this.#isLost;
	}

	/** Waits for nothing any more, as when the map is removed. */
	stop(): void {
		clearTimeout(this.#timer);
	}

	#lose(): void {
		this.#isLost = true;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(this.#handlers.ongone, this.#limitMs);
		this.#handlers.onlose();
	}

	#restore(): void {
		clearTimeout(this.#timer);
		this.#isLost = false;
		this.#handlers.onrestore();
	}
}
