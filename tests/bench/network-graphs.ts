/** A graph as two parallel arrays of node numbers, as the layout engine takes it. */
export interface BenchGraph {
	name: string;
	nodeCount: number;
	source: Uint32Array;
	target: Uint32Array;
}

/** Seeded 32-bit generator (mulberry32), the same sequence on every engine. */
export function seededRandom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

class EdgeSet {
	readonly #seen = new Set<number>();
	readonly #source: number[] = [];
	readonly #target: number[] = [];
	readonly #nodeCount: number;

	constructor(nodeCount: number) {
		this.#nodeCount = nodeCount;
	}

	get size(): number {
		return this.#source.length;
	}

	/** False when the link is a loop or is there already, in either direction. */
	add(a: number, b: number): boolean {
		const key = Math.min(a, b) * this.#nodeCount + Math.max(a, b);
		if (a === b || this.#seen.has(key)) return false;
		this.#seen.add(key);
		this.#source.push(a);
		this.#target.push(b);
		return true;
	}

	graph(name: string): BenchGraph {
		return {
			name,
			nodeCount: this.#nodeCount,
			source: Uint32Array.from(this.#source),
			target: Uint32Array.from(this.#target)
		};
	}
}

/** Planted communities of about 100 nodes: four links in five stay inside their community. */
export function plantedCommunities(nodeCount: number, linkCount: number, seed = 1): BenchGraph {
	const random = seededRandom(seed);
	const edges = new EdgeSet(nodeCount);
	const groups = Math.max(1, Math.round(nodeCount / 100));
	const perGroup = Math.floor(nodeCount / groups);
	while (edges.size < linkCount) {
		const a = Math.floor(random() * nodeCount);
		const inside = random() < 0.8;
		const b = inside
			? (a % groups) + groups * Math.floor(random() * perGroup)
			: Math.floor(random() * nodeCount);
		edges.add(a, b);
	}
	return edges.graph('communities');
}

/** Preferential attachment (Barabási and Albert 1999): a new node ties to older ones by their degree. */
export function scaleFree(nodeCount: number, linkCount: number, seed = 2): BenchGraph {
	const random = seededRandom(seed);
	const edges = new EdgeSet(nodeCount);
	const links = Math.max(1, Math.round(linkCount / nodeCount));
	const ends: number[] = [];
	for (let node = 1; node <= links; node++) {
		for (let other = 0; other < node; other++) if (edges.add(node, other)) ends.push(node, other);
	}
	for (let node = links + 1; node < nodeCount; node++) {
		const chosen: number[] = [];
		while (chosen.length < 2 * links) {
			const other = ends[Math.floor(random() * ends.length)] ?? 0;
			if (edges.add(node, other)) chosen.push(node, other);
		}
		ends.push(...chosen);
	}
	return edges.graph('scale-free');
}

/** Ring lattice with one link in ten rewired at random (Watts and Strogatz 1998). */
export function smallWorld(nodeCount: number, linkCount: number, seed = 3): BenchGraph {
	const random = seededRandom(seed);
	const edges = new EdgeSet(nodeCount);
	const reach = Math.max(1, Math.round(linkCount / nodeCount));
	for (let node = 0; node < nodeCount; node++) {
		for (let step = 1; step <= reach; step++) {
			if (random() >= 0.1 && edges.add(node, (node + step) % nodeCount)) continue;
			let other = Math.floor(random() * nodeCount);
			while (!edges.add(node, other)) other = Math.floor(random() * nodeCount);
		}
	}
	return edges.graph('small-world');
}
