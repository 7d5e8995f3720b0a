import { inducedSubgraph } from './components.ts';
import { forceLayout } from './force.ts';
import { PlacedDiscs } from './free-place.ts';
import { adjacencyOf, type Adjacency, type LayoutGraph } from './layout-graph.ts';

export interface CommunityOptions {
	seed?: number;
	/** Least distance between the circles around two groups (units). */
	gap: number;
	/** Room around the outermost nodes of a group (units). */
	margin: number;
}

/**
 * Lays out each group by itself, then packs the groups' circles, no circle over another, near where links
 * between groups draw them.
 *
 * @param groups number of each node's group, from 0; a negative number is a group of its own
 */
export function communityLayout(
	graph: LayoutGraph,
	groups: ArrayLike<number>,
	{ seed = 1, gap, margin }: CommunityOptions
): Float32Array {
	const adjacency = adjacencyOf(graph);
	const { members, groupOf } = membersByGroup(graph.nodeCount, groups);
	const drawings = members.map((nodes) => drawGroup(adjacency, nodes, margin, seed));
	const wished = forceLayout(betweenGroups(adjacency, groupOf, members.length), { seed });
	const scale = wishedScale(
		wished,
		drawings.map((drawing) => drawing.radius),
		gap
	);

	const positions = new Float32Array(2 * graph.nodeCount);
	const largest = drawings.reduce((most, drawing) => Math.max(most, drawing.radius), 1e-3);
	const discs = new PlacedDiscs(largest, gap);
	const order = members
		.map((_, group) => group)
		.sort((a, b) => drawings[b]!.radius - drawings[a]!.radius || a - b);
	for (const group of order) {
		const { places, radius } = drawings[group]!;
		const [x, y] = discs.addNear(wished[2 * group]! * scale, wished[2 * group + 1]! * scale, radius);
		members[group]!.forEach((node, i) => {
			positions[2 * node] = x + places[2 * i]!;
			positions[2 * node + 1] = y + places[2 * i + 1]!;
		});
	}
	return positions;
}

function membersByGroup(nodeCount: number, groups: ArrayLike<number>) {
	const numbers = new Map<number, number>();
	const members: number[][] = [];
	const groupOf = new Uint32Array(nodeCount);
	for (let node = 0; node < nodeCount; node++) {
		const label = groups[node] ?? -1;
		const group = label < 0 ? members.length : (numbers.get(label) ?? members.length);
		if (group === members.length) members.push([]);
		if (label >= 0) numbers.set(label, group);
		members[group]!.push(node);
		groupOf[node] = group;
	}
	return { members: members.map((nodes) => Uint32Array.from(nodes)), groupOf };
}

/** Positions of a group's nodes about the middle of their frame, and the radius of the circle around them. */
function drawGroup(adjacency: Adjacency, nodes: Uint32Array, margin: number, seed: number) {
	const places = forceLayout(linksOf(inducedSubgraph(adjacency, nodes)), { seed });
	let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
	for (let i = 0; i < nodes.length; i++) {
		left = Math.min(left, places[2 * i]!);
		right = Math.max(right, places[2 * i]!);
		top = Math.min(top, places[2 * i + 1]!);
		bottom = Math.max(bottom, places[2 * i + 1]!);
	}
	let radius2 = 0;
	for (let i = 0; i < nodes.length; i++) {
		places[2 * i]! -= (left + right) / 2;
		places[2 * i + 1]! -= (top + bottom) / 2;
		radius2 = Math.max(radius2, places[2 * i]! ** 2 + places[2 * i + 1]! ** 2);
	}
	return { places, radius: Math.sqrt(radius2) + margin };
}

function linksOf({ nodeCount, offsets, neighbours, weights }: Adjacency): LayoutGraph {
	const source: number[] = [];
	const target: number[] = [];
	const weight: number[] = [];
	for (let node = 0; node < nodeCount; node++) {
		for (let k = offsets[node]!; k < offsets[node + 1]!; k++) {
			if (neighbours[k]! < node) continue;
			source.push(node);
			target.push(neighbours[k]!);
			weight.push(weights[k]!);
		}
	}
	return { nodeCount, source, target, weight };
}

function betweenGroups(adjacency: Adjacency, groupOf: Uint32Array, groupCount: number): LayoutGraph {
	const links = linksOf(adjacency);
	return {
		nodeCount: groupCount,
		source: Array.from(links.source, (node) => groupOf[node]!),
		target: Array.from(links.target, (node) => groupOf[node]!),
		weight: links.weight!
	};
}

/** Enlarges the wished places until the circles would fill half of their frame. */
function wishedScale(wished: Float32Array, radii: readonly number[], gap: number): number {
	let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
	for (let i = 0; i < radii.length; i++) {
		left = Math.min(left, wished[2 * i]!);
		right = Math.max(right, wished[2 * i]!);
		top = Math.min(top, wished[2 * i + 1]!);
		bottom = Math.max(bottom, wished[2 * i + 1]!);
	}
	const longest = Math.max(right - left, bottom - top);
	const area = radii.reduce((sum, radius) => sum + (2 * radius + gap) ** 2, 0);
	return longest > 0 ? Math.sqrt(2 * area) / longest : 1;
}
