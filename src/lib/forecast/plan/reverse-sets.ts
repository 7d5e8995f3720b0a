import type { Random } from '#lib/analysis/numeric/random.ts';
import type { CascadeGraph, CascadeModel } from './cascade-graph.ts';

/**
 * Reverse-reachable sets: for a unit drawn at random, whoever would have brought it to adopt in a world drawn at
 * random. Of many such sets, the share that a group of seeds meets is the share of all units it brings to adopt.
 *
 * Source: Borgs, Brautbar, Chayes & Lucier, Maximizing social influence in nearly optimal time (SODA 2014).
 */
export class ReverseSets {
	/** Sets one after another: members of set s are `members[start[s]] … members[start[s + 1] - 1]`. */
	start: Int32Array = new Int32Array(1024);
	members: Int32Array = new Int32Array(4096);
	/** Sets that hold somebody who counts as a seed (not kept: they are reached anyway), and all drawn (counts). */
	reached = 0;
	count = 0;
	/** Sets that are kept (count). */
	kept = 0;
	#filled = 0;
	readonly #seen: Int32Array;
	#round = 0;

	constructor(
		private readonly graph: CascadeGraph,
		private readonly model: CascadeModel,
		private readonly isSeed: Uint8Array,
		private readonly random: Random
	) {
		this.#seen = new Int32Array(graph.size);
	}

	/** Draws sets until there are `count` in all. */
	drawUntil(count: number): void {
		while (this.count < count) {
			this.count += 1;
			if (this.#drawOne()) this.#keep();
			else this.reached += 1;
		}
	}

	#keep(): void {
		this.kept += 1;
		if (this.kept + 1 > this.start.length) this.start = grown(this.start);
		this.start[this.kept] = this.#filled;
	}

	/** False where the set meets those who have adopted; what it held is then forgotten. */
	#drawOne(): boolean {
		const from = this.#filled;
		this.#round += 1;
		const root = this.random.below(this.graph.size);
		const isFree = this.#add(root) && (this.model === 'ic' ? this.#searchBack(from) : this.#walkBack(root));
		if (!isFree) this.#filled = from;
		return isFree;
	}

	#add(unit: number): boolean {
		this.#seen[unit] = this.#round;
		if (this.isSeed[unit] === 1) return false;
		if (this.#filled === this.members.length) this.members = grown(this.members);
		this.members[this.#filled] = unit;
		this.#filled += 1;
		return true;
	}

	#searchBack(from: number): boolean {
		const { inStart, inFrom, inChance } = this.graph;
		for (let at = from; at < this.#filled; at += 1) {
			const unit = this.members[at]!;
			for (let edge = inStart[unit]!; edge < inStart[unit + 1]!; edge += 1) {
				const other = inFrom[edge]!;
				if (this.#seen[other] === this.#round || this.random.next() >= inChance[edge]!) continue;
				if (!this.#add(other)) return false;
			}
		}
		return true;
	}

	#walkBack(root: number): boolean {
		const { inStart, inFrom, inChance, inSum } = this.graph;
		let unit = root;
		for (;;) {
			let lot = this.random.next();
			if (lot >= inSum[unit]!) return true;
			let edge = inStart[unit]!;
			while (edge < inStart[unit + 1]! - 1 && lot >= inChance[edge]!) lot -= inChance[edge++]!;
			unit = inFrom[edge]!;
			if (this.#seen[unit] === this.#round) return true;
			if (!this.#add(unit)) return false;
		}
	}
}

function grown(array: Int32Array): Int32Array {
	const larger = new Int32Array(array.length * 2);
	larger.set(array);
	return larger;
}
