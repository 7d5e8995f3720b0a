import { placeBlockBelow } from './free-place.ts';
import { adjacencyOf, type LayoutGraph } from './layout-graph.ts';

export interface Concentric {
	/** x and y of each node, interleaved (units); the centre is the origin. */
	positions: Float32Array;
	/** Radius of the ring of each distance that somebody stands at, from one step on (units). */
	rings: number[];
}

/**
 * Rings around one node: who is one step away stands on the first, two steps on the second, and so on.
 * Rings grow with what stands on them; on a ring, nodes follow the mean direction of their neighbours one
 * ring further in. Who cannot be reached stands in a block below.
 *
 * @param centre node in the middle
 * @param ringGap least distance between rings (units, > 0)
 * @param pitch least distance between neighbours on a ring (units, > 0)
 * @throws {RangeError} when the centre is not a node of a graph that has nodes
 */
export function concentricLayout(
	graph: LayoutGraph,
	centre: number,
	ringGap: number,
	pitch: number
): Concentric {
	const positions = new Float32Array(2 * graph.nodeCount);
	const rings: number[] = [];
	if (graph.nodeCount === 0) return { positions, rings };
	if (!(centre >= 0 && centre < graph.nodeCount)) {
		throw new RangeError(`centre ${centre} is not one of the ${graph.nodeCount} nodes`);
	}
	const { offsets, neighbours } = adjacencyOf(graph);
	const steps = new Int32Array(graph.nodeCount).fill(-1);
	steps[centre] = 0;
	let ring = [centre];
	let radius = 0;
	for (let distance = 1; ring.length > 0; distance++) {
		const next: number[] = [];
		for (const node of ring) {
			for (let k = offsets[node]!; k < offsets[node + 1]!; k++) {
				if (steps[neighbours[k]!] !== -1) continue;
				steps[neighbours[k]!] = distance;
				next.push(neighbours[k]!);
			}
		}
		radius = Math.max(radius + ringGap, (next.length * pitch) / (2 * Math.PI));
		if (next.length > 0) rings.push(radius);
		placeRing(next, radius, (node) => inwardDirection(node, distance - 1));
		ring = next;
	}
	const unreached = Array.from(steps.keys()).filter((node) => steps[node] === -1);
	placeBlockBelow(positions, unreached, pitch);
	return { positions, rings };

	/** Mean direction of the neighbours on the ring further in, as an angle. */
	function inwardDirection(node: number, inner: number): number {
		let [x, y] = [0, 0];
		for (let k = offsets[node]!; k < offsets[node + 1]!; k++) {
			const neighbour = neighbours[k]!;
			if (steps[neighbour] !== inner) continue;
			const length = Math.sqrt(positions[2 * neighbour]! ** 2 + positions[2 * neighbour + 1]! ** 2);
			if (length === 0) continue;
			x += positions[2 * neighbour]! / length;
			y += positions[2 * neighbour + 1]! / length;
		}
		return Math.atan2(y, x);
	}

	function placeRing(nodes: number[], ringRadius: number, directionOf: (node: number) => number): void {
		const directions = new Map(nodes.map((node) => [node, directionOf(node)]));
		nodes.sort((a, b) => directions.get(a)! - directions.get(b)! || a - b);
		const first = nodes[0] === undefined ? 0 : directions.get(nodes[0])!;
		nodes.forEach((node, i) => {
			const angle = first + (2 * Math.PI * i) / nodes.length;
			positions[2 * node] = ringRadius * Math.cos(angle);
			positions[2 * node + 1] = ringRadius * Math.sin(angle);
		});
	}
}
