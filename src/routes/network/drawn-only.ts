import type { GraphScene } from '#lib/graph/scene.ts';

/** The scene without the nodes that a date or filter hides (they have no size), for a file of its own. */
export function onlyDrawn(scene: GraphScene, positions: Float32Array): GraphScene {
	const { nodes, links } = scene;
	const kept = Array.from(nodes.radii.keys()).filter((node) => nodes.radii[node]! > 0);
	const placeOf = new Map(kept.map((node, at) => [node, at]));
	const place = (node: number): number => placeOf.get(node)!;
	const usable = Array.from(links.source.keys()).filter(
		(link) => placeOf.has(links.source[link]!) && placeOf.has(links.target[link]!)
	);
	return {
		...scene,
		nodes: {
			positions: Float32Array.from(kept.flatMap((node) => [positions[2 * node]!, positions[2 * node + 1]!])),
			radii: Float32Array.from(kept, (node) => nodes.radii[node]!),
			colours: Uint16Array.from(kept, (node) => nodes.colours[node]!),
			shapes: Uint8Array.from(kept, (node) => nodes.shapes[node]!),
			states: Uint8Array.from(kept, (node) => nodes.states[node]!),
			labels: kept.map((node) => nodes.labels[node]!),
			labelPriorities: Float32Array.from(kept, (node) => nodes.labelPriorities[node]!)
		},
		links: {
			source: Uint32Array.from(usable, (link) => place(links.source[link]!)),
			target: Uint32Array.from(usable, (link) => place(links.target[link]!)),
			widths: Float32Array.from(usable, (link) => links.widths[link]!),
			colours: Uint16Array.from(usable, (link) => links.colours[link]!),
			marks: Uint8Array.from(usable, (link) => links.marks[link]!)
		},
		groups: scene.groups.map((group) => ({
			...group,
			nodes: group.nodes.filter((node) => placeOf.has(node)).map(place)
		}))
	};
}
