import { quadtree, type Quadtree } from 'd3';
import type { SceneNodes } from './scene.ts';

/** Finds nodes by place, those without a size never; build a new one when positions change. */
export class NodeFinder {
	readonly #positions: Float32Array;
	readonly #radii: Float32Array;
	readonly #tree: Quadtree<number>;
	readonly #largest: number;

	constructor({ positions, radii }: Pick<SceneNodes, 'positions' | 'radii'>) {
		this.#positions = positions;
		this.#radii = radii;
		this.#largest = radii.reduce((most, radius) => Math.max(most, radius), 0);
		this.#tree = quadtree<number>(
			Array.from(radii.keys()).filter((node) => radii[node]! > 0),
			(node) => positions[2 * node]!,
			(node) => positions[2 * node + 1]!
		);
	}

	/**
	 * The node whose edge is nearest to a point, or null when none is within the slack.
	 *
	 * @param x place (layout units)
	 * @param y place (layout units)
	 * @param unitsPerPx size of a pixel (units)
	 * @param scale by how much nodes are drawn larger than their radius
	 * @param slackPx how far beyond its edge a node may be hit; fingers need more than mice
	 */
	at(x: number, y: number, unitsPerPx: number, scale: number, slackPx: number): number | null {
		const reach = (this.#largest * scale + slackPx) * unitsPerPx;
		let found: number | null = null;
		let least = slackPx;
		this.#tree.visit((quad, x0, y0, x1, y1) => {
			if (!('length' in quad)) {
				for (let leaf: typeof quad | undefined = quad; leaf !== undefined; leaf = leaf.next) {
					const node = leaf.data;
					const dx = this.#positions[2 * node]! - x;
					const dy = this.#positions[2 * node + 1]! - y;
					const beyond = Math.sqrt(dx * dx + dy * dy) / unitsPerPx - this.#radii[node]! * scale;
					if (beyond <= least) [found, least] = [node, beyond];
				}
			}
			return x0 > x + reach || x1 < x - reach || y0 > y + reach || y1 < y - reach;
		});
		return found;
	}
}
