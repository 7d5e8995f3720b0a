import type { Adjacency } from './layout-graph.ts';
import { seededRandom } from './random.ts';

/**
 * Share of pairs of links that cross, of pairs that share no end, estimated on a seeded sample.
 *
 * @param positions x and y of each node, interleaved
 * @param source first end of each link
 * @param target second end of each link
 * @param samples pairs to draw (count); the standard error is √(share / samples)
 * @returns share from 0 to 1, or null when no two links without a common end were drawn
 *
 * Source: H. Purchase, Metrics for graph drawing aesthetics (2002).
 */
export function crossingShare(
	positions: ArrayLike<number>,
	source: ArrayLike<number>,
	target: ArrayLike<number>,
	samples: number,
	seed = 1
): number | null {
	const random = seededRandom(seed);
	const links = source.length;
	let drawn = 0;
	let crossing = 0;
	if (links < 2) return null;
	const turn = (a: number, b: number, c: number): number =>
		(positions[2 * b]! - positions[2 * a]!) * (positions[2 * c + 1]! - positions[2 * a + 1]!) -
		(positions[2 * b + 1]! - positions[2 * a + 1]!) * (positions[2 * c]! - positions[2 * a]!);
	for (let k = 0; k < samples; k++) {
		const one = Math.floor(random() * links);
		const other = Math.floor(random() * links);
		const [a, b, c, d] = [source[one]!, target[one]!, source[other]!, target[other]!];
		if (a === c || a === d || b === c || b === d) continue;
		drawn++;
		if (turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0) crossing++;
	}
	return drawn === 0 ? null : crossing / drawn;
}

/**
 * Neighbourhood preservation: of each node's k neighbours, the share found among the k nodes drawn
 * nearest to it; the mean over nodes that have neighbours.
 *
 * @param positions x and y of each node, interleaved, finite
 * @param sampleEvery 1 measures every node, 10 every tenth
 * @returns mean share from 0 to 1, or null when no node has a neighbour
 *
 * Source: J. F. Kruiger et al., Graph layouts by t-SNE (2017), with one step in the graph.
 */
export function neighbourhoodPreservation(
	positions: ArrayLike<number>,
	{ nodeCount, offsets, neighbours }: Adjacency,
	sampleEvery = 1
): number | null {
	const grid = new PointGrid(positions, nodeCount);
	const isNeighbour = new Uint8Array(nodeCount);
	let sum = 0;
	let measured = 0;
	for (let node = 0; node < nodeCount; node += sampleEvery) {
		const row = neighbours.subarray(offsets[node], offsets[node + 1]);
		if (row.length === 0) continue;
		for (const neighbour of row) isNeighbour[neighbour] = 1;
		let found = 0;
		for (const near of grid.nearest(node, row.length)) found += isNeighbour[near]!;
		for (const neighbour of row) isNeighbour[neighbour] = 0;
		sum += found / row.length;
		measured++;
	}
	return measured === 0 ? null : sum / measured;
}

/** Points in square cells of about two points each. */
class PointGrid {
	readonly #positions: ArrayLike<number>;
	readonly #side: number;
	readonly #columns: number;
	readonly #rows: number;
	readonly #left: number;
	readonly #top: number;
	readonly #starts: Uint32Array;
	readonly #points: Uint32Array;

	constructor(positions: ArrayLike<number>, count: number) {
		let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
		for (let i = 0; i < count; i++) {
			left = Math.min(left, positions[2 * i]!);
			right = Math.max(right, positions[2 * i]!);
			top = Math.min(top, positions[2 * i + 1]!);
			bottom = Math.max(bottom, positions[2 * i + 1]!);
		}
		const longest = Math.max(right - left, bottom - top, 1e-9);
		this.#positions = positions;
		this.#side = longest / Math.max(1, Math.ceil(Math.sqrt(count / 2)));
		this.#left = left;
		this.#top = top;
		this.#columns = count === 0 ? 1 : Math.floor((right - left) / this.#side) + 1;
		this.#rows = count === 0 ? 1 : Math.floor((bottom - top) / this.#side) + 1;
		this.#starts = new Uint32Array(this.#columns * this.#rows + 1);
		this.#points = new Uint32Array(count);
		for (let i = 0; i < count; i++) this.#starts[this.#cellOf(i) + 1]!++;
		for (let cell = 1; cell < this.#starts.length; cell++) this.#starts[cell]! += this.#starts[cell - 1]!;
		const cursor = this.#starts.slice();
		for (let i = 0; i < count; i++) this.#points[cursor[this.#cellOf(i)]!++] = i;
	}

	#column(node: number): number {
		return Math.floor((this.#positions[2 * node]! - this.#left) / this.#side);
	}

	#row(node: number): number {
		return Math.floor((this.#positions[2 * node + 1]! - this.#top) / this.#side);
	}

	#cellOf(node: number): number {
		return this.#row(node) * this.#columns + this.#column(node);
	}

	/** The `k` nodes nearest to a node, itself left out; fewer when there are no more. */
	nearest(node: number, k: number): number[] {
		const column = this.#column(node);
		const row = this.#row(node);
		const found: { node: number; distance2: number }[] = [];
		for (let ring = 0; ring <= Math.max(this.#columns, this.#rows); ring++) {
			for (let r = row - ring; r <= row + ring; r++) {
				if (r < 0 || r >= this.#rows) continue;
				const step = r === row - ring || r === row + ring || ring === 0 ? 1 : 2 * ring;
				for (let c = column - ring; c <= column + ring; c += step) {
					if (c < 0 || c >= this.#columns) continue;
					this.#collect(node, r * this.#columns + c, found);
				}
			}
			// Whatever lies outside these rings is at least this far away.
			const safe = (ring * this.#side) ** 2;
			if (found.length >= k && found.filter((near) => near.distance2 <= safe).length >= k) break;
		}
		found.sort((a, b) => a.distance2 - b.distance2 || a.node - b.node);
		return found.slice(0, k).map((near) => near.node);
	}

	#collect(node: number, cell: number, found: { node: number; distance2: number }[]): void {
		for (let k = this.#starts[cell]!; k < this.#starts[cell + 1]!; k++) {
			const other = this.#points[k]!;
			if (other === node) continue;
			const dx = this.#positions[2 * other]! - this.#positions[2 * node]!;
			const dy = this.#positions[2 * other + 1]! - this.#positions[2 * node + 1]!;
			found.push({ node: other, distance2: dx * dx + dy * dy });
		}
	}
}
