import { rankable } from './distance.ts';

/**
 * Keeps the k nearest rows of a stream: a binary heap with the farthest kept row on top. Of two rows
 * equally far (see `rankable`) the one with the smaller row number is the nearer, so the result does not depend on the
 * order in which rows come.
 */
export class NearestHeap {
	readonly #rows: Int32Array;
	readonly #squared: Float64Array;
	#size = 0;

	/** @param k how many to keep, at least 1 */
	constructor(k: number) {
		this.#rows = new Int32Array(k);
		this.#squared = new Float64Array(k);
	}

	/** Squared distance that a row must not exceed to be kept; Infinity until k are kept. */
	get limit(): number {
		return this.#size < this.#rows.length ? Infinity : this.#squared[0]!;
	}

	/** Offers a row; kept only when it is among the k nearest so far. */
	offer(row: number, squared: number): void {
		if (this.#size < this.#rows.length) {
			this.#rise(this.#size++, row, squared);
		} else if (this.#isFarther(0, row, squared)) {
			this.#sink(row, squared);
		}
	}

	/** The kept rows, nearest first. */
	sorted(): { row: number; squared: number }[] {
		const kept = Array.from(this.#rows.subarray(0, this.#size), (row, at) => ({
			row,
			squared: this.#squared[at] ?? 0
		}));
		return kept.sort((a, b) => rankable(a.squared) - rankable(b.squared) || a.row - b.row);
	}

	#isFarther(at: number, row: number, squared: number): boolean {
		const kept = rankable(this.#squared[at]!);
		const offered = rankable(squared);
		return kept > offered || (kept === offered && this.#rows[at]! > row);
	}

	#rise(from: number, row: number, squared: number): void {
		let at = from;
		while (at > 0) {
			const parent = (at - 1) >> 1;
			if (this.#isFarther(parent, row, squared)) break;
			this.#move(parent, at);
			at = parent;
		}
		this.#rows[at] = row;
		this.#squared[at] = squared;
	}

	#sink(row: number, squared: number): void {
		let at = 0;
		for (let child = 1; child < this.#size; child = 2 * at + 1) {
			const right = child + 1;
			if (right < this.#size && this.#isFarther(right, this.#rows[child]!, this.#squared[child]!))
				child = right;
			if (!this.#isFarther(child, row, squared)) break;
			this.#move(child, at);
			at = child;
		}
		this.#rows[at] = row;
		this.#squared[at] = squared;
	}

	#move(from: number, to: number): void {
		this.#rows[to] = this.#rows[from]!;
		this.#squared[to] = this.#squared[from]!;
	}
}
