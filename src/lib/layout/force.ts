import { connectedComponents, inducedSubgraph } from './components.ts';
import { adjacencyOf, type Adjacency, type LayoutGraph } from './layout-graph.ts';
import { MultilevelLayout } from './multilevel.ts';
import { packComponents, type Component } from './pack-components.ts';
import { seededRandom } from './random.ts';

/** Nodes that stay where they are put. */
export interface Pins {
	nodes: ArrayLike<number>;
	/** x and y of each pinned node, interleaved (units). */
	positions: ArrayLike<number>;
}

export interface ForceOptions {
	/** Same seed, same graph, same picture; 1 when left out. */
	seed?: number;
	pins?: Pins;
	/**
	 * x and y of every node, interleaved, to improve gently instead of starting anew; a node whose place
	 * is not finite starts amid its neighbours. Components are then left where they are.
	 */
	start?: ArrayLike<number>;
}

export interface ForceRun {
	/** x and y of each node, interleaved (units; two tied nodes alone settle 20 apart); rewritten by `step`. */
	readonly positions: Float32Array;
	/** Whether further ticks change nothing. */
	readonly done: boolean;
	/** Share of the nodes whose component is finished, from 0 to 1. */
	readonly progress: number;
	/** Runs up to this many ticks; a tick at n nodes costs about n microseconds. */
	step(ticks: number): void;
}

interface RunningComponent extends Component {
	nodes: Uint32Array;
	/** Absent before its turn and for a lone node. */
	layout?: MultilevelLayout;
}

/**
 * Prepares the force layout of a graph: each connected component by itself, the largest first, then
 * packed side by side with lone nodes in a block. Same input, same positions, bit for bit on one engine.
 *
 * Loops, parallel links, links to missing nodes and empty graphs are all fine.
 *
 * @throws {RangeError} when a pin names a node that is not there or has no finite place
 */
export function createForce(graph: LayoutGraph, options: ForceOptions = {}): ForceRun {
	return new Run(graph, options);
}

/** The finished force layout of a graph, in one call: x and y interleaved (units). */
export function forceLayout(graph: LayoutGraph, options: ForceOptions = {}): Float32Array {
	const run = createForce(graph, options);
	while (!run.done) run.step(1000);
	return run.positions;
}

class Run implements ForceRun {
	readonly positions: Float32Array;
	readonly #adjacency: Adjacency;
	readonly #seed: number;
	readonly #isWarm: boolean;
	readonly #isFixed: Uint8Array;
	readonly #components: RunningComponent[];
	#current = 0;
	#finishedNodes = 0;

	constructor(graph: LayoutGraph, { seed = 1, pins, start }: ForceOptions) {
		this.#adjacency = withMeanWeightOne(adjacencyOf(graph));
		this.#seed = seed;
		this.#isWarm = start !== undefined;
		this.#isFixed = new Uint8Array(graph.nodeCount);
		this.positions = startingPositions(this.#adjacency, start, seed);
		for (let i = 0; i < (pins?.nodes.length ?? 0); i++) this.#pin(pins!.nodes[i]!, pins!, i);
		this.#components = connectedComponents(this.#adjacency).map((nodes) => ({
			nodes,
			x: Float64Array.from(nodes, (node) => this.positions[2 * node]!),
			y: Float64Array.from(nodes, (node) => this.positions[2 * node + 1]!),
			isPinned: nodes.some((node) => this.#isFixed[node] === 1)
		}));
		this.step(0);
	}

	get done(): boolean {
		return this.#current === this.#components.length;
	}

	get progress(): number {
		return this.#isFixed.length === 0 ? 1 : this.#finishedNodes / this.#isFixed.length;
	}

	step(ticks: number): void {
		let left = ticks;
		while (!this.done) {
			const component = this.#components[this.#current]!;
			// A lone node has nothing to wait for; the others are given ticks until none are left.
			if (component.nodes.length > 1) {
				if (left <= 0) break;
				component.layout ??= this.#startComponent(component);
				left -= component.layout.step(left);
				component.layout.readPositions(component.x, component.y);
				if (!component.layout.done) break;
				delete component.layout;
			}
			this.#finishedNodes += component.nodes.length;
			this.#current++;
		}
		this.#publish();
	}

	#pin(node: number, pins: Pins, i: number): void {
		const x = pins.positions[2 * i];
		const y = pins.positions[2 * i + 1];
		if (!(node < this.#isFixed.length) || !Number.isFinite(x) || !Number.isFinite(y)) {
			throw new RangeError(
				`pin ${i} wants node ${node} at ${x}, ${y}; there are ${this.#isFixed.length} nodes`
			);
		}
		this.#isFixed[node] = 1;
		this.positions[2 * node] = x!;
		this.positions[2 * node + 1] = y!;
	}

	#startComponent({ nodes, x, y }: RunningComponent): MultilevelLayout {
		return new MultilevelLayout(inducedSubgraph(this.#adjacency, nodes), {
			seed: this.#seed,
			isFixed: Uint8Array.from(nodes, (node) => this.#isFixed[node]!),
			x: x.slice(),
			y: y.slice(),
			isWarm: this.#isWarm
		});
	}

	/** Packs the components and writes every node's place. */
	#publish(): void {
		const moves = this.#isWarm ? null : packComponents(this.#components);
		this.#components.forEach(({ nodes, x, y }, c) => {
			const [moveX, moveY] = moves?.[c] ?? [0, 0];
			nodes.forEach((node, i) => {
				this.positions[2 * node] = x[i]! + moveX;
				this.positions[2 * node + 1] = y[i]! + moveY;
			});
		});
	}
}

/** Weights keep their proportions; their mean becomes one, so that the picture's scale does not hang on them. */
function withMeanWeightOne(adjacency: Adjacency): Adjacency {
	const { weights } = adjacency;
	const mean = weights.reduce((sum, weight) => sum + weight, 0) / Math.max(1, weights.length);
	return mean === 0 || mean === 1 ? adjacency : { ...adjacency, weights: weights.map((w) => w / mean) };
}

/** Given places; where one is missing, amid the neighbours that have one, and a little aside. */
function startingPositions(
	{ nodeCount, offsets, neighbours }: Adjacency,
	start: ArrayLike<number> | undefined,
	seed: number
): Float32Array {
	const positions = new Float32Array(2 * nodeCount);
	if (start === undefined) return positions;
	const random = seededRandom(seed);
	const isPlaced = (node: number): boolean =>
		Number.isFinite(start[2 * node]) && Number.isFinite(start[2 * node + 1]);
	for (let node = 0; node < nodeCount; node++) {
		if (isPlaced(node)) {
			positions[2 * node] = start[2 * node]!;
			positions[2 * node + 1] = start[2 * node + 1]!;
			continue;
		}
		const placed = Array.from(neighbours.subarray(offsets[node], offsets[node + 1])).filter(isPlaced);
		const mean = (axis: number): number =>
			placed.reduce((sum, neighbour) => sum + start[2 * neighbour + axis]!, 0) / Math.max(1, placed.length);
		positions[2 * node] = mean(0) + 20 * (random() - 0.5);
		positions[2 * node + 1] = mean(1) + 20 * (random() - 0.5);
	}
	return positions;
}
