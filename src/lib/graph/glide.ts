/**
 * Nodes on their way from one layout to another. All arrive at the same time, also when the destination
 * changes on the way, as that of a layout that is still settling does.
 */
export class Glide {
	readonly #from: Float32Array;
	readonly #startedAt: number;
	readonly #durationMs: number;
	#to: Float32Array;

	/**
	 * @param from places now: x and y, interleaved (layout units)
	 * @param to places to arrive at, as many
	 * @param startedAt time of the start (ms)
	 */
	constructor(from: Float32Array, to: Float32Array, startedAt: number, durationMs: number) {
		if (from.length !== to.length) {
			throw new RangeError(`a glide from ${from.length / 2} places cannot end at ${to.length / 2}`);
		}
		this.#from = from;
		this.#to = to;
		this.#startedAt = startedAt;
		this.#durationMs = durationMs;
	}

	/** Places to arrive at. */
	get destination(): Float32Array {
		return this.#to;
	}

	/** Arrives elsewhere, at the same time. */
	redirect(to: Float32Array): void {
		this.#to = to;
	}

	isOver(now: number): boolean {
		return now - this.#startedAt >= this.#durationMs;
	}

	/** Places at a time (ms): slow at both ends, the destination itself once it is over. */
	at(now: number): Float32Array {
		if (this.isOver(now)) return this.#to;
		const share = Math.max(0, (now - this.#startedAt) / this.#durationMs);
		const eased = share * share * (3 - 2 * share);
		const places = new Float32Array(this.#from.length);
		for (let i = 0; i < places.length; i++) {
			places[i] = this.#from[i]! + eased * (this.#to[i]! - this.#from[i]!);
		}
		return places;
	}
}
