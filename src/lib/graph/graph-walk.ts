import { connectedComponents } from '#lib/layout/components.ts';
import { adjacencyOf, type Adjacency } from '#lib/layout/layout-graph.ts';
import type { GraphScene } from './scene.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

const TOWARDS: Record<Direction, readonly [number, number]> = {
	left: [-1, 0],
	right: [1, 0],
	up: [0, -1],
	down: [0, 1]
};

/** Ways through a scene for those who walk it by keys; make a new one when nodes or links change. */
export class GraphWalk {
	readonly #adjacency: Adjacency;
	readonly #order: Uint32Array;
	readonly #placeOf: Map<number, number>;

	constructor({ nodes, links }: GraphScene) {
		this.#adjacency = adjacencyOf({ nodeCount: nodes.radii.length, ...links });
		this.#order = readingOrder(this.#adjacency, nodes.radii);
		this.#placeOf = new Map(Array.from(this.#order, (node, place) => [node, place]));
	}

	/** The nearest neighbour of a node in a direction on screen; null when none lies that way. */
	neighbour(positions: Float32Array, node: number, direction: Direction): number | null {
		const { offsets, neighbours } = this.#adjacency;
		const candidates = neighbours.subarray(offsets[node], offsets[node + 1]);
		return nodeInDirection(positions, node, candidates, direction);
	}

	/**
	 * The node after or before another in an order that reaches all that are drawn: component by component,
	 * the largest first, and in each the best connected first; the last is followed by the first.
	 *
	 * @param node null: from outside, which gives the first or the last
	 * @returns null when nothing is drawn
	 */
	beside(node: number | null, step: 1 | -1): number | null {
		const count = this.#order.length;
		if (count === 0) return null;
		const place = node === null ? undefined : this.#placeOf.get(node);
		if (place === undefined) return this.#order[step === 1 ? 0 : count - 1]!;
		return this.#order[(place + step + count) % count]!;
	}
}

/**
 * The nearest of some nodes that lies in a direction, within 60° of it, with a preference for straight
 * ahead; null when there is none.
 *
 * @param positions x and y of all nodes, interleaved
 * @param node where to look from
 * @param candidates nodes to choose from, such as the node's neighbours
 */
export function nodeInDirection(
	positions: Float32Array,
	node: number,
	candidates: Iterable<number>,
	direction: Direction
): number | null {
	const [towardsX, towardsY] = TOWARDS[direction];
	let found: number | null = null;
	let least = Infinity;
	for (const candidate of candidates) {
		if (candidate === node) continue;
		const dx = positions[2 * candidate]! - positions[2 * node]!;
		const dy = positions[2 * candidate + 1]! - positions[2 * node + 1]!;
		const distance = Math.sqrt(dx * dx + dy * dy);
		const ahead = dx * towardsX + dy * towardsY;
		if (distance === 0 || ahead < distance / 2) continue;
		// Distance counts double at 60° to the side.
		const cost = (distance * distance) / ahead;
		if (cost < least) [found, least] = [candidate, cost];
	}
	return found;
}

/** The drawn nodes, component by component; nodes without a size are not drawn. */
function readingOrder(adjacency: Adjacency, radii: Float32Array): Uint32Array {
	const degree = (node: number): number => adjacency.offsets[node + 1]! - adjacency.offsets[node]!;
	const order: number[] = [];
	for (const component of connectedComponents(adjacency)) {
		const drawn = component.filter((node) => radii[node]! > 0);
		for (const node of drawn.sort((a, b) => degree(b) - degree(a) || a - b)) order.push(node);
	}
	return Uint32Array.from(order);
}
