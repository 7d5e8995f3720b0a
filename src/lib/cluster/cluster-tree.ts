/**
 * Clusters of points for every zoom of a map, built once. Dates play no part in who clusters with
 * whom, so a date slider changes counts, never clusters: nothing jumps about while time passes.
 */
export interface ClusterTree {
	minZoom: number;
	/** Beyond this zoom only points at the very same place stay together. */
	maxZoom: number;
	/** Points in an order in which every cluster is one run: `order[first … first + size − 1]`. */
	order: Int32Array;
	/** For each point, the lowest zoom at which it stands alone; 255 where it never does. */
	aloneFrom: Uint8Array;
	/** Clusters of two points or more at each zoom, `minZoom` first. */
	levels: ClusterLevel[];
}

/** The clusters of one zoom; points that stand alone at it are not in here. */
export interface ClusterLevel {
	zoom: number;
	count: number;
	/** Centre, mean of its points, on the unit square of Web Mercator. */
	x: Float64Array;
	y: Float64Array;
	/** Run in `order`. */
	first: Int32Array;
	size: Int32Array;
}

export interface ClusterOptions {
	minZoom?: number;
	maxZoom?: number;
	/** Points nearer than this on the screen join, CSS pixels at 512-pixel tiles. */
	radiusPx?: number;
}

const TILE_PX = 512;

/** Nodes of one zoom: clusters and single points alike. */
interface Nodes {
	x: Float64Array;
	y: Float64Array;
	weight: Float64Array;
	/** Position of the node's parent at the zoom above, filled when that zoom is made. */
	parent: Int32Array;
}

/**
 * Builds the tree: at each zoom from the highest down, nodes of the zoom below it join the first
 * node within the radius, in order of their row, so that the same points give the same clusters.
 *
 * @param x eastings on the unit square of Web Mercator; every value finite
 * @param y southings, likewise
 * Source: the greedy hierarchy of Supercluster (Mapbox), on a hash grid in place of a k-d tree.
 */
export function buildClusterTree(
	x: Float64Array,
	y: Float64Array,
	{ minZoom = 0, maxZoom = 14, radiusPx = 44 }: ClusterOptions = {}
): ClusterTree {
	const points = x.length;
	// Above the highest zoom: points at one and the same place are one node.
	let below = joinWithin(
		{ x, y, weight: new Float64Array(points).fill(1), parent: new Int32Array(points) },
		0
	);
	const leafParent = below.parents;
	const zooms: Nodes[] = [below.nodes];
	for (let zoom = maxZoom; zoom >= minZoom; zoom -= 1) {
		below = joinWithin(below.nodes, radiusPx / (TILE_PX * 2 ** zoom));
		zooms.push(below.nodes);
	}
	const top = zooms.at(-1)!;

	const { order, runs } = orderPoints(zooms, leafParent, top.x.length);
	const aloneFrom = new Uint8Array(points).fill(255);
	const levels: ClusterLevel[] = [];
	for (let zoom = minZoom; zoom <= maxZoom + 1; zoom += 1) {
		const nodes = zooms[maxZoom + 1 - zoom]!;
		const { first, size } = runs[maxZoom + 1 - zoom]!;
		const kept: number[] = [];
		for (let node = 0; node < nodes.x.length; node += 1) {
			if (size[node]! > 1) kept.push(node);
			else {
				const point = order[first[node]!]!;
				if (aloneFrom[point] === 255) aloneFrom[point] = zoom;
			}
		}
		levels.push({
			zoom,
			count: kept.length,
			x: Float64Array.from(kept, (node) => nodes.x[node]!),
			y: Float64Array.from(kept, (node) => nodes.y[node]!),
			first: Int32Array.from(kept, (node) => first[node]!),
			size: Int32Array.from(kept, (node) => size[node]!)
		});
	}
	return { minZoom, maxZoom, order, aloneFrom, levels };
}

