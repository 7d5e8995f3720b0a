import { coarsen } from './coarsen.ts';
import { expectedRadius, ForceLevel, linkStrengths } from './force-level.ts';
import type { Adjacency } from './layout-graph.ts';
import { seededRandom } from './random.ts';

/** Graphs of fewer nodes are laid out in one go; coarsening gains nothing there. */
const PLAIN_BELOW = 500;
/** Coarsening ends at this size, or when it no longer shrinks the graph by a twentieth. */
const COARSEST = 50;
const LEAST_SHRINKING = 0.95;

const TICKS = { first: 300, between: 60, finest: 80, warm: 80 };
const ALPHA = { hot: 1, warm: 0.3, cold: 0.02 };
/** Children start this share of the mean spacing away from their parent. */
const JITTER = 0.1;

/**
 * How many times harder short links pull in a large graph. It hardly moves the whole picture and doubles
 * how many neighbours are drawn near each other; in a small one it would only crowd the leaves.
 */
const CLOSE_PULL = 3;

interface Level {
	adjacency: Adjacency;
	mass: Float64Array;
	isFixed: Uint8Array;
	/** Node of the next, coarser level; absent on the coarsest. */
	parent?: Uint32Array;
}

export interface MultilevelOptions {
	seed: number;
	/** Nodes that stay at their place in `x` and `y`, 1 each. */
	isFixed: Uint8Array;
	/** Where nodes start; read for fixed nodes, and for all when `isWarm`. */
	x: Float64Array;
	y: Float64Array;
	/** Whether to improve the given places gently, instead of starting anew. */
	isWarm: boolean;
}

/**
 * Force layout of one connected graph, from a coarse graph of a few dozen nodes down to the full one,
 * which can be run some ticks at a time.
 *
 * Source: C. Walshaw, A multilevel algorithm for force-directed graph drawing (2001).
 */
export class MultilevelLayout {
	readonly #options: MultilevelOptions;
	readonly #levels: Level[];
	readonly #spacing: number;
	#depth: number;
	#simulation: ForceLevel;
	#ticks: number;
	#ticksLeft: number;
	#startAlpha: number;

	constructor(adjacency: Adjacency, options: MultilevelOptions) {
		this.#options = options;
		const mass = linkStrengths(adjacency).map((strength) => strength + 1);
		this.#levels = [{ adjacency, mass, isFixed: options.isFixed }];
		if (!options.isWarm && adjacency.nodeCount >= PLAIN_BELOW) this.#addCoarserLevels();
		this.#spacing = expectedRadius(mass.reduce((sum, m) => sum + m, 0));
		this.#depth = this.#levels.length - 1;
		this.#simulation = this.#simulationAt(this.#depth);
		this.#ticks = options.isWarm ? TICKS.warm : TICKS.first;
		this.#ticksLeft = this.#ticks;
		this.#startAlpha = options.isWarm ? ALPHA.warm : ALPHA.hot;
		if (options.isWarm) this.#startWhereGiven();
		else this.#startAnywhere();
	}

	get done(): boolean {
		return this.#depth === 0 && this.#ticksLeft === 0;
	}

	/** Runs up to `ticks` ticks and returns how many there was use for. */
	step(ticks: number): number {
		let used = 0;
		while (used < ticks && !this.done) {
			if (this.#ticksLeft === 0) this.#refine();
			this.#simulation.tick(this.#alpha());
			this.#ticksLeft--;
			used++;
		}
		return used;
	}

	/** Writes where each node of the full graph is now; on a coarse level, where its stand-in is. */
	readPositions(x: Float64Array, y: Float64Array): void {
		for (let node = 0; node < x.length; node++) {
			let standIn = node;
			for (let depth = 0; depth < this.#depth; depth++) standIn = this.#levels[depth]!.parent![standIn]!;
			x[node] = this.#simulation.x[standIn]!;
			y[node] = this.#simulation.y[standIn]!;
		}
	}

	/** Cools by a cubic, not by a power: engines differ in the last bit of powers, and layouts grow it. */
	#alpha(): number {
		const left = this.#ticksLeft / this.#ticks;
		return ALPHA.cold + (this.#startAlpha - ALPHA.cold) * left * left * left;
	}

	#addCoarserLevels(): void {
		let finer = this.#levels[0]!;
		while (finer.adjacency.nodeCount > COARSEST) {
			const seed = this.#options.seed + this.#levels.length;
			const { adjacency, parent, mass } = coarsen(finer.adjacency, finer.mass, finer.isFixed, seed);
			if (adjacency.nodeCount > LEAST_SHRINKING * finer.adjacency.nodeCount) return;
			finer.parent = parent;
			const isFixed = new Uint8Array(adjacency.nodeCount);
			parent.forEach((coarse, fine) => {
				if (finer.isFixed[fine] === 1) isFixed[coarse] = 1;
			});
			finer = { adjacency, mass, isFixed };
			this.#levels.push(finer);
		}
	}

	#simulationAt(depth: number): ForceLevel {
		const { adjacency, mass, isFixed } = this.#levels[depth]!;
		const isLarge = this.#levels[0]!.adjacency.nodeCount >= PLAIN_BELOW;
		return new ForceLevel(adjacency, mass, isFixed, isLarge ? CLOSE_PULL : 0);
	}

	#startWhereGiven(): void {
		this.#simulation.x.set(this.#options.x);
		this.#simulation.y.set(this.#options.y);
	}

	/** Scatters the coarsest nodes over a square, around the fixed ones when there are any. */
	#startAnywhere(): void {
		const random = seededRandom(this.#options.seed);
		const { x, y } = this.#simulation;
		this.#placeFixed();
		const { isFixed } = this.#levels[this.#depth]!;
		let [centreX, centreY, fixed] = [0, 0, 0];
		for (let node = 0; node < x.length; node++) {
			if (isFixed[node] === 0) continue;
			centreX += x[node]!;
			centreY += y[node]!;
			fixed++;
		}
		for (let node = 0; node < x.length; node++) {
			const [acrossShare, downShare] = [2 * random() - 1, 2 * random() - 1];
			if (isFixed[node] === 1) continue;
			x[node] = centreX / Math.max(1, fixed) + acrossShare * this.#spacing;
			y[node] = centreY / Math.max(1, fixed) + downShare * this.#spacing;
		}
	}

	#refine(): void {
		const coarse = this.#simulation;
		this.#depth--;
		const { parent, adjacency } = this.#levels[this.#depth]!;
		const random = seededRandom(this.#options.seed + this.#depth);
		const reach = (JITTER * this.#spacing) / Math.sqrt(adjacency.nodeCount);
		const fine = this.#simulationAt(this.#depth);
		for (let node = 0; node < adjacency.nodeCount; node++) {
			fine.x[node] = coarse.x[parent![node]!]! + (2 * random() - 1) * reach;
			fine.y[node] = coarse.y[parent![node]!]! + (2 * random() - 1) * reach;
		}
		this.#simulation = fine;
		this.#placeFixed();
		this.#ticks = this.#depth === 0 ? TICKS.finest : TICKS.between;
		this.#ticksLeft = this.#ticks;
	}

	#placeFixed(): void {
		this.#options.isFixed.forEach((fixed, node) => {
			if (fixed === 0) return;
			let standIn = node;
			for (let depth = 0; depth < this.#depth; depth++) standIn = this.#levels[depth]!.parent![standIn]!;
			this.#simulation.x[standIn] = this.#options.x[node]!;
			this.#simulation.y[standIn] = this.#options.y[node]!;
		});
	}
}
