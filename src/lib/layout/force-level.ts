import type { Adjacency } from './layout-graph.ts';
import { Repulsion } from './repulsion.ts';

/** Opening angle of the repulsion; its error is a hundredth or two of the root mean square force. */
const THETA = 1;
/** Repulsion against attraction; it sets the scale: two tied nodes alone settle 20 units apart. */
const STRENGTH = 100;
/** Share of a velocity that is left after a tick. */
const MOMENTUM = 0.7;
/** Links shorter than this many units pull harder, where that is asked for. */
const CLOSE = 120;
/** Squared units; keeps nodes in one place from an infinite force. */
const SOFTENING = 0.01;

/**
 * One graph under ForceAtlas2's forces, moved by d3's rules.
 *
 * Nodes repel with m_i m_j / distance, where a mass is the sum of a node's link weights plus one; a link
 * pulls with its weight times its length, harder when it is short; both are divided by the node's inertia, so that
 * a hub does not leap. Velocities decay, and `alpha` cools everything.
 *
 * Sources: M. Jacomy et al., ForceAtlas2 (2014); d3-force (velocity Verlet, alpha); the short-range pull
 * after F. Zhong et al., Force-directed graph layouts revisited: a new force based on the t-distribution (2023).
 */
export class ForceLevel {
	readonly adjacency: Adjacency;
	readonly x: Float64Array;
	readonly y: Float64Array;
	readonly #mass: Float64Array;
	readonly #isFixed: Uint8Array;
	readonly #velocityX: Float64Array;
	readonly #velocityY: Float64Array;
	readonly #forceX: Float64Array;
	readonly #forceY: Float64Array;
	readonly #inertia: Float64Array;
	readonly #repulsion: Repulsion;
	readonly #closePull: number;

	/**
	 * @param mass repelling weight of each node (> 0)
	 * @param isFixed 1 for nodes that never move
	 * @param closePull how many times harder the shortest links pull in addition; 0 for none
	 */
	constructor(adjacency: Adjacency, mass: Float64Array, isFixed: Uint8Array, closePull: number) {
		const { nodeCount } = adjacency;
		this.adjacency = adjacency;
		this.x = new Float64Array(nodeCount);
		this.y = new Float64Array(nodeCount);
		this.#mass = mass;
		this.#isFixed = isFixed;
		this.#closePull = closePull;
		this.#velocityX = new Float64Array(nodeCount);
		this.#velocityY = new Float64Array(nodeCount);
		this.#forceX = new Float64Array(nodeCount);
		this.#forceY = new Float64Array(nodeCount);
		this.#inertia = linkStrengths(adjacency).map((strength) => strength + 1);
		this.#repulsion = new Repulsion(nodeCount, THETA, SOFTENING);
	}

	/** Moves every node once; `alpha` from 1 (hot) to 0 (still). */
	tick(alpha: number): void {
		this.#repulsion.accumulate(
			this.adjacency.nodeCount,
			this.x,
			this.y,
			this.#mass,
			STRENGTH,
			this.#forceX.fill(0),
			this.#forceY.fill(0)
		);
		this.#accelerate(alpha);
		this.#move();
	}

	#accelerate(alpha: number): void {
		const { nodeCount, offsets, neighbours, weights } = this.adjacency;
		const { x, y } = this;
		const velocityX = this.#velocityX;
		const velocityY = this.#velocityY;
		const close2 = CLOSE * CLOSE;
		const harder = this.#closePull * close2;
		for (let node = 0; node < nodeCount; node++) {
			const nodeX = x[node]!;
			const nodeY = y[node]!;
			let pullX = 0;
			let pullY = 0;
			for (let k = offsets[node]!, end = offsets[node + 1]!; k < end; k++) {
				const neighbour = neighbours[k]!;
				const dx = x[neighbour]! - nodeX;
				const dy = y[neighbour]! - nodeY;
				const pull = weights[k]! * (1 + harder / (dx * dx + dy * dy + close2));
				pullX += pull * dx;
				pullY += pull * dy;
			}
			const gain = alpha / this.#inertia[node]!;
			const mass = this.#mass[node]!;
			velocityX[node] = MOMENTUM * (velocityX[node]! + gain * (pullX + mass * this.#forceX[node]!));
			velocityY[node] = MOMENTUM * (velocityY[node]! + gain * (pullY + mass * this.#forceY[node]!));
		}
	}

	#move(): void {
		for (let node = 0; node < this.adjacency.nodeCount; node++) {
			if (this.#isFixed[node] === 1) continue;
			this.x[node]! += this.#velocityX[node]!;
			this.y[node]! += this.#velocityY[node]!;
		}
	}
}

/** Sum of the weights of each node's links. */
export function linkStrengths({ nodeCount, offsets, weights }: Adjacency): Float64Array {
	const strengths = new Float64Array(nodeCount);
	for (let node = 0; node < nodeCount; node++) {
		for (let k = offsets[node]!; k < offsets[node + 1]!; k++) strengths[node]! += weights[k]!;
	}
	return strengths;
}

/** Radius at which a graph of this total mass settles when its links run everywhere (units). */
export function expectedRadius(totalMass: number): number {
	return Math.sqrt(STRENGTH * totalMass);
}