/** The clusters of a map's zoom (fractions are rounded down); beyond `maxZoom` those of one place. */
export function levelAt(tree: ClusterTree, zoom: number): ClusterLevel {
	const held = Math.max(tree.minZoom, Math.min(tree.maxZoom + 1, Math.floor(zoom)));
	return tree.levels[held - tree.minZoom]!;
}

function joinWithin(nodes: Nodes, radius: number): { nodes: Nodes; parents: Int32Array } {
	const { x, y, weight, parent } = nodes;
	const count = x.length;

	const sumX: number[] = [];
	const sumY: number[] = [];
	const sumWeight: number[] = [];
	const seedX: number[] = [];
	const seedY: number[] = [];

	if (radius === 0) {
		const places = new Map<string, number>();
		for (let node = 0; node < count; node += 1) {
			const key = `${x[node]!}:${y[node]!}`;
			let group = places.get(key);
			if (group === undefined) {
				group = sumX.length;
				places.set(key, group);
				sumX.push(0);
				sumY.push(0);
				sumWeight.push(0);
			}
			add(group, node);
		}
		return finish();
	}

	const cells = new Map<number, number[]>();
	const keyOf = (column: number, row: number): number => column * 0x4000000 + row;
	for (let node = 0; node < count; node += 1) {
		const column = Math.floor(x[node]! / radius);
		const row = Math.floor(y[node]! / radius);
		let nearest = -1;
		let nearestSquared = radius * radius;
		for (let across = column - 1; across <= column + 1; across += 1) {
			for (let down = row - 1; down <= row + 1; down += 1) {
				for (const group of cells.get(keyOf(across, down)) ?? []) {
					const squared = (seedX[group]! - x[node]!) ** 2 + (seedY[group]! - y[node]!) ** 2;
					if (squared < nearestSquared) {
						nearest = group;
						nearestSquared = squared;
					}
				}
			}
		}
		if (nearest < 0) {
			nearest = sumX.length;
			sumX.push(0);
			sumY.push(0);
			sumWeight.push(0);
			seedX.push(x[node]!);
			seedY.push(y[node]!);
			const key = keyOf(column, row);
			const held = cells.get(key);
			if (held === undefined) cells.set(key, [nearest]);
			else held.push(nearest);
		}
		add(nearest, node);
	}
	return finish();

	function add(group: number, node: number): void {
		parent[node] = group;
		sumX[group]! += x[node]! * weight[node]!;
		sumY[group]! += y[node]! * weight[node]!;
		sumWeight[group]! += weight[node]!;
	}

	function finish(): { nodes: Nodes; parents: Int32Array } {
		return {
			nodes: {
				x: Float64Array.from(sumX, (sum, at) => sum / sumWeight[at]!),
				y: Float64Array.from(sumY, (sum, at) => sum / sumWeight[at]!),
				weight: Float64Array.from(sumWeight),
				parent: new Int32Array(sumX.length)
			},
			parents: parent
		};
	}
}

interface Runs {
	first: Int32Array;
	size: Int32Array;
}

/** Orders the points so that each node of each zoom holds one run of them. */
function orderPoints(
	zooms: Nodes[],
	leafParent: Int32Array,
	tops: number
): { order: Int32Array; runs: Runs[] } {
	const runs: Runs[] = zooms.map((nodes) => ({
		first: new Int32Array(nodes.x.length),
		size: Int32Array.from(nodes.weight)
	}));
	// From the top down: the children of a node take their places one after another within its run.
	let next = new Int32Array(tops);
	const top = runs.at(-1)!;
	for (let node = 1; node < tops; node += 1) next[node] = next[node - 1]! + top.size[node - 1]!;
	top.first.set(next);
	for (let level = zooms.length - 2; level >= 0; level -= 1) {
		const { first, size } = runs[level]!;
		const { parent } = zooms[level]!;
		for (let node = 0; node < first.length; node += 1) {
			first[node] = next[parent[node]!]!;
			next[parent[node]!]! += size[node]!;
		}
		next = first.slice();
	}
	const order = new Int32Array(leafParent.length);
	for (let point = 0; point < leafParent.length; point += 1) order[next[leafParent[point]!]!++] = point;
	return { order, runs };
}
