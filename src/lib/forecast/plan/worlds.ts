import type { CascadeGraph, CascadeModel } from './cascade-graph.ts';

/** An edge that an action adds: `to` may take it up from `from`, with this chance in a try of its own. */
export interface AddedEdge {
	/** Tells its lots from those of all others, whatever is chosen beside it. */
	key: number;
	from: number;
	to: number;
	chance: number;
}

/**
 * A fixed sample of worlds: in each it is settled which edges carry. Lots come from a hash of world and edge, so that
 * nothing is stored and every plan is held against the same worlds.
 *
 * Under `lt` each unit of a world takes after at most one of its contacts, with the chance of that tie's weight, or
 * after nobody; an added edge carries with its weight where the unit takes after nobody. Several edges added to one
 * unit count each on its own.
 *
 * Source: Kempe, Kleinberg & Tardos (2003), live edges; Chen, Wang & Yang (KDD 2009) for fixed worlds.
 */
export class Worlds {
	readonly count: number;
	/** Whether each unit has adopted: `reached[world * size + unit]`. */
	readonly reached: Uint8Array;
	readonly #queue: Int32Array;

	constructor(
		readonly graph: CascadeGraph,
		readonly model: CascadeModel,
		count: number,
		private readonly seed: number,
		hasAdopted: Uint8Array
	) {
		this.count = count;
		this.reached = new Uint8Array(count * graph.size);
		this.#queue = new Int32Array(graph.size + 1);
		for (let world = 0; world < count; world += 1) {
			for (let unit = 0; unit < graph.size; unit += 1)
				if (hasAdopted[unit] === 1 && this.reached[world * graph.size + unit] === 0)
					this.spread(world, unit, this.reached, null, null);
		}
	}

	/** Uniform lot of an edge in a world, 0 to 1. */
	#lot(world: number, edge: number): number {
		let z =
			(Math.imul(world, 0x9e3779b1) ^ Math.imul(edge + 1, 0x85ebca6b) ^ Math.imul(this.seed, 0xc2b2ae35)) | 0;
		z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
		z = Math.imul(z ^ (z >>> 15) ^ world, 0x735a2d97);
		z = Math.imul(z ^ (z >>> 15) ^ edge, 0x2c1b3c6d);
		z ^= z >>> 13;
		return (z >>> 0) / 4294967296;
	}

	/** Whether an edge of the graph carries in a world. */
	carries(world: number, edge: number, to: number): boolean {
		const { inStart, inChance } = this.graph;
		if (this.model === 'ic') return this.#lot(world, edge) < inChance[edge]!;
		const lot = this.#lot(world, -2 - to);
		let below = 0;
		for (let at = inStart[to]!; at < edge; at += 1) below += inChance[at]!;
		return lot >= below && lot < below + inChance[edge]!;
	}

	/** Whether an added edge carries in a world. */
	carriesAdded(world: number, { key, to, chance }: AddedEdge): boolean {
		const edge = this.graph.inFrom.length + this.graph.size + 8 + key;
		if (this.model === 'ic') return this.#lot(world, edge) < chance;
		const taken = this.graph.inSum[to]!;
		if (taken >= 1 || this.#lot(world, -2 - to) < taken) return false;
		return this.#lot(world, edge) < chance / (1 - taken);
	}

	/**
	 * Follows a unit that adopts in a world, and counts whom it brings along.
	 *
	 * @param reached where to look up, and write down, who has adopted
	 * @param trail where to note whom to forget again; `null` keeps what was written down
	 * @param added further edges by the unit that they leave, which carry in this world; `null` for none
	 */
	spread(
		world: number,
		from: number,
		reached: Uint8Array,
		trail: number[] | null,
		added: ReadonlyMap<number, readonly AddedEdge[]> | null
	): number {
		const { size, outStart, outTo, outEdge } = this.graph;
		const base = world * size;
		const queue = this.#queue;
		let filled = 0;
		reached[base + from] = 1;
		queue[filled++] = from;
		for (let at = 0; at < filled; at += 1) {
			const unit = queue[at]!;
			for (let out = outStart[unit]!; out < outStart[unit + 1]!; out += 1) {
				const to = outTo[out]!;
				if (reached[base + to] === 1 || !this.carries(world, outEdge[out]!, to)) continue;
				reached[base + to] = 1;
				queue[filled++] = to;
			}
			const further = added?.get(unit);
			if (further === undefined) continue;
			for (const edge of further) {
				if (reached[base + edge.to] === 1 || !this.carriesAdded(world, edge)) continue;
				reached[base + edge.to] = 1;
				queue[filled++] = edge.to;
			}
		}
		if (trail !== null) for (let at = 0; at < filled; at += 1) trail.push(base + queue[at]!);
		return filled;
	}

	/** Forgets what a trail noted, and empties it. */
	forget(reached: Uint8Array, trail: number[]): void {
		for (const at of trail) reached[at] = 0;
		trail.length = 0;
	}

	/** For each unit whether it has adopted in every world: nothing more can reach it. */
	surelyReached(): Uint8Array {
		const { size } = this.graph;
		const times = new Int32Array(size);
		for (let world = 0; world < this.count; world += 1)
			for (let unit = 0; unit < size; unit += 1) times[unit]! += this.reached[world * size + unit]!;
		return Uint8Array.from(times, (count) => (count === this.count ? 1 : 0));
	}
}
